import { type Bell, ringing } from '#domain/calendar/bells.ts'
import { markText } from '#domain/journal/entry.ts'
import type { Output } from '#domain/operations.ts'
import { addDays, mondayOf, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { studentById } from '#server/access/subjects.ts'
import { type Columns, rowsOf } from '#server/platform/columns.ts'
import { sql } from '#server/platform/db.ts'
import { rememberedAnswer } from '#server/platform/execute.ts'
import { marksQuery } from './marks.ts'

type Week = Output<'diary.week'>
type Lesson = Week['days'][number]['lessons'][number]
type Mark = Lesson['marks'][number]
type Homework = Lesson['homework'][number]
type LessonRow = Omit<Lesson, 'startsAt' | 'endsAt' | 'room' | 'teacher' | 'marks' | 'homework'> & {
  date: PlainDate
  scale: 'five' | 'passFail'
  grade: number
  shift: number
  roomId: string | null
  teacherId: string
}
type WeekRow = {
  name: string
  className: string | null
  /** Everything the student attends in the week, held or not. */
  courses: string[] | null
  term: Week['term']
  left: PlainDate | null
  /** Moved working days, with the weekday each runs by. */
  workdays: { date: PlainDate; weekday: number }[] | null
  off: { date: PlainDate; name: string }[] | null
  lessons: Columns<LessonRow>
  bells: Columns<Bell>
  teachers: Record<string, string> | null
  rooms: Record<string, string> | null
  marks: (Omit<Mark, 'text'> & { lesson: number; values: number[] })[] | null
  homework: Columns<Omit<Homework, 'files'> & { lesson: number }>
  files: (Homework['files'][number] & { homeworkId: string })[] | null
}

/**
 * A week of one student in one statement: courses by dated enrolment, lessons, and what belongs to this student of each. Parts come
 * apart, keyed by the number of the lesson, and are put together here: nested in SQL they cost the database a fifth more. A task stands
 * once on its day, at the first lesson that is held, or at a cancelled one when none is; without a day, on that of the course's next lesson.
 */
export const weekQuery = rememberedAnswer('diary.week', {
  load: studentById,
  run: async ({ tx, today, dependsOn }, { studentId, monday }) => {
    const saturday = addDays(monday, 5)
    const row = await tx.maybe<WeekRow>(sql`
      with groups as materialized (
        select e.group_id, e.from_date, coalesce(e.to_date, 'infinity') as to_date, g.kind, g.name, g.grade, g.shift, g.class_id, g.school_year_id
        from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
        where e.school_id = current_school() and e.student_id = ${studentId} and e.from_date <= ${saturday}
          and coalesce(e.to_date, 'infinity') >= ${monday}
      ), home as materialized (
        select coalesce((select k.name from study_group k where k.school_id = current_school() and k.id = g.class_id), g.name) as name, g.grade, g.class_id, g.school_year_id
        from groups g where g.kind in ('class', 'individual') order by g.from_date desc, g.kind limit 1
      ), own_plan as materialized (
        select o.subject_id, greatest(o.from_date, g.from_date) as from_date, least(coalesce(o.to_date, 'infinity'), g.to_date) as to_date
        from groups g join own_subject o on o.school_id = current_school() and o.group_id = g.group_id where g.kind = 'individual'
      ), courses as materialized (
        select c.id, c.scale, c.subject_id, s.name as subject, g.kind, g.from_date, g.to_date, g.grade, g.shift
        from groups g join course c on c.school_id = current_school() and c.group_id = g.group_id
          join subject s on s.school_id = c.school_id and s.id = c.subject_id
      ), lessons as materialized (
        select row_number() over (order by l.date, l.number, c.subject)::int - 1 as n, c.scale, c.subject, c.grade, c.shift, l.*
        from courses c join lesson l on l.school_id = current_school() and l.course_id = c.id and l.date between ${monday} and ${saturday}
          and l.date between c.from_date and c.to_date
          and not exists (select from own_plan o where o.subject_id = c.subject_id and c.kind in ('class', 'subgroup', 'combined', 'stream')
            and l.date between o.from_date and o.to_date)
      ), tasks as materialized (
        select h.*, s.date as set_on
        from (
          select l.n as lesson, h.* from lessons l join homework h on h.school_id = l.school_id and h.course_id = l.course_id and h.due_on = l.date
          union all
          select l.n, h.* from homework h join lesson s on s.school_id = h.school_id and s.id = h.lesson_id
            join lessons l on l.course_id = h.course_id and l.date = (select min(x.date) from lesson x
              where x.school_id = h.school_id and x.course_id = h.course_id and x.date > s.date and not x.cancelled)
          where h.school_id = current_school() and h.course_id = any(array(select id from courses)) and h.due_on is null) h
          join lesson s on s.school_id = h.school_id and s.id = h.lesson_id and not h.removed
        where not h.individual or exists (select from homework_student x
          where x.school_id = h.school_id and x.homework_id = h.id and x.student_id = ${studentId} and not x.removed)
      )
      select p.given_name || ' ' || p.surname as name, (select name from home) as "className", (select json_agg(id) from courses) as courses,
        (select json_build_object('name', t.name, 'from', t.from_date, 'to', t.to_date) from home h join term t on t.school_id = p.school_id
           and t.school_year_id = h.school_year_id and h.grade between t.from_grade and t.to_grade
         where t.from_date <= ${saturday} and t.to_date >= ${monday} order by t.from_date desc limit 1) as term,
        (select nullif(max(coalesce(e.to_date, 'infinity')), 'infinity') + 1 from enrolment e join study_group g on g.school_id = e.school_id
           and g.id = e.group_id and g.kind in ('class', 'individual')
         where e.school_id = p.school_id and e.student_id = p.id and not e.cancelled having max(coalesce(e.to_date, 'infinity')) < ${today}::date) as "left",
        (select json_agg(json_build_object('date', d.date, 'name', d.name) order by d.kind desc) from home h join day_exception d on d.school_id = p.school_id
           and d.school_year_id = h.school_year_id and d.date between ${monday} and ${saturday} and d.kind in ('holiday', 'vacation', 'quarantine')
           and case when d.class_id is null then h.grade between d.from_grade and d.to_grade else d.class_id = h.class_id end) as off,
        (select json_agg(json_build_object('date', d.date, 'weekday', d.like_weekday)) from home h join day_exception d on d.school_id = p.school_id
           and d.school_year_id = h.school_year_id and d.date between ${monday} and ${saturday} and d.kind = 'workday'
           and case when d.class_id is null then h.grade between d.from_grade and d.to_grade else d.class_id = h.class_id end) as workdays,
        (select json_build_object('date', array_agg(l.date order by n), 'lessonId', array_agg(l.id order by n), 'number', array_agg(l.number order by n),
            'scale', array_agg(l.scale order by n), 'grade', array_agg(l.grade order by n), 'shift', array_agg(l.shift order by n), 'subject', array_agg(l.subject order by n),
            'roomId', array_agg(l.room_id order by n), 'teacherId', array_agg(l.teacher_id order by n),
            'substitution', array_agg(l.instead_of_id is not null order by n), 'cancelled', array_agg(l.cancelled order by n),
            'topic', array_agg(l.topic order by n), 'filled', array_agg(l.topic <> '' and l.roll_called_at is not null order by n),
            'absence', array_agg(a.code order by n), 'minutes', array_agg(a.minutes order by n))
          from lessons l
            left join absence a on a.school_id = current_school() and a.lesson_id = l.id and a.student_id = ${studentId}) as lessons,
        (select json_build_object('weekday', array_agg(b.weekday), 'number', array_agg(b.number), 'fromGrade', array_agg(b.from_grade),
            'toGrade', array_agg(b.to_grade), 'shift', array_agg(b.shift), 'from', array_agg(b.from_date), 'to', array_agg(b.to_date),
            'startsAt', array_agg(b.starts_at), 'endsAt', array_agg(b.ends_at))
          from bell b where b.school_id = current_school() and b.school_year_id in (select school_year_id from groups)
            and (b.from_date is null or b.from_date <= ${saturday} and b.to_date >= ${monday})) as bells,
        (select json_object_agg(t.id, t.surname || ' ' || left(t.given_name, 1) || '.' || case when t.patronymic = '' then '' else ' ' || left(t.patronymic, 1) || '.' end)
          from person t where t.school_id = current_school() and t.id = any(array(select distinct teacher_id from lessons))) as teachers,
        (select json_object_agg(r.id, r.name)
          from room r where r.school_id = current_school() and r.id = any(array(select distinct room_id from lessons))) as rooms,
        (select json_agg(json_build_object('lesson', l.n, 'values', m."values", 'type', k.name, 'shortType', k.short_name, 'weight', w.weight,
            'title', w.title, 'comment', m.comment, 'dueOn', m.due_on) order by l.n, w.position)
          from lessons l join work w on w.school_id = current_school() and w.lesson_id = l.id and not w.removed
            join mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = ${studentId}
            join work_type k on k.school_id = w.school_id and k.id = w.work_type_id
          where cardinality(m."values") > 0 or m.due_on is not null) as marks,
        (select json_build_object('lesson', array_agg(lesson order by individual, id), 'homeworkId', array_agg(id order by individual, id),
            'content', array_agg(content order by individual, id), 'pages', array_agg(pages order by individual, id),
            'exercises', array_agg(exercises order by individual, id), 'minutes', array_agg(minutes order by individual, id),
            'nothing', array_agg(nothing order by individual, id), 'individual', array_agg(individual order by individual, id),
            'setOn', array_agg(set_on order by individual, id)) from tasks) as homework,
        (select json_agg(json_build_object('homeworkId', x.homework_id, 'fileId', f.id, 'name', f.name, 'size', f.size) order by f.name)
          from homework_file x join file f on f.school_id = x.school_id and f.id = x.file_id
          where x.school_id = current_school() and x.homework_id = any(array(select id from tasks)) and not x.removed) as files
      from person p where p.school_id = current_school() and p.id = ${studentId}`)
    if (!row) throw new Refusal('access.denied')
    dependsOn([`student:${studentId}`, ...(row.courses ?? []).map((id) => `course:${id}`)])
    const off = new Map(row.off?.map((day) => [day.date, day.name]))
    const lessons = lessonsOf(row)
    const days = Array.from({ length: 6 }, (_, i) => addDays(monday, i)).map((date) => ({
      date,
      off: off.get(date) ?? null,
      lessons: lessons.filter((one) => one.date === date).map((one) => one.lesson),
    }))
    return {
      studentId,
      name: row.name,
      className: row.className ?? '',
      monday,
      today,
      term: row.term,
      left: row.left,
      days,
    }
  },
})

function lessonsOf(row: WeekRow): { date: PlainDate; lesson: Lesson }[] {
  const rows = rowsOf(row.lessons)
  const bellOf = ringing(rowsOf(row.bells))
  const workdays = new Map(row.workdays?.map(({ date, weekday }) => [date, { weekday }]))
  const lessons = rows.map(
    ({ date, scale: _, grade, shift, roomId, teacherId, ...lesson }): { date: PlainDate; lesson: Lesson } => {
      const { startsAt = null, endsAt = null } =
        bellOf({ date, ...workdays.get(date), number: lesson.number, grade, shift }) ?? {}
      const [room, teacher] = [row.rooms?.[roomId ?? ''] ?? '', row.teachers?.[teacherId] ?? '']
      return { date, lesson: { ...lesson, startsAt, endsAt, room, teacher, marks: [], homework: [] } }
    },
  )
  for (const { lesson, values, ...mark } of row.marks ?? []) {
    lessons[lesson]!.lesson.marks.push({ ...mark, text: markText(values, mark.dueOn !== null, rows[lesson]!.scale) })
  }
  const files = Map.groupBy(row.files ?? [], (file) => file.homeworkId)
  for (const places of Map.groupBy(rowsOf(row.homework), (task) => task.homeworkId).values()) {
    places.sort((a, b) => a.lesson - b.lesson)
    const { lesson, ...task } = places.find((place) => !rows[place.lesson]!.cancelled) ?? places[0]!
    const attached = files.get(task.homeworkId) ?? []
    lessons[lesson]!.lesson.homework.push({ ...task, files: attached.map(({ fileId, name, size }) => ({ fileId, name, size })) })
  }
  return lessons
}

export const timetableQuery = rememberedAnswer('diary.timetable', {
  load: studentById,
  run: async ({ tx, dependsOn }, { studentId, date }) => {
    const row = await tx.maybe<Pick<Output<'diary.timetable'>, 'name' | 'lessons'> & { className: string | null }>(sql`
      with groups as materialized (
        select g.id, g.kind, g.name, g.grade, g.shift, g.class_id, g.school_year_id, e.from_date
        from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
        where e.school_id = current_school() and e.student_id = ${studentId} and ${date}::date between e.from_date and coalesce(e.to_date, 'infinity')
      )
      select p.given_name || ' ' || p.surname as name, (select coalesce((select k.name from study_group k where k.school_id = current_school() and k.id = g.class_id), g.name)
          from groups g where g.kind in ('class', 'individual') order by g.from_date desc, g.kind limit 1) as "className",
        coalesce((select json_agg(json_build_object('weekday', x.weekday, 'number', x.number, 'startsAt', b.starts_at, 'endsAt', b.ends_at,
            'subject', s.name, 'room', coalesce(r.name, ''), 'week', x.week,
            'teacher', coalesce((select t.surname || ' ' || left(t.given_name, 1) || '.' || case when t.patronymic = '' then '' else ' ' || left(t.patronymic, 1) || '.' end
              from assignment a join person t on t.school_id = a.school_id and t.id = a.teacher_id
              where a.school_id = current_school() and a.course_id = c.id and ${date}::date between a.from_date and coalesce(a.to_date, 'infinity') limit 1), ''))
            order by x.weekday, x.number, x.week, s.name)
          from groups g join course c on c.school_id = p.school_id and c.group_id = g.id
              and not exists (select from apart x where x.school_id = c.school_id and x.course_id = c.id and x.student_id = ${studentId}
                and ${date}::date between x.from_date and x.to_date)
            join subject s on s.school_id = c.school_id and s.id = c.subject_id
            join slot x on x.school_id = c.school_id and x.course_id = c.id and ${date}::date between x.from_date and coalesce(x.to_date, 'infinity')
            left join room r on r.school_id = x.school_id and r.id = x.room_id
            left join lateral (select b.starts_at, b.ends_at from bell b where b.school_id = p.school_id and b.school_year_id = c.school_year_id
              and b.weekday = x.weekday and b.number = x.number and b.shift = g.shift and g.grade between b.from_grade and b.to_grade
              and (b.from_date is null or ${mondayOf(date)}::date + x.weekday - 1 between b.from_date and b.to_date)
              order by coalesce(b.to_date - b.from_date, 400), b.to_grade - b.from_grade limit 1) b on true), '[]') as lessons
      from person p where p.school_id = current_school() and p.id = ${studentId}`)
    if (!row) throw new Refusal('access.denied')
    dependsOn([`student:${studentId}`])
    return { studentId, name: row.name, className: row.className ?? '', lessons: row.lessons }
  },
})

export const diaryQueries = [weekQuery, marksQuery, timetableQuery]
