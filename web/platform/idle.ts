import { staff } from '#domain/access/relations.ts'
import type { Me } from './sessionState.ts'

/** Has nobody touched the journal for so many minutes? Never touched is not idle. */
export const isIdle = (touchedAt: number | null, now: number, minutes: number): boolean =>
  touchedAt !== null && now - touchedAt >= minutes * 60_000

/** How the app opens before the server has said anything: what a member of staff left alone for too long opens locked. */
export const keptState = (me: Me, left: { touchedAt: number | null; now: number; locked: boolean }): 'open' | 'locked' =>
  left.locked ||
  (staff(me.actor, { kind: 'school' }, me.today) && isIdle(left.touchedAt, left.now, me.policies['access.idleMinutes']))
    ? 'locked'
    : 'open'
