import type { FileSubject } from '#domain/access/actor.ts'
import type { Output } from '#domain/operations.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

/**
 * A file with everybody the homework it hangs on was given to; a scan of a consent, with the student it is about. A scan of several
 * students’ papers is no family’s: each would see what the others have signed. `ofOrder`: it hangs on the movement book.
 */
async function fileById(tx: ReadTx, { fileId }: { fileId: string }): Promise<FileSubject | null> {
  const row = await tx.maybe<Omit<FileSubject, 'kind' | 'fileId'>>(sql`
    with given as (
      select h.id, h.course_id, h.individual, l.date, c.group_id, case when g.class_id is not null then array[g.class_id] else
        array(select x.class_id from group_class x where x.school_id = g.school_id and x.group_id = g.id and not x.removed) end as class_ids
      from homework_file x join homework h on h.school_id = x.school_id and h.id = x.homework_id
        join lesson l on l.school_id = h.school_id and l.id = h.lesson_id
        join course c on c.school_id = h.school_id and c.id = h.course_id
        join study_group g on g.school_id = c.school_id and g.id = c.group_id
      where x.school_id = current_school() and x.file_id = ${fileId} and not x.removed and not h.removed
    ), signed as (
      select c.student_id, g.class_id from consent c
        left join enrolment e on e.school_id = c.school_id and e.student_id = c.student_id and not e.cancelled and e.to_date is null
        left join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
      where c.school_id = current_school() and c.file_id = ${fileId}
    )
    select coalesce((select array_agg(course_id) from given), '{}') as "courseIds",
      array(select unnest(class_ids) from given union select class_id from signed where class_id is not null) as "classIds",
      coalesce((select array_agg(distinct e.student_id) from given h join enrolment e on e.school_id = current_school() and e.group_id = h.group_id
          and coalesce(e.to_date, 'infinity') >= h.date
        where not exists (select from apart x where x.school_id = e.school_id and x.course_id = h.course_id and x.student_id = e.student_id
            and h.date between x.from_date and x.to_date)
          and (not h.individual or exists (select from homework_student s
          where s.school_id = current_school() and s.homework_id = h.id and s.student_id = e.student_id and not s.removed))), '{}') || array(select min(student_id::text)::uuid from signed having count(distinct student_id) = 1) as "studentIds",
      exists (select from movement m where m.school_id = f.school_id and m.file_id = f.id) as "ofOrder",
      (select o.actor_id from change ch join operation o on o.school_id = ch.school_id and o.id = ch.operation_id
        where ch.school_id = current_school() and ch.row_id = f.id order by ch.id limit 1) as "authorId"
    from file f where f.school_id = current_school() and f.id = ${fileId}`)
  return row && { kind: 'file', fileId, ...row }
}

export const fileQuery = answer('homework.file', {
  load: fileById,
  run: ({ tx }, { fileId }) =>
    tx.one<Output<'homework.file'>>(sql`
      select name, media_type as "mediaType", size, encode(sha256, 'hex') as sha256 from file where school_id = current_school() and id = ${fileId}`),
})

export const homeworkQueries = [fileQuery]
