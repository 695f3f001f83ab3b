import { bySubjects, type CourseMarks } from '#domain/diary/rules.ts'
import { markText } from '#domain/journal/entry.ts'
import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { studentById } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { rememberedAnswer } from '#server/platform/execute.ts'

type Marks = Output<'diary.marks'>
type MarksRow = Pick<Marks, 'name'> & {
  className: string | null
  term: Marks['term'] | null
  terms: Marks['terms'] | null
  courses: CourseMarks<Omit<Marks['subjects'][number]['marks'][number], 'text' | 'group'>>[]
}

export const marksQuery = rememberedAnswer('diary.marks', {
  load: studentById,
  run: async ({ tx, today, dependsOn }, { studentId, termId }) => {
    const row = await tx.maybe<MarksRow>(sql`
      with home as materialized (
        select coalesce((select k.name from study_group k where k.school_id = current_school() and k.id = g.class_id), g.name) as name, g.grade, g.school_year_id
        from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
        where e.school_id = current_school() and e.student_id = ${studentId} and g.kind in ('class', 'individual') and not e.cancelled
        order by (e.from_date <= ${today}::date) desc, e.from_date desc, g.kind limit 1
      ), terms as materialized (
        select t.* from home h join term t on t.school_id = current_school() and t.school_year_id = h.school_year_id
          and h.grade between t.from_grade and t.to_grade
      ), shown as materialized (
        select * from terms t
        order by (t.id = ${termId ?? null}::uuid) desc nulls last, (${today}::date between t.from_date and t.to_date) desc,
          (t.from_date <= ${today}::date) desc, abs(t.to_date - ${today}::date) limit 1
      ), attended as materialized (
        select c.id, c.scale, s.id as subject_id, s.name as subject, g.name as group_name, g.ungraded or g.grade = 1 as ungraded,
          range_agg(daterange(e.from_date, e.to_date, '[]')) as days
        from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
          join shown t on e.from_date <= t.to_date and coalesce(e.to_date, 'infinity') >= t.from_date and g.school_year_id = t.school_year_id
          join course c on c.school_id = g.school_id and c.group_id = g.id
          join subject s on s.school_id = c.school_id and s.id = c.subject_id
        where e.school_id = current_school() and e.student_id = ${studentId}
        group by c.id, c.scale, s.id, s.name, g.name, g.ungraded, g.grade
      ), own_plan as materialized (
        select x.course_id, range_agg(daterange(x.from_date, nullif(x.to_date, 'infinity'), '[]')) as days
        from apart x where x.school_id = current_school() and x.student_id = ${studentId} group by x.course_id
      ), courses as materialized (
        -- Without the days on which the subject is learned by a plan of one's own; a course of which no day of the term is left is none.
        select c.*, s.stays, (select json_agg(json_build_object('from', lower(d), 'to', upper(d) - 1)) from unnest(s.stays) d) as spans
        from attended c cross join lateral (select c.days - coalesce((select o.days from own_plan o where o.course_id = c.id), '{}') as stays) s
          join shown t on s.stays && daterange(t.from_date, t.to_date, '[]')
      ), lessons as materialized (
        select l.id, l.course_id, l.date, l.number, a.code
        from courses c join shown t on true join lesson l on l.school_id = current_school() and l.course_id = c.id and not l.cancelled
            and l.date between t.from_date and t.to_date and l.date <@ c.stays and l.date <= ${today}::date
          left join absence a on a.school_id = l.school_id and a.lesson_id = l.id and a.student_id = ${studentId}
      ), marks as materialized (
        select l.course_id, l.date, l.number, w.position, w.weight, w.title, k.name as type, k.short_name, m."values", m.comment, m.due_on
        from lessons l join work w on w.school_id = current_school() and w.lesson_id = l.id and not w.removed
          join mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = ${studentId}
            and (cardinality(m."values") > 0 or m.due_on is not null)
          join work_type k on k.school_id = w.school_id and k.id = w.work_type_id
      )
      select p.given_name || ' ' || p.surname as name, (select name from home) as "className",
        (select json_build_object('termId', id, 'name', name, 'from', from_date, 'to', to_date) from shown) as term,
        (select json_agg(json_build_object('termId', id, 'name', name, 'from', from_date, 'to', to_date) order by from_date) from terms) as terms,
        coalesce((select json_agg(json_build_object('courseId', c.id, 'subjectId', c.subject_id, 'group', c.group_name, 'stays', c.spans,
          'subject', c.subject, 'scale', c.scale, 'ungraded', c.ungraded,
          'teacher', coalesce((select t.surname || ' ' || left(t.given_name, 1) || '.' || case when t.patronymic = '' then '' else ' ' || left(t.patronymic, 1) || '.' end
            from assignment s join person t on t.school_id = s.school_id and t.id = s.teacher_id
            where s.school_id = current_school() and s.course_id = c.id order by coalesce(s.to_date, 'infinity') desc, s.from_date desc, s.id limit 1), ''),
          'missed', (select count(*) from lessons l where l.course_id = c.id and l.code in ('absent', 'sick', 'excused', 'unexcused')),
          'late', (select count(*) from lessons l where l.course_id = c.id and l.code = 'late'),
          'held', (select count(*) from lessons l where l.course_id = c.id),
          'marks', coalesce((select json_agg(json_build_object('date', m.date, 'values', m."values", 'type', m.type, 'shortType', m.short_name,
            'weight', m.weight, 'title', m.title, 'comment', m.comment, 'dueOn', m.due_on) order by m.date, m.number, m.position)
            from marks m where m.course_id = c.id), '[]')) order by c.subject, c.id) from courses c), '[]') as courses
      from person p where p.school_id = current_school() and p.id = ${studentId}`)
    if (!row) throw new Refusal('access.denied')
    dependsOn([`student:${studentId}`, ...row.courses.map(({ courseId }) => `course:${courseId}`)])
    if (!row.term || !row.terms) throw new Refusal('journal.noTerm')
    const subjects = bySubjects(row.courses).map((subject) => ({
      ...subject,
      marks: subject.marks.map((mark) => ({ ...mark, text: markText(mark.values, mark.dueOn !== null, subject.scale) })),
    }))
    return {
      studentId,
      name: row.name,
      className: row.className ?? '',
      term: row.term,
      terms: row.terms,
      subjects,
    }
  },
})
