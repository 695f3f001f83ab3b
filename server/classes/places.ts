import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

export const placesQuery = answer('classes.places', {
  load: theSchool,
  run: async ({ tx }, { on, classId = null }) => {
    const known = await tx.maybe(sql`
      select 1 from study_group where school_id = current_school() and kind = 'class' and id = coalesce(${classId}::uuid, id) limit 1`)
    if (classId !== null && !known) throw new Refusal('access.denied')
    const places = await tx.rows<Output<'classes.places'>['places'][number]>(sql`
      select l.student_id as "studentId", l.name as "className",
        row_number() over (partition by l.class_id order by p.surname, p.given_name, p.patronymic, p.id)::int as number
      from (
        select distinct c.id as class_id, c.name, e.student_id from study_group c join study_group g on g.school_id = c.school_id and g.class_id = c.id
            and g.kind in ('class', 'individual')
          join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled and ${on}::date between e.from_date and coalesce(e.to_date, 'infinity')
        where c.school_id = current_school() and c.kind = 'class' and (${classId}::uuid is null or c.id = ${classId}::uuid)
      ) l join person p on p.school_id = current_school() and p.id = l.student_id
      order by l.name, l.class_id, number`)
    return { places }
  },
})
