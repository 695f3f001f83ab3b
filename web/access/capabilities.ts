import type { Right } from '#domain/access/actor.ts'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { isWithin } from '#domain/platform/dates.ts'

type Roles = Output<'access.roles'>
export type Grant = Roles['grants'][number]

/** What a member of staff may do, as the permissions add up from roles, load and class. */
export type Capabilities = {
  journals: 'all' | 'own' | 'none'
  people: 'all' | 'read' | 'none'
  year: 'all' | 'read' | 'none'
  rights: Right[]
}

/** By the roles of today: head and deputies read every journal, deputies keep the year, administrators keep people. */
export function capabilitiesOf(
  person: Roles['people'][number],
  { grants, customRoles }: Pick<Roles, 'grants' | 'customRoles'>,
  today: PlainDate,
): Capabilities {
  const held = grants.filter((grant) => grant.personId === person.personId && isWithin(today, grant.from, grant.to))
  const has = (...roles: Grant['role'][]) => held.some(({ role }) => roles.includes(role))
  const rights = held.flatMap(({ customRoleId }) => customRoles.find(({ roleId }) => roleId === customRoleId)?.rights ?? [])
  return {
    journals: has('head', 'deputyHead') ? 'all' : person.courses > 0 ? 'own' : 'none',
    people: has('administrator') ? 'all' : has('head', 'deputyHead') || rights.includes('people.read') ? 'read' : 'none',
    year: has('deputyHead') ? 'all' : has('head', 'administrator') ? 'read' : 'none',
    rights: [...new Set(rights)],
  }
}
