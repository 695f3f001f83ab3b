import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Policies } from '#domain/school/policies.ts'
import type { Actor, PersonSubject } from './actor.ts'
import { readContacts, readPeople } from './duties.ts'
import { homeroomTeacherOf, type Relation, worksWithPupils } from './relations.ts'

export const MEANT_LETTERS = 15
const MEANT_WORDS = 3
const DIFFERENT_LETTERS = 6

/**
 * A reason says something when at least fifteen letters and digits make three words, not the same few letters over and over.
 * Refusal: access.urgentReason.
 */
export function whyReasonSaysNothing(reason: string): Refusal | null {
  const words = reason.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = words.join('')
  const wrong =
    letters.length < MEANT_LETTERS ||
    new Set(words).size < MEANT_WORDS ||
    new Set(letters).size < DIFFERENT_LETTERS ||
    /(.)\1{4}/u.test(letters)
  return wrong ? new Refusal('access.urgentReason', { letters: MEANT_LETTERS }) : null
}

type Asked = {
  policies: Pick<Policies, 'access.urgent' | 'access.urgentPerDay' | 'access.urgentFactor'>
  /** Has the account a second factor? */
  isProtected: boolean
  /** Opened by this person within the last day. */
  opened: number
}

/**
 * May this person open the access now, whoever the pupil is? Null: they may. Refusals: access.urgentOff, access.urgentNotYours,
 * access.urgentFactor, access.urgentTooMany. [S4 Р24c]
 */
export function whyNoUrgentAccess(actor: Actor, { policies, isProtected, opened }: Asked, today: PlainDate): Refusal | null {
  if (policies['access.urgent'] === 'off') return new Refusal('access.urgentOff')
  const teaches =
    actor.courses.some(({ from, to }) => from <= today && (to === null || today <= to)) || actor.homeroomOf.length > 0
  const near = policies['access.urgent'] === 'teachers' ? teaches : worksWithPupils(actor, { kind: 'school' }, today)
  if (!near) return new Refusal('access.urgentNotYours')
  if (policies['access.urgentFactor'] && !isProtected) return new Refusal('access.urgentFactor')
  if (opened >= policies['access.urgentPerDay'])
    return new Refusal('access.urgentTooMany', { most: policies['access.urgentPerDay'] })
  return null
}

const has = (relations: readonly Relation<PersonSubject>[], actor: Actor, pupil: PersonSubject, today: PlainDate) =>
  relations.some((relation) => relation(actor, pupil, today))

/** Sees the card with the contacts as it is: leads the class, or keeps the cards of the school. */
export const seesAnyway = (actor: Actor, pupil: PersonSubject, today: PlainDate): boolean =>
  homeroomTeacherOf(actor, pupil, today) || (has(readPeople, actor, pupil, today) && has(readContacts, actor, pupil, today))
