import type { Input } from '#domain/operations.ts'
import type { ContactKind } from '#domain/people/rules.ts'

export type Contacts = Input<'people.setContacts'>['contacts']

/** Contacts by kind, out of the lines of a card. */
export function contactsOf(lines: readonly { kind: ContactKind; value: string }[]): Contacts {
  const of = (kind: ContactKind) => lines.flatMap((line) => (line.kind === kind ? [line.value] : []))
  return { phone: of('phone'), email: of('email'), address: of('address') }
}

/** What was typed, a value a line. */
export const valuesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]
