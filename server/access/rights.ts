import type { Actor, Right } from '#domain/access/actor.ts'
import {
  type Capability,
  type Category,
  capabilities,
  capabilityNames,
  categories,
  choicesThatCount,
  defaultOf,
  holdsCapability,
  isChoice,
} from '#domain/access/capabilities.ts'
import { type Chooser, choiceKey } from '#domain/access/choices.ts'
import { administrator, deputyHead, head, leadsClass, opens } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { theSchool } from './subjects.ts'

type Rights = Output<'access.rights'>
type ChoiceRow = {
  id: string
  capability: string
  category: string
  allowed: boolean
  orderNumber: string
  orderDate: PlainDate | null
}

const rowsOf = (tx: ReadTx) =>
  tx.rows<ChoiceRow>(sql`
    select id, capability, category, allowed, order_number as "orderNumber", order_date as "orderDate"
    from right_choice where school_id = current_school()`)

export const rightsQuery = answer('access.rights', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const [rows, counts, roles, history] = await Promise.all([
      rowsOf(tx),
      headcount(tx, today),
      rolesOf(tx, today),
      tx.rows<Rights['history'][number]>(sql`
        select o.at, concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as by, c.after ->> 'capability' as capability,
          c.after ->> 'category' as category, (c.after ->> 'allowed')::boolean as allowed, c.after ->> 'order_number' as "orderNumber",
          (c.after ->> 'order_date')::date as "orderDate"
        from right_choice r join change c on c.school_id = r.school_id and c.row_id = r.id
          join operation o on o.school_id = c.school_id and o.id = c.operation_id
          join person p on p.school_id = o.school_id and p.id = o.actor_id
        where r.school_id = current_school() order by c.id desc limit 200`),
    ])
    const choices = choicesThatCount(rows)
    const orders = new Map(rows.map((row) => [choiceKey(row.capability as Capability, row.category as Chooser), row]))
    const cells = capabilityNames.flatMap((capability) =>
      categories.map((category) => {
        const order = orders.get(choiceKey(capability, category as Chooser))
        return {
          capability,
          category,
          has: holdsCapability(choices, capability, category),
          byDefault: defaultOf(capability, category),
          orderNumber: order?.orderNumber ?? '',
          orderDate: order?.orderDate ?? null,
        }
      }),
    )
    return {
      categories: categories.map((category) => ({ category, people: counts[category] })),
      cells,
      history: history.filter(({ capability, category }) => isChoice(capability, category)),
      roles,
    }
  },
})

const holdsCategory: Record<Chooser, (actor: Actor, today: PlainDate) => boolean> = {
  head: (actor, today) => head(actor, { kind: 'school' }, today),
  deputyHead: (actor, today) => deputyHead(actor, { kind: 'school' }, today),
  administrator: (actor, today) => administrator(actor, { kind: 'school' }, today),
  homeroomTeacher: (actor, today) => leadsClass(actor, { kind: 'school' }, today),
}

/** Two who take the last two holders away at once are told one after the other: the row of the school is held. */
export const setRightCommand = implement('access.setRight', {
  load: theSchool,
  run: async ({ tx, actor, school, today }, { capability, category, allowed, expected, orderNumber, orderDate }) => {
    if (!isChoice(capability, category)) throw new Refusal('access.fixedRight')
    await tx.rows(sql`select from school where school_id = current_school() for no key update`)
    const rows = await rowsOf(tx)
    const choices = choicesThatCount(rows)
    const known = rows.find((row) => row.capability === capability && row.category === category)
    const now = holdsCapability(choices, capability, category)
    if (now === allowed && now !== expected) return {}
    if (now !== expected)
      throw new Refusal('access.changedMeanwhile', known ? await lastChange(tx, known.id) : { by: '', at: '' })
    const widens = category === 'administrator' || holdsCategory[category](actor, today)
    if (allowed && !now && widens && !head(actor, { kind: 'school' }, today)) throw new Refusal('access.headDecides')
    const counts = await headcount(tx, today)
    const left = { ...choices, [choiceKey(capability, category)]: allowed }
    if (!allowed && !categories.some((one) => counts[one] > 0 && holdsCapability(left, capability, one)))
      throw new Refusal('access.lastHolder')
    await tx.run(sql`
      insert into right_choice (school_id, capability, category, allowed, order_number, order_date)
      values (${school.schoolId}, ${capability}, ${category}, ${allowed}, ${orderNumber.trim()}, ${orderDate})
      on conflict (school_id, capability, category) do update
        set allowed = excluded.allowed, order_number = excluded.order_number, order_date = excluded.order_date`)
    return {}
  },
  announce: () => ['school'],
})

/** Of each category, the people with an open account today who still work here; of families, whoever learns here or has a child that does. */
async function headcount(tx: ReadTx, today: PlainDate): Promise<Record<Category, number>> {
  return tx.one<Record<Category, number>>(sql`
    with open_account as materialized (
      select a.person_id, coalesce((select max(coalesce(s.to_date, 'infinity')) from staff s
        where s.school_id = a.school_id and s.person_id = a.person_id), 'infinity') >= ${today}::date as stays
      from account a where a.school_id = current_school() and a.blocked_at is null and a.ended_at is null
    ), granted as (
      select r.role, count(distinct r.person_id)::int as people from role_grant r join open_account a on a.person_id = r.person_id and a.stays
      where r.school_id = current_school() and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity') group by r.role
    )
    select coalesce((select people from granted where role = 'head'), 0) as head,
      coalesce((select people from granted where role = 'deputyHead'), 0) as "deputyHead",
      coalesce((select people from granted where role = 'administrator'), 0) as administrator,
      (select count(distinct h.teacher_id)::int from homeroom h join open_account a on a.person_id = h.teacher_id and a.stays
        join study_group g on g.school_id = h.school_id and g.id = h.class_id and not g.archived
        where h.school_id = current_school() and ${today}::date between h.from_date and coalesce(h.to_date, 'infinity')) as "homeroomTeacher",
      (select count(distinct s.teacher_id)::int from assignment s join open_account a on a.person_id = s.teacher_id and a.stays
        where s.school_id = current_school() and ${today}::date between s.from_date and coalesce(s.to_date, 'infinity')) as teacher,
      (select count(*)::int from known_people(${today}) k join open_account a on a.person_id = k.person_id
        where k.kind in ('student', 'guardian') and k.here) as family`)
}

async function rolesOf(tx: ReadTx, today: PlainDate): Promise<Rights['roles']> {
  const rows = await tx.rows<{ roleId: string; name: string; rights: Right[]; people: number }>(sql`
    select c.id as "roleId", c.name, c.rights, (select count(distinct r.person_id)::int from role_grant r
      where r.school_id = c.school_id and r.custom_role_id = c.id and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')) as people
    from custom_role c where c.school_id = current_school() and not c.archived order by c.name collate russian, c.id`)
  return rows.map(({ rights, ...role }) => ({
    ...role,
    capabilities: capabilityNames.filter((one) => {
      const { right } = capabilities[one]
      return right !== undefined && opens(rights, right)
    }),
  }))
}

export const rightsCommands = [setRightCommand]
