import { head } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { addDays } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { theSchool } from './subjects.ts'

/** Rights change with roles: sessions and remembered answers of the school are read anew. */
const announce = () => ['school']

export const grantRoleCommand = implement('access.grantRole', {
  load: theSchool,
  run: async ({ tx, school, actor, today }, { personId, role, customRoleId, from, to, orderNumber, orderDate }) => {
    if (to !== null && to < from) throw new Refusal('access.roleDates')
    if (personId === actor.personId && (await somebodyElseAppoints(tx, today, personId))) throw new Refusal('access.ownRole')
    const known = await tx.maybe(sql`
      select 1 from person where school_id = current_school() and id = ${personId} and merged_into is null for no key update`)
    if (!known) throw new Refusal('access.denied')
    if ((role === 'custom') !== (customRoleId !== null)) throw new Refusal('input.wrong', { field: 'customRoleId' })
    if (customRoleId !== null) {
      const own = await customRoleOf(tx, customRoleId)
      if (!own) throw new Refusal('access.denied')
      if (own.archived) throw new Refusal('access.roleArchived')
    }
    const held = await tx.maybe(sql`
      select 1 from role_grant where school_id = current_school() and person_id = ${personId} and role = ${role}
        and custom_role_id is not distinct from ${customRoleId}::uuid
        and from_date <= coalesce(${to}::date, 'infinity') and ${from}::date <= coalesce(to_date, 'infinity')`)
    if (held) throw new Refusal('access.roleHeld')
    const { id } = await tx.one<{ id: string }>(sql`
      insert into role_grant (school_id, person_id, role, custom_role_id, from_date, to_date, order_number, order_date)
      values (${school.schoolId}, ${personId}, ${role}, ${customRoleId}, ${from}, ${to}, ${orderNumber.trim()}, ${orderDate}) returning id`)
    return { grantId: id }
  },
  announce,
})

/** Is there, besides this person, a head or an administrator with an open account, who could give a role to them? */
const somebodyElseAppoints = (tx: ReadTx, today: string, personId: string) =>
  tx.maybe(sql`
    select 1 from role_grant r join account a on a.school_id = r.school_id and a.person_id = r.person_id
    where r.school_id = current_school() and r.role in ('head', 'administrator') and r.person_id <> ${personId}
      and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity') and a.blocked_at is null and a.ended_at is null limit 1`)

/** A role given by mistake today ends yesterday. All administrators are looked at in one lock: two do not end each other at once. */
export const endRoleCommand = implement('access.endRole', {
  load: theSchool,
  run: async ({ tx, actor, today }, { grantId, to }) => {
    const grants = await tx.rows<{ id: string; role: string; personId: string; from: string; to: string | null }>(sql`
      select id, role, person_id as "personId", from_date as "from", to_date as "to" from role_grant
      where school_id = current_school() and (role = 'administrator' or id = ${grantId}) order by id for update`)
    const grant = grants.find(({ id }) => id === grantId)
    if (!grant) throw new Refusal('access.denied')
    if (grant.to !== null && grant.to < today) throw new Refusal('access.roleEnded')
    if (to < addDays(grant.from, -1)) throw new Refusal('access.roleDates')
    const longer = grant.to !== null && to > grant.to
    if (longer && grant.personId === actor.personId && (await somebodyElseAppoints(tx, today, actor.personId)))
      throw new Refusal('access.ownRole')
    if (grant.role === 'administrator' && !(await isAdministered(tx, to < today ? today : addDays(to, 1), { grantId })))
      throw new Refusal('access.lastAdministrator')
    await tx.run(sql`update role_grant set to_date = ${to} where school_id = current_school() and id = ${grantId}`)
    return {}
  },
  announce,
})

/**
 * Roles that were left open when people stopped working here end with their last day, before they are employed anew from a later one: whoever
 * comes back as a watchman is not the head again.
 */
export async function endRolesOfReturning(tx: Tx, posts: readonly { personId: string; from: string }[]): Promise<void> {
  await tx.run(sql`
    update role_grant r set to_date = w.until
    from unnest(${posts.map(({ personId }) => personId)}::uuid[], ${posts.map(({ from }) => from)}::date[]) n (person_id, from_date)
      join lateral (select max(coalesce(s.to_date, 'infinity')) as until from staff s
        where s.school_id = current_school() and s.person_id = n.person_id) w on w.until < n.from_date - 1
    where r.school_id = current_school() and r.person_id = n.person_id and r.from_date <= w.until and coalesce(r.to_date, 'infinity') > w.until`)
}

export const addCustomRoleCommand = implement('access.addCustomRole', {
  load: theSchool,
  run: async ({ tx, school }, { name, rights }) => {
    await refuseTakenName(tx, name, null)
    const { id } = await tx.one<{ id: string }>(sql`
      insert into custom_role (school_id, name, rights) values (${school.schoolId}, ${name.trim()}, ${rights}::text[]) returning id`)
    return { roleId: id }
  },
  announce,
})

export const changeCustomRoleCommand = implement('access.changeCustomRole', {
  load: theSchool,
  run: async ({ tx, actor, today }, { roleId, role, expected }) => {
    const now = await customRoleOf(tx, roleId)
    if (!now) throw new Refusal('access.denied')
    const written = (one: typeof expected) => JSON.stringify([one.name.trim(), [...one.rights].sort(), one.archived])
    if (written(now) !== written(expected) && written(now) !== written(role))
      throw new Refusal('access.changedMeanwhile', await lastChange(tx, roleId))
    await refuseTakenName(tx, role.name, roleId)
    if (role.rights.some((right) => !now.rights.includes(right)) && !head(actor, { kind: 'school' }, today))
      await refuseOwnRole(tx, actor.personId, roleId, today)
    const held = await tx.maybe(sql`
      select 1 from role_grant where school_id = current_school() and custom_role_id = ${roleId} and ${today} <= coalesce(to_date, 'infinity')`)
    if (role.archived && held) throw new Refusal('access.roleInUse')
    await tx.run(sql`
      update custom_role set name = ${role.name.trim()}, rights = ${role.rights}::text[], archived = ${role.archived}
      where school_id = current_school() and id = ${roleId}`)
    return {}
  },
  announce,
})

/** Whoever is not the head does not add to what they may themselves. Refusal: access.headDecides, while somebody else could do it. */
async function refuseOwnRole(tx: ReadTx, personId: string, roleId: string, today: string): Promise<void> {
  const own = await tx.maybe(sql`
    select 1 from role_grant where school_id = current_school() and custom_role_id = ${roleId} and person_id = ${personId}
      and ${today} <= coalesce(to_date, 'infinity') limit 1`)
  if (own && (await somebodyElseAppoints(tx, today, personId))) throw new Refusal('access.headDecides')
}

/** Will somebody with an open account be administrator on that day, whatever becomes of the grant or the accounts that are named? */
export async function isAdministered(
  tx: ReadTx,
  day: string,
  without: { grantId?: string; accountIds?: string[] },
): Promise<boolean> {
  const other = await tx.maybe(sql`
    select 1 from role_grant r join account a on a.school_id = r.school_id and a.person_id = r.person_id
    where r.school_id = current_school() and r.role = 'administrator' and ${day}::date between r.from_date and coalesce(r.to_date, 'infinity')
      and a.blocked_at is null and a.ended_at is null
      -- With the last position all roles end.
      and ${day}::date <= (select coalesce(max(coalesce(s.to_date, 'infinity')), 'infinity') from staff s
        where s.school_id = r.school_id and s.person_id = r.person_id)
      and r.id is distinct from ${without.grantId ?? null}::uuid and a.id <> all(${without.accountIds ?? []}::uuid[]) limit 1`)
  return other !== null
}

/** Holds all administrators until the operation is through: two of them do not end each other at once. */
export const holdAdministrators = (tx: Tx): Promise<unknown> =>
  tx.rows(sql`select 1 from role_grant where school_id = current_school() and role = 'administrator' order by id for update`)

/** Refusal access.lastAdministrator when without these accounts nobody would be administrator today. */
export async function proveAdministered(tx: Tx, today: string, accountIds: string[]): Promise<void> {
  await holdAdministrators(tx)
  if (!(await isAdministered(tx, today, { accountIds }))) throw new Refusal('access.lastAdministrator')
}

type CustomRole = Pick<Output<'access.roles'>['customRoles'][number], 'name' | 'rights' | 'archived'>

const customRoleOf = (tx: Tx, roleId: string) =>
  tx.maybe<CustomRole>(sql`
    select name, rights, archived from custom_role where school_id = current_school() and id = ${roleId} for no key update`)

async function refuseTakenName(tx: Tx, name: string, except: string | null): Promise<void> {
  const taken = await tx.maybe(sql`
    select 1 from custom_role
    where school_id = current_school() and search_form(name) = search_form(${name.trim()}) and id is distinct from ${except}::uuid`)
  if (taken) throw new Refusal('access.roleNameTaken')
}

export const roleCommands = [grantRoleCommand, endRoleCommand, addCustomRoleCommand, changeCustomRoleCommand]
