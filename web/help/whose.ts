import { isWithin } from '#domain/platform/dates.ts'
import type { Me } from '#web/platform/sessionState.ts'
import type { GuideKey } from './guides.texts.ru.ts'

/** The guides that concern this person, the nearest to their work first. */
export function guidesOf({ actor, children, today }: Me): GuideKey[] {
  const roles = new Set(actor.roles.filter(({ from, to }) => isWithin(today, from, to)).map(({ role }) => role))
  const own: [GuideKey, boolean][] = [
    ['teacher', actor.courses.length > 0 || actor.substitutions.length > 0],
    ['homeroom', actor.homeroomOf.length > 0],
    ['deputy', roles.has('deputyHead') || roles.has('head')],
    ['administrator', roles.has('administrator')],
    ['family', actor.student || children.length > 0],
  ]
  const keys = own.filter(([, concerns]) => concerns).map(([key]) => key)
  return keys.length > 0 ? keys : ['family']
}
