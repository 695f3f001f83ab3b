import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type Columns, rowsOf } from '#server/platform/columns.ts'
import { sql } from '#server/platform/db.ts'
import { rememberedAnswer } from '#server/platform/execute.ts'
import { courseById } from './subjects.ts'

type Page = Output<'journal.page'>
type Lesson = Page['lessons'][number]
type Filled<T> = { [K in keyof T]: T[K] | null }
type Remark = Omit<Page['remarks'][number], 'work' | 'student'> & { student: string }
type PageRow = {
  course: Page['course']
  className: string
  termId: string | null
  terms: Columns<Page['term']>
  students: Columns<Page['students'][number]>
  /** By student, of those who learn the subject by a plan of their own. */
  apart: Record<string, Page['students'][number]['stays']> | null
  lessons: Columns<Omit<Lesson, 'works' | 'room'> & { roomId: string | null }>
  works: Columns<Lesson['works'][number] & { lesson: number }>
  teachers: Page['teachers'] | null
  rooms: Record<string, string> | null
  workTypes: Page['workTypes'] | null
  /** Of each column: its place, the students' ids run together, what their cells show, and what is remarked. */
  marks: [n: number, students: string, texts: string, remarks: Remark[] | null][] | null
  brought: Page['brought'] | null
  /** Courses whose marks may follow a student here. */
  elsewhere: string[] | null
  absences: Filled<Page['absences']>
}

/**
 * The whole page in one statement. Marks and absences come as columns of indices into `students` and the works (lessons) of the
 * page: a full page of 30 × 100 then travels in a few kilobytes. The marks of a column leave the database as two long strings, the cheapest
 * it has for thousands of rows: whatever is built of each of them (a place in a list, an array, an object) costs more than reading it.
 */
export const pageQuery = rememberedAnswer('journal.page', {
  load: courseById,
  run: async ({ tx, today, dependsOn }, { courseId, termId }) => {
    dependsOn([`course:${courseId}`, `staff:${courseId}`])
    const row = await tx.maybe<PageRow>(sql`
      with page as materialized (
        select c.school_id, c.id as course_id, c.group_id, c.scale, g.kind, g.class_id, g.name as group_name, g.grade, g.ungraded,
          c.subject_id, s.name as subject_name, c.school_year_id, case when g.class_id is not null then array[g.class_id] else array(select x.class_id from group_class x
            where x.school_id = g.school_id and x.group_id = g.id and not x.removed) end as class_ids,
          coalesce((select k.name from study_group k where k.school_id = g.school_id and k.id = g.class_id), g.name) as class_name
        from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
          join subject s on s.school_id = c.school_id and s.id = c.subject_id
        where c.school_id = current_school() and c.id = ${courseId}
      ), terms as materialized (
        select t.* from page p join term t on t.school_id = p.school_id and t.school_year_id = p.school_year_id
          and p.grade between t.from_grade and t.to_grade
      ), shown as materialized (
        select * from terms t
        order by (t.id = ${termId ?? null}::uuid) desc nulls last, (${today}::date between t.from_date and t.to_date) desc,
          (t.from_date <= ${today}::date) desc, abs(t.to_date - ${today}::date) limit 1
      ), own_plan as materialized (
        select x.student_id, range_agg(daterange(x.from_date, nullif(x.to_date, 'infinity'), '[]')) as days
        from page g join apart x on x.school_id = g.school_id and x.course_id = g.course_id group by x.student_id
      ), stays as materialized (
        -- When each was with the group; a student who learns the subject by a plan of their own has none of those days, and is listed still.
        select e.student_id, s.from_date, s.to_date
        from page g join shown t on true join enrolment e on e.school_id = g.school_id and e.group_id = g.group_id
            and e.from_date <= t.to_date and coalesce(e.to_date, 'infinity') >= t.from_date
          left join own_plan a on a.student_id = e.student_id
          left join lateral (
            select e.from_date, e.to_date where a.days is null
            union all
            select lower(d), upper(d) - 1 from unnest(datemultirange(daterange(e.from_date, e.to_date, '[]')) - a.days) d
            where d && daterange(t.from_date, t.to_date, '[]')) s on true
      ), students as materialized (
        -- Students of several classes are told apart; those of a combined class stand class by class.
        select row_number() over (order by k.grade, k.place, p.surname, p.given_name, p.patronymic, p.id) as n, p.id,
          p.surname || ' ' || p.given_name as name, e.stays, coalesce(k.name, '') as of_class
        from (
          select student_id, coalesce(json_agg(json_build_object('from', from_date, 'to', to_date) order by from_date)
            filter (where from_date is not null), '[]') as stays
          from stays group by student_id) e
          join person p on p.school_id = current_school() and p.id = e.student_id
          cross join page g left join lateral (
            select k.name, case when g.kind = 'combined' then k.grade end as grade, case when g.kind = 'combined' then k.name end as place
            from shown t join enrolment h on h.school_id = p.school_id and h.student_id = p.id and h.from_date <= t.to_date
                and coalesce(h.to_date, 'infinity') >= t.from_date
              join study_group k on k.school_id = h.school_id and k.id = h.group_id and k.kind = 'class'
            where g.class_id is null order by h.from_date desc limit 1) k on true
      ), newcomers as materialized (
        select s.student_id, max(s.from_date) as since from shown t join stays s on s.from_date between t.from_date + 1 and t.to_date
        group by s.student_id
      ), elsewhere as materialized (
        -- Where they learned the subject in this term before they came: never where they learn it beside this group.
        select n.student_id, o.id as course_id, k.name, greatest(s.from_date, t.from_date) as from_date, s.to_date
        from newcomers n join page g on true join shown t on true
          join enrolment e on e.school_id = g.school_id and e.student_id = n.student_id and e.group_id <> g.group_id
            and e.from_date < n.since and coalesce(e.to_date, 'infinity') >= t.from_date
          join course o on o.school_id = e.school_id and o.group_id = e.group_id and o.subject_id = g.subject_id and o.scale = g.scale
            and o.school_year_id = g.school_year_id
          join study_group k on k.school_id = e.school_id and k.id = e.group_id
          cross join lateral (
            select lower(d) as from_date, upper(d) - 1 as to_date
            from unnest(datemultirange(daterange(e.from_date, e.to_date, '[]')) - coalesce((
              select range_agg(daterange(x.from_date, nullif(x.to_date, 'infinity'), '[]')) from apart x
              where x.school_id = e.school_id and x.course_id = o.id and x.student_id = e.student_id), '{}')) d) s
        where s.to_date between t.from_date and n.since - 1
          and not exists (select from stays h where h.student_id = n.student_id and h.from_date <= s.to_date and coalesce(h.to_date, 'infinity') >= s.from_date)
      ), group_list as materialized (
        select array_agg(id order by n) as ids from students
      ), lessons as materialized (
        select row_number() over (order by l.date, l.number, l.id)::int - 1 as n, l.*
        from page g join shown t on true join lesson l on l.school_id = g.school_id and l.course_id = g.course_id
          and l.date between t.from_date and t.to_date
      ), works as materialized (
        select row_number() over (order by l.n, w.position, w.id)::int - 1 as n, l.n as lesson, w.id, w.work_type_id, w.weight, w.title
        from lessons l join work w on w.school_id = l.school_id and w.lesson_id = l.id and not w.removed
      ), marks as materialized (
        select w.n, m.* from works w cross join lateral (
          select encode(string_agg(uuid_send(m.student_id), ''), 'hex') as students,
            string_agg(case when m.due_on is not null then '•' else case cardinality(m."values") when 1 then chr(48 + m."values"[1])
              when 0 then '' else array_to_string(m."values", '/') end end, ' ') as texts,
            json_agg(json_build_object('student', m.student_id, 'dueOn', m.due_on, 'comment', m.comment, 'basis', m.basis))
              filter (where m.due_on is not null or m.comment <> '' or m.basis <> '') as remarks
          from mark m where m.school_id = current_school() and m.work_id = w.id) m
      )
      select
        json_build_object('courseId', p.course_id, 'groupId', p.group_id, 'classIds', p.class_ids, 'group', p.group_name,
          'subject', p.subject_name, 'grade', p.grade, 'ungraded', p.ungraded, 'scale', p.scale) as course,
        p.class_name as "className",
        (select id from shown) as "termId",
        (select json_build_object('termId', array_agg(id order by from_date), 'name', array_agg(name order by from_date),
          'from', array_agg(from_date order by from_date), 'to', array_agg(to_date order by from_date),
          'lockedAt', array_agg(locked_at order by from_date)) from terms) as terms,
        (select json_build_object('studentId', array_agg(id order by n), 'name', array_agg(name order by n),
          'stays', array_agg(stays order by n), 'ofClass', case when (select class_id is null from page) then array_agg(of_class order by n) end)
          from students) as students,
        (select json_object_agg(a.student_id, (select json_agg(json_build_object('from', lower(d), 'to', upper(d) - 1)) from unnest(a.days) d
            where d && daterange(t.from_date, t.to_date, '[]')))
          from own_plan a join shown t on exists (select from unnest(a.days) d where d && daterange(t.from_date, t.to_date, '[]'))) as apart,
        (select json_build_object('lessonId', array_agg(id order by n), 'date', array_agg(date order by n), 'number', array_agg(number order by n),
          'teacherId', array_agg(teacher_id order by n), 'insteadOfId', array_agg(instead_of_id order by n), 'roomId', array_agg(room_id order by n),
          'cancelled', array_agg(cancelled order by n), 'topic', array_agg(topic order by n), 'note', array_agg(note order by n),
          'rollCalledAt', array_agg(roll_called_at order by n)) from lessons) as lessons,
        (select json_build_object('lesson', array_agg(lesson order by n), 'workId', array_agg(id order by n),
          'typeId', array_agg(work_type_id order by n), 'weight', array_agg(weight order by n), 'title', array_agg(title order by n)) from works) as works,
        (select json_agg(json_build_object('personId', t.id, 'name', t.surname || ' ' || left(t.given_name, 1) || '.' ||
          case when t.patronymic = '' then '' else ' ' || left(t.patronymic, 1) || '.' end))
          from person t where t.school_id = current_school()
            and t.id = any(array(select teacher_id from lessons union select instead_of_id from lessons))) as teachers,
        (select json_object_agg(r.id, r.name) from room r where r.school_id = current_school()
          and r.id = any(array(select distinct room_id from lessons))) as rooms,
        (select json_agg(json_build_object('typeId', id, 'name', name, 'shortName', short_name, 'weight', weight, 'control', control)
          order by position, name) from work_type where school_id = current_school()) as "workTypes",
        (select json_agg(json_build_array(n, students, texts, remarks)) from marks where students is not null) as marks,
        (select json_agg(json_build_object('student', array_position(g.ids, x.student_id) - 1, 'group', x.name, 'date', l.date,
            'typeId', w.work_type_id, 'title', w.title, 'weight', w.weight, 'text', array_to_string(m."values", '/'))
            order by x.student_id, l.date, l.number, w.position)
          from group_list g, elsewhere x
            join lesson l on l.school_id = current_school() and l.course_id = x.course_id and l.date between x.from_date and x.to_date
            join work w on w.school_id = l.school_id and w.lesson_id = l.id and not w.removed
            join mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = x.student_id and cardinality(m."values") > 0) as brought,
        (select array_agg(distinct course_id) from elsewhere) as elsewhere,
        (select json_build_object('lesson', array_agg(lesson), 'student', array_agg(student), 'code', array_agg(code), 'minutes', array_agg(minutes))
          from (
            select l.n as lesson, array_position(g.ids, a.student_id) - 1 as student, a.code, coalesce(a.minutes, 0) as minutes
            from group_list g, lessons l join absence a on a.school_id = current_school() and a.lesson_id = l.id and a.code is not null) a
          where student is not null) as absences
      from page p`)
    const terms = row ? rowsOf(row.terms) : []
    const term = terms.find((one) => one.termId === row!.termId)
    if (!row || !term) throw new Refusal('journal.noTerm')
    const { course, className, teachers, workTypes, brought, elsewhere, absences } = row
    dependsOn((elsewhere ?? []).map((id) => `course:${id}`))
    const students = rowsOf(row.students).map((one) => toldOf(one, row.apart?.[one.studentId]))
    return {
      course,
      className,
      today,
      term,
      terms,
      students,
      lessons: lessonsOf(row),
      teachers: teachers ?? [],
      workTypes: workTypes ?? [],
      ...marksOf(row.marks ?? [], students),
      brought: brought ?? [],
      absences: {
        lesson: absences.lesson ?? [],
        student: absences.student ?? [],
        code: absences.code ?? [],
        minutes: absences.minutes ?? [],
      },
    }
  },
})

type Student = Page['students'][number]
/** What is told of few students only is not told of the others. */
const toldOf = ({ ofClass, ...student }: Student, apart: Student['apart']): Student => ({
  ...student,
  ...(ofClass === undefined ? {} : { ofClass }),
  ...(apart ? { apart } : {}),
})

function lessonsOf({ lessons, works, rooms }: PageRow): Lesson[] {
  const all = rowsOf(lessons).map(({ roomId, ...lesson }) => ({
    ...lesson,
    room: rooms?.[roomId ?? ''] ?? '',
    works: [] as Lesson['works'],
  }))
  for (const { lesson, ...work } of rowsOf(works)) all[lesson]!.works.push(work)
  return all
}

const HEX = 32
const plainId = (id: string) => id.replaceAll('-', '')

/** Marks and remarks by places. Marks of who is not on this page (they left before the term began) are left out. */
function marksOf(columns: NonNullable<PageRow['marks']>, students: Page['students']): Pick<Page, 'marks' | 'remarks'> {
  const placeOf = new Map(students.map(({ studentId }, place) => [plainId(studentId), place]))
  const marks: Page['marks'] = { work: [], student: [], text: [] }
  const remarks: Page['remarks'] = []
  for (const [work, ids, texts, remarked] of columns) {
    const shown = texts.split(' ')
    const about = new Map(remarked?.map(({ student, ...remark }) => [plainId(student), remark]))
    shown.forEach((text, i) => {
      const id = ids.slice(i * HEX, (i + 1) * HEX)
      const student = placeOf.get(id)
      const remark = about.get(id)
      if (student === undefined || (text === '' && !remark)) return
      marks.work.push(work)
      marks.student.push(student)
      marks.text.push(text)
      if (remark) remarks.push({ work, student, ...remark })
    })
  }
  return { marks, remarks }
}
