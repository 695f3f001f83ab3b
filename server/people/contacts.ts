import type { Output } from '#domain/operations.ts'
import { keptContacts } from '#domain/people/rules.ts'
import { classById, theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'

type Line = Output<'people.openContacts'>['students'][number]

export const contactClassesQuery = answer('people.contactClasses', {
  load: theSchool,
  run: async ({ tx, school, today }) => ({
    keeps: keptContacts(school.policies),
    classes: await tx.rows<Output<'people.contactClasses'>['classes'][number]>(sql`
      select k.id as "classId", k.name, count(distinct e.student_id)::int as students
      from study_group k join study_group g on g.school_id = k.school_id and g.class_id = k.id and g.kind in ('class', 'individual')
        join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
          and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity')
      where k.school_id = current_school() and not k.archived
      group by k.id, k.name, k.grade order by k.grade, k.name, k.id`),
  }),
})

export const openContactsCommand = implement('people.openContacts', {
  load: classById,
  run: async ({ tx, school, today, subject }) => ({
    students: await tx.rows<Line>(sql`
      with pupil as materialized (
        select distinct e.student_id from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
        where g.school_id = current_school() and g.class_id = ${subject.classId} and g.kind in ('class', 'individual')
          and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity')
      )
      select p.id as "studentId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, coalesce(a.guardians, '[]') as guardians
      from pupil u join person p on p.school_id = current_school() and p.id = u.student_id cross join lateral (
          select json_agg(json_build_object('personId', a.id, 'name', concat_ws(' ', a.surname, a.given_name, nullif(a.patronymic, '')),
              'relation', r.relation, 'livesWith', r.lives_with, 'contacts', coalesce((
                select json_agg(json_build_object('kind', c.kind, 'value', c.value) order by c.kind = 'address', c.kind = 'email', c.value)
                from contact c where c.school_id = r.school_id and c.person_id = a.id and not c.removed
                  and c.kind = any(${keptContacts(school.policies)}::text[])), '[]'))
              order by not r.lives_with, r.relation <> 'mother', r.relation <> 'father', a.surname, a.given_name, a.id) as guardians
          from guardian_of r join person a on a.school_id = r.school_id and a.id = r.guardian_id
          where r.school_id = p.school_id and r.student_id = p.id and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
        ) a
      order by p.surname, p.given_name, p.patronymic, p.id`),
  }),
  announce: () => [],
})
