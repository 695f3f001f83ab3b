import type { PlainDate } from '#domain/platform/dates.ts'
import { sql, type Tx } from '#server/platform/db.ts'

export type AssignmentRow = {
  groupId: string
  subjectId: string
  teacherId: string
  halfHours: number
  from: PlainDate
  to: PlainDate | null
}

/**
 * Gives courses to teachers, opening those that do not exist. Who teaches a course at that time already gets the hours named here and no
 * second assignment. Answers whom it concerns: the caller announces `person:` of each, and 'school'.
 */
export const assignMany = (tx: Tx, schoolId: number, rows: readonly AssignmentRow[]) =>
  tx.rows<{ courseId: string; teacherId: string; added: boolean }>(sql`
    with given as (
      select distinct on ("groupId", "subjectId", "teacherId") * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        g ("groupId" uuid, "subjectId" uuid, "teacherId" uuid, "halfHours" int, "from" date, "to" date)
    ), opened as (
      insert into course (school_id, school_year_id, group_id, subject_id, scale)
      select distinct ${schoolId}::int, s.school_year_id, s.id, g."subjectId", case when s.kind = 'extracurricular' then 'passFail' else 'five' end
      from given g join study_group s on s.school_id = current_school() and s.id = g."groupId"
      on conflict (school_id, group_id, subject_id) do nothing
      returning id, group_id, subject_id
    ), courses as (
      select id, group_id, subject_id from opened
      union all
      select c.id, c.group_id, c.subject_id from course c
      where c.school_id = current_school() and (c.group_id, c.subject_id) in (select "groupId", "subjectId" from given)
    ), wanted as (
      select c.id as course_id, g.* from given g join courses c on c.group_id = g."groupId" and c.subject_id = g."subjectId"
    ), known as (
      select w.course_id, w."teacherId", w."halfHours", a.id from wanted w
        join assignment a on a.school_id = current_school() and a.course_id = w.course_id and a.teacher_id = w."teacherId"
          and a.from_date <= coalesce(w."to", 'infinity') and w."from" <= coalesce(a.to_date, 'infinity')
          and a.from_date <= coalesce(a.to_date, 'infinity')
    ), changed as (
      update assignment a set weekly_half_hours = k."halfHours" from known k
      where a.school_id = current_school() and a.id = k.id and a.weekly_half_hours <> k."halfHours"
    ), added as (
      insert into assignment (school_id, course_id, teacher_id, weekly_half_hours, from_date, to_date)
      select ${schoolId}, course_id, "teacherId", "halfHours", "from", "to" from wanted
      where (course_id, "teacherId") not in (select course_id, "teacherId" from known)
      returning course_id, teacher_id
    )
    select course_id as "courseId", teacher_id as "teacherId", true as added from added
    union all
    select course_id, "teacherId", false from known`)

/**
 * Lessons from a day on which nobody who teaches the course would hold pass to the teachers named, as far as these teach it then;
 * a colleague who covers one goes on covering it, for the new teacher. What was before stays with who held it.
 */
export const passLessons = (tx: Tx, rows: readonly { courseId: string; teacherId: string }[], from: PlainDate) =>
  tx.run(sql`
    with passing as (
      select distinct on (l.id) l.id, g."teacherId", l.instead_of_id is not null and l.teacher_id <> g."teacherId" as covered
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g ("courseId" uuid, "teacherId" uuid)
        join lesson l on l.school_id = current_school() and l.course_id = g."courseId" and l.date >= ${from}::date
        join assignment n on n.school_id = l.school_id and n.course_id = l.course_id and n.teacher_id = g."teacherId"
          and l.date between n.from_date and coalesce(n.to_date, 'infinity')
      where not exists (select from assignment a where a.school_id = l.school_id and a.course_id = l.course_id
        and a.teacher_id = coalesce(l.instead_of_id, l.teacher_id) and l.date between a.from_date and coalesce(a.to_date, 'infinity'))
    )
    update lesson l set teacher_id = case when p.covered then l.teacher_id else p."teacherId" end,
      instead_of_id = case when p.covered then p."teacherId" end
    from passing p where l.school_id = current_school() and l.id = p.id`)
