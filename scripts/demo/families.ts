import type { SchoolClass } from '#scripts/demo/classes.ts'
import { type Day, dateOf } from '#scripts/demo/days.ts'
import { type Sex, surnameOf } from '#scripts/demo/grammar.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Origin } from '#scripts/demo/names.ts'
import { type FullName, nameAdult, nameChild, nameFamily } from '#scripts/demo/naming.ts'
import { addPerson, type People, type Student } from '#scripts/demo/people.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { GuardianRow, PersonRow } from '#scripts/demo/rows.ts'
import { type Seat, seatFamilies } from '#scripts/demo/seats.ts'

export type Families = { students: Student[]; guardians: GuardianRow[]; known: Map<string, PersonRow> }

type Kind = 'married' | 'ownSurname' | 'alone' | 'separated' | 'grandparent' | 'guardian'

const kinds: readonly (readonly [Kind, number])[] = [
  ['married', 71],
  ['ownSurname', 8],
  ['alone', 8],
  ['separated', 9],
  ['grandparent', 3],
  ['guardian', 1],
]

/** Fills the classes with children of families: brothers and sisters, parents together and apart, grandmothers. */
export function raiseFamilies(options: {
  ids: Ids
  random: Random
  people: People
  classes: SchoolClass[]
  opens: Day
  /** A member of staff whose child is at this school. */
  teacherParent: PersonRow
}): Families {
  const { ids, random, people, classes, opens, teacherParent } = options
  const students: Student[] = []
  const guardians: GuardianRow[] = []
  const known = new Map<string, PersonRow>()
  const namesOfClass = new Map<string, Set<string>>()

  function enter(seat: Seat, nameOne: () => FullName, login: string | null): Student {
    const taken = namesOfClass.get(seat.ofClass.id) ?? new Set()
    namesOfClass.set(seat.ofClass.id, taken)
    let name = nameOne()
    for (let tries = 0; taken.has(`${name.surname} ${name.given}`) && tries < 200; tries++) name = nameOne()
    taken.add(`${name.surname} ${name.given}`)
    const born = opens - Math.round(365.25 * (seat.ofClass.grade + 5.6 + random.next()))
    const person = addPerson(people, ids, name, born, undefined, login)
    if (login) known.set(login, person)
    const student = newStudent(random, person, seat.ofClass, opens)
    students.push(student)
    return student
  }

  function guard(guardian: PersonRow, children: Student[], relation: GuardianRow['relation']): void {
    for (const { id, person } of children) {
      const since = person.born_on ?? dateOf(opens)
      guardians.push({ id: ids.next(), guardian_id: guardian.id, student_id: id, relation, from_date: since, to_date: null })
    }
  }

  function adult(name: FullName, children: Student[], yearsOlder: number, login: string | null = null): PersonRow {
    const eldest = Math.max(...children.map(({ grade }) => grade))
    const born = opens - Math.round(365.25 * (eldest + 6 + yearsOlder + 12 * random.next()))
    const person = addPerson(people, ids, name, born, undefined, login)
    if (login) known.set(login, person)
    return person
  }

  for (const { seats, told } of seatFamilies(random, classes)) {
    const { surname, origin } = told === 'petrov' ? { surname: 'Петров', origin: nameFamilyOfRussia(random) } : nameFamily(random)
    const ofTeacher = told === 'teacher'
    const familyName = ofTeacher ? masculineOf(teacherParent.surname) : surname
    const kind: Kind = told ? 'married' : random.weighted(kinds)
    const father = nameAdult(random, familyName, origin, 'm')
    if (told === 'petrov') father.given = 'Сергей'

    const siblings = new Set<string>()
    const children = seats.map((seat) => {
      const login = told === 'petrov' && seat.ofClass.name === '7Б' ? 'petrov' : null
      const student = enter(seat, () => childName(random, familyName, origin, seat.sex, father.given, siblings, login), login)
      if (login) student.ability = 0.15 // whom everybody looks at is an ordinary boy
      siblings.add(student.person.given_name)
      return student
    })

    const mother = nameAdult(random, familyName, origin, 'f')
    if (kind === 'ownSurname' || kind === 'separated') mother.surname = surnameOf(nameFamily(random).surname, 'f')
    if (told === 'petrov') Object.assign(mother, { given: 'Ольга', patronymic: 'Игоревна' })
    if (ofTeacher) guard(teacherParent, children, 'mother')
    else if (kind === 'grandparent') guard(adult(mother, children, 46), children, 'grandparent')
    else if (kind === 'guardian') guard(adult(mother, children, 28), children, 'guardian')
    else guard(adult(mother, children, 21, told === 'petrov' ? 'petrova' : null), children, 'mother')
    if (kind === 'married' || kind === 'ownSurname' || kind === 'separated')
      guard(adult(father, children, 23), children, 'father')
  }
  return { students, guardians, known }
}

function childName(
  random: Random,
  surname: string,
  origin: Origin,
  sex: Sex,
  father: string,
  siblings: Set<string>,
  login: string | null,
): FullName {
  for (;;) {
    const name = nameChild(random, surname, origin, sex, father)
    if (login === 'petrov') return { ...name, given: 'Иван' }
    if (!siblings.has(name.given)) return name
  }
}

function nameFamilyOfRussia(random: Random): Origin {
  for (;;) {
    const { surname, origin } = nameFamily(random)
    if (surname.endsWith('ов') && origin.men.some(([name]) => name === 'Сергей')) return origin
  }
}

function masculineOf(surname: string): string {
  return surname.replace(/ская$/, 'ский').replace(/(ов|ев|ёв|ин|ын)а$/, '$1')
}

function newStudent(random: Random, person: PersonRow, ofClass: SchoolClass, opens: Day): Student {
  return {
    id: person.id,
    person,
    grade: ofClass.grade,
    stays: [{ ofClass, from: opens, to: null }],
    alone: false,
    half: {},
    ability: random.normal() * 0.62,
    frailty: Math.max(0.15, 1 + 0.55 * random.normal()),
  }
}
