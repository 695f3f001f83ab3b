import type { Input } from '#domain/operations.ts'
import { emptyDraft, isComplete, type PersonDraft, personOf } from './personDraft.ts'

export type Tie = Pick<Input<'people.addGuardian'>['guardian'], 'relation' | 'livesWith' | 'informed'>

/** A guardian being written: a new person, or somebody chosen (`known`). */
export type GuardianDraft = Tie & { person: PersonDraft; known: { personId: string; name: string } | null; different: boolean }

export const emptyGuardian: GuardianDraft = {
  person: emptyDraft,
  known: null,
  different: false,
  relation: 'mother',
  livesWith: true,
  informed: true,
}

/** Nothing has been typed: it is not sent. */
export const isBlank = ({ person, known }: GuardianDraft): boolean =>
  known === null && person.surname === '' && person.givenName === ''

export const isGuardianComplete = ({ person, known }: GuardianDraft): boolean => known !== null || isComplete(person)

/** As it is sent. */
export const guardianOf = ({
  person,
  known,
  relation,
  livesWith,
  informed,
}: GuardianDraft): Input<'people.addGuardian'>['guardian'] => ({
  personId: known?.personId ?? null,
  person: known ? null : personOf(person),
  relation,
  livesWith,
  informed,
})
