import type { Output } from '#domain/operations.ts'
import { classById, theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { rememberedAnswer } from '#server/platform/execute.ts'

type Listed = Output<'people.list'>['people'][number]

/**
 * Students: everybody ever enrolled in a class or with a guardian, and who is nothing else at all (a card just written). `only` narrows to
 * the class of these people, null takes all. Looks up by keys, person by person: right after two thousand have been imported nobody has
 * counted the tables yet, and joins of whole lists would be planned as if they were empty.
 */
const students = (tx: ReadTx, today: string, only: string | null) =>
  tx.rows<Listed>(sql`
    select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.born_on as "bornOn",
      s.class_id as "classId", coalesce(s.class_name, '') as "className", case when s.to_date < ${today} then s.to_date end as "departedOn",
      a.guardians, a.informed, '' as children, '' as positions, '' as category,
      case when c.id is null then 'none' when c.blocked_at is null then 'open' else 'closed' end as account
    from person p left join lateral (
        select e.student_id, g.class_id, coalesce(k.name, g.name) as class_name, e.to_date
        from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
          left join study_group k on k.school_id = g.school_id and k.id = g.class_id
        where e.school_id = p.school_id and e.student_id = p.id and not e.cancelled
        order by (${today} between e.from_date and coalesce(e.to_date, 'infinity')) desc, (e.from_date <= ${today}) desc, e.from_date desc, g.kind, e.id limit 1
      ) s on true
      cross join lateral (
        select count(*) as ever, count(*) filter (where ${today} between from_date and coalesce(to_date, 'infinity'))::int as guardians,
          count(*) filter (where informed and ${today} between from_date and coalesce(to_date, 'infinity'))::int as informed
        from guardian_of r where r.school_id = p.school_id and r.student_id = p.id
      ) a
      left join account c on c.school_id = p.school_id and c.person_id = p.id
    where p.school_id = current_school() and p.merged_into is null and (${only}::uuid is null or s.class_id = ${only}::uuid)
      and (s.student_id is not null or a.ever > 0
        or not exists (select from staff f where f.school_id = p.school_id and f.person_id = p.id)
          and not exists (select from guardian_of g where g.school_id = p.school_id and g.guardian_id = p.id))
    order by p.surname, p.given_name, p.patronymic, p.id`)

/** Guardians, of today or before; of a class (`only`): those of today, of its students of today. */
const guardians = (tx: ReadTx, today: string, only: string | null) =>
  tx.rows<Listed>(sql`
    with tie as (
      select r.guardian_id, bool_or(${today} between r.from_date and coalesce(r.to_date, 'infinity')) as still,
        string_agg(concat(c.given_name, ' ', c.surname, ', ' || s.class_name), '; ' order by c.born_on, c.given_name, c.id)
          filter (where ${today} between r.from_date and coalesce(r.to_date, 'infinity')) as children,
        bool_or(s.class_id = ${only}::uuid and ${today} between r.from_date and coalesce(r.to_date, 'infinity')) as here,
        count(*) filter (where r.informed and ${today} between r.from_date and coalesce(r.to_date, 'infinity'))::int as informed
      from guardian_of r join person c on c.school_id = r.school_id and c.id = r.student_id
        left join lateral (
          select g.class_id, coalesce(k.name, g.name) as class_name
          from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
            left join study_group k on k.school_id = g.school_id and k.id = g.class_id
          where e.school_id = r.school_id and e.student_id = r.student_id and ${today} between e.from_date and coalesce(e.to_date, 'infinity')
          order by g.kind, e.id limit 1
        ) s on true
      where r.school_id = current_school() and coalesce(r.to_date, 'infinity') >= r.from_date group by r.guardian_id
    )
    select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.born_on as "bornOn",
      null as "classId", '' as "className", null as "departedOn", 0 as guardians, t.informed, coalesce(t.children, '') as children,
      '' as positions, '' as category,
      case when c.id is null then 'none' when c.blocked_at is null then 'open' else 'closed' end as account
    from tie t join person p on p.school_id = current_school() and p.id = t.guardian_id and p.merged_into is null
      left join account c on c.school_id = p.school_id and c.person_id = p.id
    where ${only}::uuid is null or t.here
    order by p.surname, p.given_name, p.patronymic, p.id`)

const employees = (tx: ReadTx, today: string) =>
  tx.rows<Listed>(sql`
    with post as (
      select person_id, max(coalesce(to_date, 'infinity')) as until,
        string_agg(position, ', ' order by from_date, position, id) filter (where coalesce(to_date, 'infinity') >= ${today}) as now,
        string_agg(position, ', ' order by from_date, position, id) as ever,
        string_agg(nullif(category, ''), ', ' order by from_date, id) filter (where coalesce(to_date, 'infinity') >= ${today}) as category
      from staff where school_id = current_school() group by person_id
    )
    select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.born_on as "bornOn",
      null as "classId", '' as "className", case when s.until < ${today} then s.until end as "departedOn", 0 as guardians, 0 as informed,
      '' as children, coalesce(s.now, s.ever) as positions, coalesce(s.category, '') as category,
      case when c.id is null then 'none' when c.blocked_at is null then 'open' else 'closed' end as account
    from post s join person p on p.school_id = current_school() and p.id = s.person_id and p.merged_into is null
      left join account c on c.school_id = p.school_id and c.person_id = p.id
    order by p.surname, p.given_name, p.patronymic, p.id`)

export const listQuery = rememberedAnswer('people.list', {
  load: theSchool,
  run: async ({ tx, today }, { kind }) => ({
    people: await {
      student: () => students(tx, today, null),
      guardian: () => guardians(tx, today, null),
      staff: () => employees(tx, today),
    }[kind](),
  }),
})

export const ofClassQuery = rememberedAnswer('people.ofClass', {
  load: classById,
  run: async ({ tx, today }, { classId }) => {
    const [group, pupils, adults] = await Promise.all([
      tx.maybe<{ name: string }>(sql`select name from study_group where school_id = current_school() and id = ${classId}`),
      students(tx, today, classId),
      guardians(tx, today, classId),
    ])
    return { className: group?.name ?? '', students: pupils, guardians: adults }
  },
})
