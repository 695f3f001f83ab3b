import type { PersonName } from '#domain/people/names.ts'

/** What a school is opened with: `school` in zvonok.json. */
export type SchoolCard = { name: string; fullName: string; city: string; timeZone: string; administrator: PersonName }

export const emptySchool: SchoolCard = {
  name: 'Школа',
  fullName: 'Школа',
  city: '',
  timeZone: 'Europe/Moscow',
  administrator: { surname: 'Администратор', givenName: 'Школы', patronymic: '' },
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
