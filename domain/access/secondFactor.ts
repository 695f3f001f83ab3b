import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import type { Policies } from '#domain/school/policies.ts'
import type { Actor } from './actor.ts'
import { administrator, deputyHead, head, staff } from './relations.ts'

/** Must this person take a second step when signing in? By the policy access.secondFactor: head, deputies and administrators, or all staff. */
export function mustProtect(actor: Actor, policy: Policies['access.secondFactor'], today: PlainDate): boolean {
  const school = { kind: 'school' } as const
  if (policy === 'staff') return staff(actor, school, today)
  return policy === 'heads' && [head, deputyHead, administrator].some((is) => is(actor, school, today))
}

/**
 * The last day on which one may still work without the second step: so many days after the school decided, the account was opened or the
 * role began, whichever came last. A decision of nobody knows when (null) gives none, nor does a policy of no days.
 */
export function protectBy(decided: PlainDate | null, began: readonly PlainDate[], days: number): PlainDate | null {
  if (decided === null || days === 0) return null
  return addDays([decided, ...began].sort().at(-1)!, days)
}
