import { daysOf, type Exception } from '#domain/calendar/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'

type Place = {
  courseId: string
  group: string
  date: PlainDate
  number: number
  roomId: string | null
  teacherId: string
  locked: boolean
}
type Laid = { lessonId: string; group: string; written: boolean; locked: boolean }

/**
 * Lessons that a working day has by the timetable of another weekday and that do not stand yet: of the groups the day is of, by the
 * slots in force on the day itself, held by who teaches the course then. Odd weeks are counted from the first of the year.
 */
export const lessonsWanted = (tx: ReadTx, yearId: string, exceptions: readonly Exception[]): Promise<Place[]> => {
  const days = daysOf(exceptions)
  const column = <K extends keyof (typeof days)[number]>(key: K) => days.map((day) => day[key])
  return tx.rows<Place>(sql`
    select distinct on (c.id, d.date, x.number) c.id as "courseId", g.name as "group", d.date, x.number, x.room_id as "roomId",
      a.teacher_id as "teacherId", exists (select from term t where t.school_id = c.school_id and t.school_year_id = c.school_year_id
        and g.grade between t.from_grade and t.to_grade and d.date between t.from_date and t.to_date and t.locked_at is not null) as locked
    from unnest(${column('date')}::date[], ${column('likeWeekday')}::int[], ${column('fromGrade')}::int[], ${column('toGrade')}::int[],
        ${column('classId')}::uuid[]) as d (date, weekday, from_grade, to_grade, class_id)
      join school_year y on y.school_id = current_school() and y.id = ${yearId}
      join course c on c.school_id = y.school_id and c.school_year_id = y.id
      join study_group g on g.school_id = c.school_id and g.id = c.group_id and not g.archived
        and case when d.class_id is null then g.grade between d.from_grade and d.to_grade
          else g.class_id = d.class_id or exists (select from group_class k
            where k.school_id = g.school_id and k.group_id = g.id and k.class_id = d.class_id and not k.removed) end
      join slot x on x.school_id = c.school_id and x.course_id = c.id and x.weekday = d.weekday
        and d.date between x.from_date and coalesce(x.to_date, 'infinity')
        and (x.week = 'every' or (x.week = 'odd') = ((d.date - date_trunc('week', y.from_date)::date) / 7 % 2 = 0))
      join assignment a on a.school_id = c.school_id and a.course_id = c.id and d.date between a.from_date and coalesce(a.to_date, 'infinity')
    where not exists (select from lesson l where l.school_id = c.school_id and l.course_id = c.id and l.date = d.date and l.number = x.number
      and not l.cancelled)
    order by c.id, d.date, x.number, a.from_date desc`)
}

/** Lays the lessons of working days out, each with its first column. Answers how many. Refusal: calendar.lessonsLocked (lessons). */
export async function layOut(tx: Tx, yearId: string, exceptions: readonly Exception[]): Promise<number> {
  const places = await lessonsWanted(
    tx,
    yearId,
    exceptions.filter(({ kind }) => kind === 'workday'),
  )
  const locked = places.filter((place) => place.locked).length
  if (locked > 0) throw new Refusal('calendar.lessonsLocked', { lessons: locked })
  const column = <K extends keyof Place>(key: K) => places.map((place) => place[key])
  await tx.run(sql`
    with laid as (
      insert into lesson (school_id, course_id, date, number, room_id, teacher_id)
      select current_school(), * from unnest(${column('courseId')}::uuid[], ${column('date')}::date[], ${column('number')}::int[],
        ${column('roomId')}::uuid[], ${column('teacherId')}::uuid[])
      returning id)
    insert into work (school_id, lesson_id, work_type_id, weight)
    select current_school(), laid.id, t.id, t.weight
    from laid, (select id, weight from work_type where school_id = current_school() order by position, name limit 1) t`)
  return places.length
}

/** Lessons that stand on these days because of working days, and of these which hold something already. */
export const lessonsLaid = (tx: ReadTx, yearId: string, exceptions: readonly Exception[]): Promise<Laid[]> => {
  const days = daysOf(exceptions)
  const column = <K extends keyof (typeof days)[number]>(key: K) => days.map((day) => day[key])
  return tx.rows<Laid>(sql`
    select l.id as "lessonId", g.name as "group",
      l.topic <> '' or l.note <> '' or l.roll_called_at is not null
        or exists (select from work w join mark m on m.school_id = w.school_id and m.work_id = w.id and (cardinality(m."values") > 0 or m.due_on is not null)
          where w.school_id = l.school_id and w.lesson_id = l.id and not w.removed)
        or exists (select from absence a where a.school_id = l.school_id and a.lesson_id = l.id and a.code is not null)
        or exists (select from homework h where h.school_id = l.school_id and h.lesson_id = l.id and not h.removed) as written,
      exists (select from term t where t.school_id = c.school_id and t.school_year_id = c.school_year_id
        and g.grade between t.from_grade and t.to_grade and l.date between t.from_date and t.to_date and t.locked_at is not null) as locked
    from unnest(${column('date')}::date[], ${column('fromGrade')}::int[], ${column('toGrade')}::int[], ${column('classId')}::uuid[])
        as d (date, from_grade, to_grade, class_id)
      join course c on c.school_id = current_school() and c.school_year_id = ${yearId}
      join study_group g on g.school_id = c.school_id and g.id = c.group_id
        and case when d.class_id is null then g.grade between d.from_grade and d.to_grade
          else g.class_id = d.class_id or exists (select from group_class k
            where k.school_id = g.school_id and k.group_id = g.id and k.class_id = d.class_id and not k.removed) end
      join lesson l on l.school_id = c.school_id and l.course_id = c.id and l.date = d.date and not l.cancelled
    where exists (select from change h join operation o on o.school_id = h.school_id and o.id = h.operation_id
      where h.school_id = l.school_id and h.row_id = l.id and h.before is null and o.name in ('calendar.addException', 'calendar.setDays', 'exchange.import'))
    order by g.grade, g.name, g.id`)
}

const GROUPS_NAMED = 5

/**
 * Takes the lessons of working days back: they stand out of all time then, since nothing is deleted (docs/decisions/0012). Answers how many.
 * Refusals: calendar.lessonsLocked (lessons), calendar.lessonsWritten (lessons, groups).
 */
export async function takeBack(tx: Tx, yearId: string, exceptions: readonly Exception[]): Promise<number> {
  const laid = await lessonsLaid(
    tx,
    yearId,
    exceptions.filter(({ kind }) => kind === 'workday'),
  )
  const written = laid.filter((lesson) => lesson.written)
  const names = [...new Set(written.map(({ group }) => group))]
  const groups = names.slice(0, GROUPS_NAMED).join(', ') + (names.length > GROUPS_NAMED ? '…' : '')
  if (written.length > 0) throw new Refusal('calendar.lessonsWritten', { lessons: written.length, groups })
  const locked = laid.filter((lesson) => lesson.locked).length
  if (locked > 0) throw new Refusal('calendar.lessonsLocked', { lessons: locked })
  const ids = laid.map(({ lessonId }) => lessonId)
  return tx.run(sql`
    update lesson set cancelled = true, date = '-infinity' where school_id = current_school() and id = any(${ids}::uuid[])`)
}
