import { addDays, addMonths, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Policies } from '#domain/school/policies.ts'

/** Topics that come round again by a term of the school; `other` obliges nobody. */
export const obligatoryTopics = ['personalData', 'journal'] as const
export type ObligatoryTopic = (typeof obligatoryTopics)[number]
export type Topic = ObligatoryTopic | 'other'

/** Built-in guides that can be the material of a training. */
export const guideKeys = ['teacher', 'homeroom', 'deputy', 'administrator', 'family'] as const

export const audiences = ['staff', 'teachers', 'homeroom', 'newStaff', 'parents', 'students', 'named'] as const
export type Audience = (typeof audiences)[number]
/** Audiences that are a class’s: whoever invites them names the class. */
export const ofClass = (audience: Audience): boolean => audience === 'parents' || audience === 'students'

/** Who has worked here for less is new: the first quarter. */
export const NEW_STAFF_DAYS = 90
/** So many days before its term ends an instruction is asked for again. */
export const WARNING_DAYS = 30

export type Presence = 'present' | 'absent'

/** Months until the instruction must be repeated; 0: once is enough. */
export const monthsOf = (topic: ObligatoryTopic, policies: Policies): number =>
  topic === 'personalData' ? policies['training.personalDataMonths'] : policies['training.journalMonths']

export type Standing = 'missing' | 'expired' | 'expiring' | 'done'

/** Until which day, including it, an instruction of that day holds; null when it holds for good. */
export const holdsUntil = (doneOn: PlainDate, months: number): PlainDate | null =>
  months === 0 ? null : addDays(addMonths(doneOn, months), -1)

/** How a person stands towards an obligatory topic, by the day on which it was done last. [S4 К8, У13] */
export function standingOf(doneOn: PlainDate | null, months: number, today: PlainDate): Standing {
  if (doneOn === null) return 'missing'
  const until = holdsUntil(doneOn, months)
  if (until === null || addDays(today, WARNING_DAYS) < until) return 'done'
  return until < today ? 'expired' : 'expiring'
}

type Held = { on: PlainDate; cancelled: boolean }

/** Attendance is marked on the day and afterwards. Refusals: training.cancelled, training.notYet. */
export function whyNotMarked({ on, cancelled }: Held, today: PlainDate): Refusal | null {
  if (cancelled) return new Refusal('training.cancelled')
  return today < on ? new Refusal('training.notYet') : null
}

/** Is there anything to read afterwards: a guide, a document of the school, a recording or notes? */
export const hasMaterials = (training: { guide: string | null; actId: string | null; link: string; about: string }): boolean =>
  training.guide !== null || training.actId !== null || training.link !== '' || training.about !== ''

/**
 * Who was absent says in person that they have read the materials: on the day only when marked absent, afterwards unless they were there.
 * Refusals: training.cancelled, training.notYet, training.ahead, training.present, training.noMaterials.
 */
export function whyNotAcquainted(
  held: Held & Parameters<typeof hasMaterials>[0],
  presence: Presence | null,
  today: PlainDate,
): Refusal | null {
  const refusal = whyNotMarked(held, today)
  if (refusal) return refusal
  if (presence === 'present') return new Refusal('training.present')
  if (held.on === today && presence !== 'absent') return new Refusal('training.ahead')
  return hasMaterials(held) ? null : new Refusal('training.noMaterials')
}
