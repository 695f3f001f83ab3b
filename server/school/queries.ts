import { isOverseer, staff } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { defaultPolicies, type Policies } from '#domain/school/policies.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

type Card = Output<'school.card'>['card']

/** The card as it stands. */
export const cardOf = (tx: ReadTx) =>
  tx.one<Card & { setUpAt: string | null; paperlessSince: string | null }>(sql`
    select name, full_name as "fullName", city, time_zone as "timeZone", inn, ogrn, address, phone, email, site,
      head_name as "headName", head_position as "headPosition", set_up_at as "setUpAt", paperless_since as "paperlessSince"
    from school where school_id = current_school()`)

export const cardQuery = answer('school.card', {
  load: theSchool,
  run: async ({ tx }) => {
    const { setUpAt, paperlessSince, ...card } = await cardOf(tx)
    return { card, setUpAt, paperlessSince }
  },
})

export const settingsQuery = answer('school.settings', {
  load: theSchool,
  run: async ({ tx }) => {
    const rows = await tx.rows<{ key: string; value: never; by: string; at: string }>(sql`
      select s.key, s.value, coalesce(c.by, '') as by, coalesce(c.at, 'epoch') as at
      from setting s left join lateral (
        select concat(p.surname, ' ', left(p.given_name, 1), '.', ' ' || left(nullif(p.patronymic, ''), 1) || '.') as by, o.at
        from change c join operation o on o.school_id = c.school_id and o.id = c.operation_id
          join person p on p.school_id = o.school_id and p.id = o.actor_id
        where c.school_id = s.school_id and c.row_id = s.id order by c.id desc limit 1) c on true
      where s.school_id = current_school()
      order by s.key`)
    const known = rows.filter(({ key }) => key in defaultPolicies)
    return {
      policies: { ...defaultPolicies, ...Object.fromEntries(known.map(({ key, value }) => [key, value])) } as Policies,
      own: known.map(({ key, by, at }) => ({ key, by, at })),
    }
  },
})

type ActRow = Output<'school.acts'>['acts'][number]

export const actsQuery = answer('school.acts', {
  load: theSchool,
  run: async ({ tx, actor, today }) => {
    const roles = actor.roles.filter(({ from, to }) => isWithin(today, from, to))
    const keeps = roles.some((grant) => isOverseer(grant) || grant.role === 'administrator')
    const works = staff(actor, { kind: 'school' }, today) // as the gate of the terms asks it: who taught here once may be a parent now
    return {
      acts: await tx.rows<ActRow>(sql`
        select a.id as "actId", a.kind, a.title, a.number, a.dated_on as "datedOn", a.from_date as "from", a.to_date as "to", a.body,
          a.for_staff as "forStaff", a.for_families as "forFamilies", a.version,
          (select k.at from acknowledgement k where k.school_id = a.school_id and k.act_id = a.id and k.person_id = ${actor.personId}) as "readAt",
          case when ${keeps} then (select count(distinct k.person_id) from acknowledgement k join staff s on s.school_id = k.school_id and s.person_id = k.person_id
            where k.school_id = a.school_id and k.act_id = a.id)::int end as read,
          case when ${keeps} then (select count(distinct s.person_id) from staff s where s.school_id = a.school_id
            and ${today}::date between s.from_date and coalesce(s.to_date, 'infinity'))::int end as readers
        from local_act a
        where a.school_id = current_school() and (${keeps} or (a.for_staff and ${works}) or (a.for_families and not ${works}))
          and (${keeps} or ${today}::date between a.from_date and coalesce(a.to_date, 'infinity'))
        order by coalesce(a.to_date, 'infinity') desc, a.from_date desc, a.title, a.id`),
    }
  },
})

export const acknowledgementsQuery = answer('school.acknowledgements', {
  load: theSchool,
  run: async ({ tx, today }, { actId }) => {
    if (!(await tx.maybe(sql`select 1 from local_act where school_id = current_school() and id = ${actId}`)))
      throw new Refusal('school.unknownAct')
    const people = await tx.rows<Output<'school.acknowledgements'>['people'][number]>(sql`
      select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
        string_agg(distinct s.position, ', ') as position, max(k.at) as at
      from staff s join person p on p.school_id = s.school_id and p.id = s.person_id
        left join acknowledgement k on k.school_id = p.school_id and k.person_id = p.id and k.act_id = ${actId}
      where s.school_id = current_school() and ${today}::date between s.from_date and coalesce(s.to_date, 'infinity')
      group by p.id, p.surname, p.given_name, p.patronymic
      order by p.surname, p.given_name, p.patronymic, p.id`)
    return { people }
  },
})

export const schoolQueries = [cardQuery, settingsQuery, actsQuery, acknowledgementsQuery]
