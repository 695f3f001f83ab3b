import type { Output } from '#domain/operations.ts'
import { monthOf } from '#domain/people/checks.ts'
import { keptContacts } from '#domain/people/rules.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { personById, theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'

type Child = Output<'people.familyChecks'>['children'][number]

export const familyChecksQuery = answer('people.familyChecks', {
  load: theSchool,
  run: async ({ tx, actor, school, today }) => {
    const keeps = keptContacts(school.policies)
    const children = actor.children.filter(({ from, to }) => isWithin(today, from, to)).map(({ studentId }) => studentId)
    return {
      month: monthOf(today),
      october: today.slice(5, 7) === '10',
      keeps,
      children: await tx.rows<Child>(sql`
        select p.id as "studentId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, k.names as "className",
          coalesce(p.born_on::text, '') as "bornOn", p.foreign_languages as "foreignLanguages",
          (select json_agg(json_build_object('name', concat_ws(' ', a.surname, a.given_name, nullif(a.patronymic, '')), 'relation', r.relation, 'contacts',
              coalesce((select json_agg(json_build_object('kind', c.kind, 'value', c.value) order by c.kind, c.id) from contact c
                where c.school_id = r.school_id and c.person_id = a.id and a.id = ${actor.personId} and not c.removed and c.kind = any(${keeps}::text[])), '[]'))
              order by a.surname, a.given_name, a.id)
            from guardian_of r join person a on a.school_id = r.school_id and a.id = r.guardian_id
            where r.school_id = p.school_id and r.student_id = p.id and ${today} between r.from_date and coalesce(r.to_date, 'infinity')) as guardians
        from person p cross join lateral (
          select string_agg(distinct g.name, ', ') as names from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind = 'class'
            join school_year y on y.school_id = g.school_id and y.id = g.school_year_id and ${today} between y.from_date and y.to_date
          where e.school_id = p.school_id and e.student_id = p.id and ${today} between e.from_date and coalesce(e.to_date, 'infinity')) k
        where p.school_id = current_school() and p.id = any(${children}::uuid[]) and k.names is not null and not exists (
          select from family_check f where f.school_id = p.school_id and f.student_id = p.id and f.month = ${monthOf(today)})
        order by p.born_on, p.given_name, p.id`),
    }
  },
})

export const confirmOwnCommand = implement('people.confirmOwn', {
  load: personById,
  run: async ({ tx, actor, today, now }, { personId }) => {
    const { learns } = await tx.one<{ learns: boolean }>(sql`
      select exists (select from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
        where e.school_id = current_school() and e.student_id = ${personId} and ${today} between e.from_date and coalesce(e.to_date, 'infinity')) as learns`)
    if (!learns) throw new Refusal('people.notInClass')
    await tx.run(sql`
      insert into family_check (school_id, student_id, guardian_id, month, at)
      values (current_school(), ${personId}, ${actor.personId}, ${monthOf(today)}, ${now})
      on conflict (school_id, student_id, month, guardian_id) do nothing`)
    return {}
  },
  announce: () => ['school'],
})
