import type { Course } from '#scripts/demo/classes.ts'
import { type Day, dateOf } from '#scripts/demo/days.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import { type FullName, nameAdult, nameFamily, read } from '#scripts/demo/naming.ts'
import { addPerson, type People } from '#scripts/demo/people.ts'
import type { Random } from '#scripts/demo/random.ts'
import type { PersonRow, RoleGrantRow, StaffRow } from '#scripts/demo/rows.ts'
import type { Staffing, Teacher } from '#scripts/demo/staffing.ts'
import type { Area } from '#scripts/demo/subjects.ts'

export type Staff = {
  staff: StaffRow[]
  roles: RoleGrantRow[]
  personOf: Map<string, PersonRow>
  system: PersonRow
  deputy: PersonRow
  /** Those who may be shown: the teacher of 7Б and so on, by login. */
  known: Map<string, PersonRow>
}

const positions: Record<Area, string> = {
  primary: 'учитель начальных классов',
  russian: 'учитель русского языка и литературы',
  english: 'учитель английского языка',
  mathematics: 'учитель математики',
  informatics: 'учитель информатики',
  history: 'учитель истории и обществознания',
  geography: 'учитель географии',
  physics: 'учитель физики',
  chemistry: 'учитель химии',
  biology: 'учитель биологии',
  arts: 'учитель музыки и изобразительного искусства',
  technologyBoys: 'учитель труда (технологии)',
  technologyGirls: 'учитель труда (технологии)',
  sport: 'учитель физической культуры',
  safety: 'преподаватель-организатор ОБЗР',
}

const shareOfMen: Partial<Record<Area, number>> = {
  technologyBoys: 1,
  technologyGirls: 0,
  safety: 0.8,
  sport: 0.6,
  physics: 0.4,
  informatics: 0.4,
  history: 0.2,
  primary: 0,
}

const others: readonly (readonly [string, FullName | null, string | null, RoleGrantRow['role'] | null])[] = [
  ['директор', read('Морозов Андрей Викторович', 'm'), 'director', 'head'],
  ['инженер по информационным системам', read('Киселёв Денис Олегович', 'm'), 'admin', 'administrator'],
  ['заместитель директора по воспитательной работе', null, null, 'deputyHead'],
  ['педагог-психолог', null, null, null],
  ['социальный педагог', null, null, null],
  ['учитель-логопед', null, null, null],
  ['педагог-библиотекарь', null, null, null],
  ['секретарь учебной части', null, null, null],
]

/** The people who work at the school, teachers first. */
export function hireStaff(options: {
  ids: Ids
  random: Random
  people: People
  courses: Course[]
  staffing: Staffing
  opens: Day
}): Staff {
  const { ids, random, people, courses, staffing, opens } = options
  const staff: StaffRow[] = []
  const roles: RoleGrantRow[] = []
  const personOf = new Map<string, PersonRow>()
  const known = new Map<string, PersonRow>()
  // The shown teachers keep their surnames to themselves, so that nobody is mistaken for them.
  const surnames = new Set(['Иванова', 'Соколова', 'Белова', 'Морозов', 'Морозова', 'Киселёв', 'Киселёва'])
  const fixed = knownTeachers(courses, staffing)

  function employ(position: string, name: FullName, login: string | null, id?: string): PersonRow {
    surnames.add(name.surname)
    const person = addPerson(people, ids, name, opens - Math.round(365.25 * (24 + 38 * random.next())), id, login)
    const since = opens - 365 * random.int(0, 14)
    staff.push({ id: ids.next(), person_id: person.id, position, from_date: dateOf(since), to_date: null })
    if (login) known.set(login, person)
    return person
  }

  function freshName(menShare: number): FullName {
    for (;;) {
      const { surname, origin } = nameFamily(random)
      const name = nameAdult(random, surname, origin, random.chance(menShare) ? 'm' : 'f')
      if (!surnames.has(name.surname)) return name
    }
  }

  const grant = (person: PersonRow, role: RoleGrantRow['role']): void => {
    roles.push({
      id: ids.next(), person_id: person.id, role, from_date: dateOf(opens), to_date: null, custom_role_id: null, order_number: '', order_date: null,
    }) // biome-ignore format: one glance
  }

  const system = addPerson(people, ids, { surname: 'Система', given: 'Звонок', patronymic: '', sex: 'f' }, null)
  people.logins.pop()

  for (const teacher of staffing.teachers) {
    const [name, login] = fixed.get(teacher) ?? [freshName(shareOfMen[teacher.area] ?? 0.08), null]
    const person = employ(positions[teacher.area], name, login, teacher.id)
    personOf.set(teacher.id, person)
    if (teacher.deputy) {
      grant(person, 'deputyHead')
      const position = 'заместитель директора по учебно-воспитательной работе'
      staff.push({ id: ids.next(), person_id: person.id, position, from_date: dateOf(opens), to_date: null })
    }
  }
  for (const [position, name, login, role] of others) {
    const person = employ(position, name ?? freshName(0.03), login)
    personOf.set(person.id, person)
    if (role) grant(person, role)
  }
  return { staff, roles, personOf, system, deputy: known.get('zavuch')!, known }
}

function knownTeachers(
  courses: Course[],
  { teachers, teacherOf, homeroomTeacherOf }: Staffing,
): Map<Teacher, [FullName, string]> {
  const algebra = courses.find(({ group, subject }) => group.name === '7Б' && subject === 'algebra')!
  return new Map<Teacher, [FullName, string]>([
    [teacherOf.get(algebra.id)!, [read('Иванова Мария Александровна', 'f'), 'ivanova']],
    [homeroomTeacherOf.get(algebra.group.ofClass.id)!, [read('Соколова Елена Викторовна', 'f'), 'sokolova']],
    [teachers.find(({ deputy }) => deputy)!, [read('Белова Татьяна Николаевна', 'f'), 'zavuch']],
  ])
}
