import { isWithin } from '#domain/platform/dates.ts'
import { teaches } from '#web/access/people.ts'
import type { Me } from '#web/platform/sessionState.ts'

/** Where a person's work begins: a teacher's day, a family's diary, the overview of a deputy, the school of an administrator. */
export function homeOf(me: Me): string {
  if (me.actor.student) return '/diary'
  if (teaches(me)) return '/'
  const roles = new Set(me.actor.roles.filter(({ from, to }) => isWithin(me.today, from, to)).map(({ role }) => role))
  if (roles.has('head') || roles.has('deputyHead')) return '/overview'
  if (roles.has('administrator')) return '/school'
  if (me.actor.homeroomOf.length > 0) return '/classes'
  return me.children.length > 0 ? '/diary' : '/security'
}
