import type { SchoolClass } from '#scripts/demo/classes.ts'
import { type Day, dateOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { FullName } from '#scripts/demo/naming.ts'
import type { PersonRow } from '#scripts/demo/rows.ts'
import type { SubjectKey } from '#scripts/demo/subjects.ts'

/** The time a student spends in a class; `to` is null while it lasts. */
export type Stay = { ofClass: SchoolClass; from: Day; to: Day | null }

export type Student = {
  id: string
  person: PersonRow
  grade: number
  stays: Stay[]
  /** Taught by a plan of their own instead of with the class. */
  alone: boolean
  half: Partial<Record<SubjectKey, 0 | 1>>
  /** How far marks lie above the school's mean. */
  ability: number
  /** How often ill, 1 is as often as others. */
  frailty: number
}

/** Who gets an account, and the login if it is one of the few known by heart. */
export type Login = { person: PersonRow; login: string | null }

export type People = {
  persons: PersonRow[]
  logins: Login[]
}

/** Adds a person and remembers the login they will get. */
export function addPerson(
  people: People,
  ids: Ids,
  name: FullName,
  bornOn: Day | null,
  id: string = ids.next(),
  login: string | null = null,
): PersonRow {
  const person: PersonRow = {
    id,
    surname: name.surname,
    given_name: name.given,
    patronymic: name.patronymic,
    sex: name.sex,
    born_on: bornOn === null ? null : dateOf(bornOn),
    foreign_languages: '',
  }
  people.persons.push(person)
  people.logins.push({ person, login })
  return person
}

/** «Иванова Мария Александровна». */
export function fullName({ surname, given_name, patronymic }: PersonRow): string {
  return `${surname} ${given_name} ${patronymic}`.trim()
}
