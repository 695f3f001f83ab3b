import type { Actor } from '#domain/access/actor.ts'
import { staff } from '#domain/access/relations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'

/** For how long one signs in: staff anew every working day, families once a month. Asked of today, not of the day of signing in. */
export const secondsOf = (actor: Actor, today: PlainDate): number =>
  (staff(actor, { kind: 'school' }, today) ? 12 : 30 * 24) * 3_600
