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
