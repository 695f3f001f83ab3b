import { type ContactKind, contactKinds } from '#domain/people/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'

/**
 * What a phone or an e-mail looks like in a free text; an address has no look of its own. The database empties by the same patterns
 * (`without_contact_text`), so that what is pointed out at the door and what is erased later are one.
 */
export const contactPatterns: Partial<Record<ContactKind, string>> = {
  phone:
    '(?<!\\d)(?:\\+7|8|7)?[\\s(-]{0,3}9\\d{2}[\\s)-]{0,3}\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?!\\d)' +
    '|(?<!\\d)(?:\\+7|8)[\\s(-]{1,3}\\d{3,5}[\\s)-]{1,3}\\d{1,3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?!\\d)' +
    '|[Тт]ел(?:ефон[а-я]*|\\.)?\\s*:?\\s*\\d[\\d\\s()-]{3,18}\\d',
  email: '[^\\s@<>,;:]+@[^\\s@<>,;:]+\\.[^\\s@<>,;:.]+',
}

/** The first kind of contact that stands in a free text although the school does not keep it, or null. */
export const contactIn = (text: string, kept: readonly ContactKind[]): ContactKind | null =>
  contactKinds.find((kind) => {
    const pattern = contactPatterns[kind]
    return pattern !== undefined && !kept.includes(kind) && new RegExp(pattern, 'u').test(text)
  }) ?? null

/**
 * Why a free text is not written yet: it holds a contact of a kind that the school does not keep, and its author has not said that it
 * should stay. 152-ФЗ, ст. 5 ч. 5. Refusal: people.contactInText (kind).
 */
export function whyTextTellsContact(text: string, kept: readonly ContactKind[], evenIfContact = false): Refusal | null {
  const kind = evenIfContact ? null : contactIn(text, kept)
  return kind && new Refusal('people.contactInText', { kind })
}
