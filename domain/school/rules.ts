import type { PersonName } from '#domain/people/names.ts'
import { Refusal } from '#domain/platform/refusal.ts'

/** What a school is called, where it is, and what stands at the head of its printed forms. */
export type Card = {
  name: string
  fullName: string
  city: string
  timeZone: string
  inn: string
  ogrn: string
  address: string
  phone: string
  email: string
  site: string
  headName: string
  headPosition: string
}
/** What a school is opened with unattended: `school` in zvonok.json. */
export type SchoolCard = Card & { administrator: PersonName }

export const emptyCard: Card = {
  name: '',
  fullName: '',
  city: '',
  timeZone: 'Europe/Moscow',
  inn: '',
  ogrn: '',
  address: '',
  phone: '',
  email: '',
  site: '',
  headName: '',
  headPosition: 'Директор',
}
export const emptySchool: SchoolCard = {
  ...emptyCard,
  name: 'Школа',
  fullName: 'Школа',
  administrator: { surname: 'Администратор', givenName: 'Школы', patronymic: '' },
}

/**
 * The first thing about the card that cannot be right, or null. What may be left out may be empty.
 * Refusals: school.unnamed, school.inn, school.ogrn, school.timeZone, school.email.
 */
export function whyCardIsWrong(card: Card): Refusal | null {
  if (card.name.trim() === '' || card.fullName.trim() === '') return new Refusal('school.unnamed')
  if (!isInn(card.inn)) return new Refusal('school.inn')
  if (!isOgrn(card.ogrn)) return new Refusal('school.ogrn')
  if (!isTimeZone(card.timeZone)) return new Refusal('school.timeZone')
  if (!isEmail(card.email)) return new Refusal('school.email')
  return null
}

/** Is it a time zone that calendars know? */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('ru', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** ИНН of an organisation by its check digit, or nothing at all. */
export function isInn(inn: string): boolean {
  if (inn === '') return true
  if (!/^\d{10}$/.test(inn)) return false
  const sum = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((total, weight, i) => total + weight * Number(inn[i]), 0)
  return (sum % 11) % 10 === Number(inn[9])
}

/** ОГРН of an organisation by its check digit, or nothing at all. */
export function isOgrn(ogrn: string): boolean {
  if (ogrn === '') return true
  return /^\d{13}$/.test(ogrn) && (Number(ogrn.slice(0, 12)) % 11) % 10 === Number(ogrn[12])
}

/** An address that letters could reach, or nothing at all. */
export const isEmail = (email: string): boolean => email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
