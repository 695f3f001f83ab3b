import type { PlainDate } from '#domain/platform/dates.ts'
import { type ContactKind, contactKinds, type PersonFacts } from './rules.ts'

export type ContactLists = Record<ContactKind, string[]>

/** What a request carries: only the fields that should change, each with what stood there when it was asked. */
export type Proposal = {
  person: Partial<PersonFacts>
  before: Partial<PersonFacts>
  contacts: ContactLists | null
  contactsBefore: ContactLists | null
  lastDay: PlainDate | null
}

export const emptyProposal: Proposal = { person: {}, before: {}, contacts: null, contactsBefore: null, lastDay: null }

const fields = ['surname', 'givenName', 'patronymic', 'sex', 'bornOn', 'snils', 'foreignLanguages'] as const

/** The fields of the card that the asked one says differently, with what stands there. */
export function changesOf(standing: PersonFacts, asked: PersonFacts): Pick<Proposal, 'person' | 'before'> {
  const differing = fields.filter((field) => standing[field] !== asked[field])
  const pick = (of: PersonFacts) => Object.fromEntries(differing.map((field) => [field, of[field]])) as Partial<PersonFacts>
  return { person: pick(asked), before: pick(standing) }
}

/** Does the proposal ask for anything that could be written? */
export const saysNothing = ({ person, contacts }: Proposal): boolean => Object.keys(person).length === 0 && contacts === null

/**
 * Has the card become something since that the author knew nothing of? What stands as it was asked for already is no such thing. Contacts
 * count in the kinds that the school keeps.
 */
export function isOvertaken(
  { person, before, contacts, contactsBefore }: Proposal,
  standing: PersonFacts,
  standingContacts: ContactLists,
  kept: readonly ContactKind[],
): boolean {
  const said = (lists: ContactLists | null) => JSON.stringify(kept.map((kind) => [...(lists?.[kind] ?? [])].sort()))
  const facts = (Object.keys(person) as (keyof PersonFacts)[]).some(
    (field) => standing[field] !== before[field] && standing[field] !== person[field],
  )
  return facts || (contacts !== null && ![said(contactsBefore), said(contacts)].includes(said(standingContacts)))
}

export type ChangeLine = { field: string; before: string; after: string }

/** The proposal as lines to be read. Contacts that the school keeps no longer are left out. */
export function linesOf(proposal: Proposal, kept: readonly ContactKind[]): ChangeLine[] {
  const lines: ChangeLine[] = fields
    .filter((field) => (proposal.person[field] ?? '') !== (proposal.before[field] ?? ''))
    .map((field) => ({ field, before: proposal.before[field] ?? '', after: proposal.person[field] ?? '' }))
  for (const kind of contactKinds.filter((one) => kept.includes(one))) {
    const [before, after] = [proposal.contactsBefore?.[kind] ?? [], proposal.contacts?.[kind] ?? []]
    if (proposal.contacts && before.join('\n') !== after.join('\n'))
      lines.push({ field: kind, before: before.join(', '), after: after.join(', ') })
  }
  if (proposal.lastDay !== null) lines.push({ field: 'lastDay', before: '', after: proposal.lastDay })
  return lines
}
