import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { courseById } from './subjects.ts'

type Page = Output<'journal.page'>
type Columns = Omit<Page, 'today'>

/**
 * The whole page in one statement. Marks and absences come as columns of indices into `students` and the works (lessons) of the
 * page: a full page of 30 × 100 then travels in a few kilobytes.
 */
export const pageQuery = answer('journal.page', {
  load: courseById,
  run: async ({ tx, today }, { courseId, termId }) => {
    const row = await tx.maybe<Columns>(sql`
      with page as materialized (
        select c.school_id, c.id as course_id, c.group_id, c.scale, g.class_id, g.name as group_name, g.grade, g.ungraded,
          s.name as subject_name, c.school_year_id,
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
      ), students as materialized (
        select row_number() over (order by p.surname, p.given_name, p.patronymic, p.id) - 1 as n, p.id, p.surname, p.given_name,
          e.from_date, e.to_date
        from (
          select e.student_id, min(e.from_date) as from_date, nullif(max(coalesce(e.to_date, 'infinity')), 'infinity') as to_date
          from page g join shown t on true join enrolment e on e.school_id = g.school_id and e.group_id = g.group_id
            and e.from_date <= t.to_date and coalesce(e.to_date, 'infinity') >= t.from_date
          group by e.student_id) e
          join person p on p.school_id = current_school() and p.id = e.student_id
      ), lessons as materialized (
        select row_number() over (order by l.date, l.number, l.id) - 1 as n, l.*, coalesce(r.name, '') as room
        from page g join shown t on true join lesson l on l.school_id = g.school_id and l.course_id = g.course_id
          and l.date between t.from_date and t.to_date
          left join room r on r.school_id = l.school_id and r.id = l.room_id
      ), works as materialized (
        select row_number() over (order by l.n, w.position, w.id) - 1 as n, l.n as lesson, w.id, w.work_type_id, w.weight, w.title, w.position
        from lessons l join work w on w.school_id = l.school_id and w.lesson_id = l.id and not w.removed
      ), marks as materialized (
        select w.n as work, s.n as student, m."values", m.due_on, m.comment, m.basis
        from works w join mark m on m.school_id = current_school() and m.work_id = w.id
          join students s on s.id = m.student_id
        where cardinality(m."values") > 0 or m.due_on is not null or m.comment <> '' or m.basis <> ''
      ), absences as materialized (
        select l.n as lesson, s.n as student, a.code, coalesce(a.minutes, 0) as minutes
        from lessons l join absence a on a.school_id = current_school() and a.lesson_id = l.id and a.code is not null
          join students s on s.id = a.student_id
      )
      select
        json_build_object('courseId', p.course_id, 'groupId', p.group_id, 'classId', p.class_id, 'group', p.group_name,
          'subject', p.subject_name, 'grade', p.grade, 'ungraded', p.ungraded, 'scale', p.scale) as course,
        p.class_name as "className",
        (select json_build_object('termId', id, 'name', name, 'from', from_date, 'to', to_date, 'lockedAt', locked_at) from shown) as term,
        (select json_agg(json_build_object('termId', id, 'name', name, 'from', from_date, 'to', to_date, 'lockedAt', locked_at)
          order by from_date) from terms) as terms,
        coalesce((select json_agg(json_build_object('studentId', id, 'name', surname || ' ' || given_name, 'from', from_date, 'to', to_date)
          order by n) from students), '[]') as students,
        coalesce((select json_agg(json_build_object('lessonId', l.id, 'date', l.date, 'number', l.number, 'teacherId', l.teacher_id,
          'insteadOfId', l.instead_of_id, 'room', l.room, 'cancelled', l.cancelled, 'topic', l.topic, 'note', l.note,
          'rollCalledAt', l.roll_called_at, 'works', coalesce(w.works, '[]')) order by l.n)
          from lessons l left join (
            select lesson, json_agg(json_build_object('workId', id, 'typeId', work_type_id, 'weight', weight, 'title', title) order by n) as works
            from works group by lesson) w on w.lesson = l.n), '[]') as lessons,
        coalesce((select json_agg(json_build_object('personId', t.id, 'name', t.surname || ' ' || left(t.given_name, 1) || '.' ||
          case when t.patronymic = '' then '' else ' ' || left(t.patronymic, 1) || '.' end))
          from person t where t.school_id = current_school()
            and t.id in (select teacher_id from lessons union select instead_of_id from lessons)), '[]') as teachers,
        coalesce((select json_agg(json_build_object('typeId', id, 'name', name, 'shortName', short_name, 'weight', weight, 'control', control)
          order by position, name) from work_type where school_id = current_school()), '[]') as "workTypes",
        (select json_build_object('work', coalesce(json_agg(work), '[]'), 'student', coalesce(json_agg(student), '[]'),
          'text', coalesce(json_agg(case when due_on is not null then '•' else array_to_string("values", '/') end), '[]')) from marks) as marks,
        coalesce((select json_agg(json_build_object('work', work, 'student', student, 'dueOn', due_on, 'comment', comment, 'basis', basis))
          from marks where due_on is not null or comment <> '' or basis <> ''), '[]') as remarks,
        (select json_build_object('lesson', coalesce(json_agg(lesson), '[]'), 'student', coalesce(json_agg(student), '[]'),
          'code', coalesce(json_agg(code), '[]'), 'minutes', coalesce(json_agg(minutes), '[]')) from absences) as absences
      from page p`)
    if (!row?.terms) throw new Refusal('journal.noTerm')
    return { ...row, today }
  },
})
