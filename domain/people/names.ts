export type PersonName = { surname: string; givenName: string; patronymic: string }

/** «Абрамова Дарья» — students in lists */
export const listName = (person: PersonName): string => `${person.surname} ${person.givenName}`

/** «Иванова М. П.» — teachers in lists */
export function shortName(person: PersonName): string {
  const initials = [person.givenName, person.patronymic].filter(Boolean).map((part) => `${part[0]}.`)
  return [person.surname, ...initials].join(' ')
}

/** «Мария Петровна» — how a teacher is addressed */
export const addressedName = (person: PersonName): string => [person.givenName, person.patronymic].filter(Boolean).join(' ')

/** «Иванова Мария Петровна» */
export const fullName = (person: PersonName): string =>
  [person.surname, person.givenName, person.patronymic].filter(Boolean).join(' ')

/** «ИМ» for a round picture; surname first, as the name is written. */
export const initials = (person: PersonName): string => `${person.surname[0] ?? ''}${person.givenName[0] ?? ''}`
