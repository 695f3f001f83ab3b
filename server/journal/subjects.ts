import type { CourseSubject, LessonSubject } from '#domain/access/actor.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

export async function courseById(tx: ReadTx, { courseId }: { courseId: string }): Promise<CourseSubject | null> {
  const row = await tx.maybe<Omit<CourseSubject, 'kind'>>(sql`
    select c.id as "courseId", c.scale, g.id as "groupId", g.grade, g.ungraded,
      case when g.class_id is not null then array[g.class_id] else array(select x.class_id from group_class x
        where x.school_id = g.school_id and x.group_id = g.id and not x.removed) end as "classIds"
    from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
    where c.school_id = current_school() and c.id = ${courseId}`)
  return row && { kind: 'course', ...row }
}

/** A lesson with its course and whether its term is closed: all that relations and rules ask about. */
export async function lessonById(tx: ReadTx, { lessonId }: { lessonId: string }): Promise<LessonSubject | null> {
  const row = await tx.maybe<Omit<LessonSubject, 'kind'>>(sql`
    select l.id as "lessonId", l.date, l.teacher_id as "teacherId", l.instead_of_id as "insteadOfId", l.cancelled,
      c.id as "courseId", c.scale, g.id as "groupId", g.grade, g.ungraded,
      case when g.class_id is not null then array[g.class_id] else array(select x.class_id from group_class x
        where x.school_id = g.school_id and x.group_id = g.id and not x.removed) end as "classIds",
      (select max(t.locked_at) from term t
       where t.school_id = l.school_id and t.school_year_id = c.school_year_id and g.grade between t.from_grade and t.to_grade
         and l.date between t.from_date and t.to_date) as "lockedAt"
    from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
      join study_group g on g.school_id = c.school_id and g.id = c.group_id
    where l.school_id = current_school() and l.id = ${lessonId}`)
  return row && { kind: 'lesson', ...row }
}
