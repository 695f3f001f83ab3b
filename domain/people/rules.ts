import { isPlainDate, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Identity } from './similar.ts'
import { isSnils, snilsDigits } from './snils.ts'

/** A card as it is written: the birth date is null when nobody knows it yet, СНИЛС is eleven digits or null. */
export type PersonFacts = Identity & { sex: 'f' | 'm'; foreignLanguages: string }

/** Who an adult is to a child. S0 5.5, S3 5.3б: relation types of the guardian's card. */
export const relations = [
  'mother', 'father', 'guardian', 'trustee', 'adoptive', 'stepmother', 'stepfather', 'grandparent', 'sibling', 'institution', 'other',
] as const // biome-ignore format: one glance
export type Kinship = (typeof relations)[number]

/** Data that a school keeps only when it has switched the field on. S0 5.2, 152-ФЗ: none of them by default. */
export const contactKinds = ['phone', 'email', 'address'] as const
export type ContactKind = (typeof contactKinds)[number]
export const contactPolicy = { phone: 'people.phones', email: 'people.emails', address: 'people.addresses' } as const

/** Which contacts a school with these policies keeps and shows. */
export const keptContacts = (policies: Record<(typeof contactPolicy)[ContactKind], boolean>): ContactKind[] =>
  contactKinds.filter((kind) => policies[contactPolicy[kind]])

/** Why these contacts cannot be written, or null. Refusals: people.contactsOff (kind), people.wrongEmail, people.wrongPhone. */
export function whyContactIsWrong(kind: ContactKind, value: string, kept: readonly ContactKind[]): Refusal | null {
  if (!kept.includes(kind)) return new Refusal('people.contactsOff', { kind })
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return new Refusal('people.wrongEmail', { value })
  if (kind === 'phone' && !/^\+?[\d\s()-]{5,20}$/.test(value)) return new Refusal('people.wrongPhone', { value })
  return null
}

const line = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** The card without accidental spaces, «Иванова - Петрова» as «Иванова-Петрова», СНИЛС as digits when it can be read as a number. */
export function tidyPerson<P extends PersonFacts>(person: P): P {
  const name = (text: string) => line(text).replace(/ ?[-‐‑–—] ?/g, '-')
  const snils = person.snils === null || line(person.snils) === '' ? null : (snilsDigits(person.snils) ?? person.snils)
  return {
    ...person,
    surname: name(person.surname),
    givenName: name(person.givenName),
    patronymic: name(person.patronymic),
    foreignLanguages: line(person.foreignLanguages),
    snils,
  }
}

/**
 * Why a tidied card cannot be written, or null. A birth date may be missing: a guardian's usually is. Refusals: people.nameMissing,
 * people.wrongName (name), people.wrongBirthDate, people.wrongSnils.
 */
export function whyPersonIsWrong(person: PersonFacts, today: PlainDate): Refusal | null {
  if (person.surname === '' || person.givenName === '') return new Refusal('people.nameMissing')
  const odd = [person.surname, person.givenName, person.patronymic].find(
    (part) => part !== '' && !/^[\p{L}][\p{L}\p{M}'’. ()-]*$/u.test(part),
  )
  if (odd !== undefined) return new Refusal('people.wrongName', { name: odd })
  if (person.bornOn !== null && (!isPlainDate(person.bornOn) || person.bornOn > today || person.bornOn < '1900-01-01'))
    return new Refusal('people.wrongBirthDate')
  if (person.snils !== null && !isSnils(person.snils)) return new Refusal('people.wrongSnils')
  return null
}

/** Do two cards say the same? */
export const samePerson = (a: PersonFacts, b: PersonFacts): boolean =>
  a.surname === b.surname && a.givenName === b.givenName && a.patronymic === b.patronymic && a.sex === b.sex &&
  a.bornOn === b.bornOn && a.snils === b.snils && a.foreignLanguages === b.foreignLanguages // biome-ignore format: one glance

/** What a request asks to change, put over what stands: fields that are not named stay. */
export const withChanges = (standing: PersonFacts, asked: Partial<PersonFacts>): PersonFacts => ({ ...standing, ...asked })
