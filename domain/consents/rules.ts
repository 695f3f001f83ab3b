import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'

/** What was decided last; nobody was asked when there is no decision. S4 К4: согласие, несогласие, and those not asked yet. */
export type Decision = 'given' | 'refused' | 'withdrawn'
export type State = Decision | 'notAsked'

/** The state by the latest decision. */
export const stateOf = (latest: Decision | null | undefined): State => latest ?? 'notAsked'

/** From this age a student decides together with the parents, and may sign and withdraw in person. ГК РФ, ст. 26; 152-ФЗ, ст. 9 ч. 6. */
const OWN_AGE = 14

/** Is the student old enough on that day to decide in person? Without a birth date nobody can tell: no. */
export function maySignAlone(bornOn: PlainDate | null, on: PlainDate): boolean {
  return bornOn !== null && `${Number(bornOn.slice(0, 4)) + OWN_AGE}${bornOn.slice(4)}` <= on
}

export type Signer = {
  studentId: string
  bornOn: PlainDate | null
  guardians: { personId: string; from: PlainDate; to: PlainDate | null }[]
}

/**
 * Why this person could not decide for the student on that day, or null; who is not named at all is not asked about. Refusals:
 * consents.tooYoung, consents.notGuardian.
 */
export function whyNotSigner(givenBy: string | null, { studentId, bornOn, guardians }: Signer, on: PlainDate): Refusal | null {
  if (givenBy === null) return null
  if (givenBy === studentId) return maySignAlone(bornOn, on) ? null : new Refusal('consents.tooYoung')
  return guardians.some(({ personId, from, to }) => personId === givenBy && isWithin(on, from, to))
    ? null
    : new Refusal('consents.notGuardian')
}

/** May the decision be taken back? Only what was given. 152-ФЗ, ст. 9 ч. 2. Refusal: consents.notGiven. */
export const whyNotWithdrawn = (state: State): Refusal | null => (state === 'given' ? null : new Refusal('consents.notGiven'))
