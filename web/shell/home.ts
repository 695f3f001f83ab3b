import { isWithin } from '#domain/platform/dates.ts'
import { teaches } from '#web/access/people.ts'
import type { Me } from '#web/platform/sessionState.ts'

/** Where a person's work begins: a teacher's day, a family's diary, the overview of a deputy, the school of an administrator, what a role of the school's own opens. */
export function homeOf(me: Me): string {
  if (me.actor.student) return '/diary'
  if (teaches(me)) return '/'
  const grants = me.actor.roles.filter(({ from, to }) => isWithin(me.today, from, to))
  const roles = new Set(grants.map(({ role }) => role))
  if (roles.has('head') || roles.has('deputyHead')) return '/overview'
  if (roles.has('administrator')) return '/school'
  if (me.actor.homeroomOf.length > 0) return '/classes'
  const rights = grants.flatMap((grant) => grant.rights)
  if (rights.length > 0) return rights.includes('attendance.read') ? '/absent' : '/school'
  return me.children.length > 0 ? '/diary' : '/security'
}
