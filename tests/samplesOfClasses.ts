import { randomUUIDv7 } from 'node:crypto'
import type { Input, OperationName } from '#domain/operations.ts'
import { TODAY } from './database.ts'
import type { Sample } from './samples.ts'
import { planSamples } from './samplesOfPlans.ts'
import type { World } from './world.ts'

const notKeepers = ['ivanova', 'sokolova', 'morozov', 'petya', 'petrova'] as const
const notReaders = ['ivanova', 'sokolova', 'petya', 'petrova'] as const
const notOfClass = ['ivanova', 'kuznetsov', 'petya', 'petrova', 'egorov'] as const

/** Samples are tried one after the other in one school: a name is taken once. */
let named = 0
const letter = () => `Я${++named}`

/** How a class card is filled in. */
export const classCard = { shift: 1, studyDays: null, capacity: 25, ungraded: false, curriculumId: null }
/** An order of the school. */
export const order = { orderNumber: '12-к', orderDate: '2026-11-19', reason: 'заявление родителей' }

/** Somebody whom the school knows and who is in no class yet. */
export async function newcomerOf(world: World, surname = 'Рябов'): Promise<string> {
  const personId = randomUUIDv7()
  await world.amends(`insert into person (school_id, id, surname, given_name, sex) values (:school, $1, $2, 'Глеб', 'm')`, [
    personId,
    surname,
  ])
  return personId
}

/** The year after this one. */
export async function nextYearOf(world: World): Promise<string> {
  const yearId = randomUUIDv7()
  await world.amends(
    `insert into school_year (school_id, id, name, from_date, to_date) values (:school, $1, '2027/28', '2027-09-01', '2028-05-26')`,
    [yearId],
  )
  return yearId
}

/** Two English subgroups of 7А from today: Петя in the one that is there, Маша in a new one. */
export const halves = (world: World, from: string = TODAY) => ({
  classId: world.groups.seventhA,
  subjectId: world.subjects.english,
  from,
  groups: [
    { groupId: world.groups.english, label: 'английский, 1', studentIds: [world.who.petya] },
    { groupId: randomUUIDv7(), label: `английский, ${++named + 1}`, studentIds: [world.who.masha] },
  ],
})
export const standingHalves = (world: World) => [{ groupId: world.groups.english, studentIds: [world.who.petya] }]

/** The homeroom teacher of 7А has proposed the halves. */
export async function proposalOf(world: World): Promise<string> {
  const proposalId = randomUUIDv7()
  await world.does('sokolova', 'classes.proposeSubgroups', { proposalId, ...halves(world) })
  return proposalId
}

/** An elective of 7А and 7Б with Петя in it. */
export async function electiveOf(world: World): Promise<Input<'classes.createGroup'>> {
  const group = groupOf(world)
  await world.does('belova', 'classes.createGroup', group)
  return group
}
const groupOf = (world: World): Input<'classes.createGroup'> => ({
  groupId: randomUUIDv7(),
  yearId: world.year,
  kind: 'elective',
  name: `Олимпиадная математика ${++named}`,
  classIds: [world.groups.seventhA, world.groups.seventhB],
  capacity: 15,
  ungraded: false,
  studentIds: [world.who.petya],
  from: TODAY,
})

const enrolment = async (world: World): Promise<Input<'classes.enrol'>> => ({
  classId: world.groups.seventhA,
  movementId: randomUUIDv7(),
  studentId: await newcomerOf(world),
  on: TODAY,
  ...order,
  otherSchool: 'Школа № 3',
  groupIds: [world.groups.english],
})
/** Рябов came to 7А today. */
export async function enrolledOf(world: World): Promise<{ personId: string; movementId: string }> {
  const input = await enrolment(world)
  await world.does('kiselev', 'classes.enrol', input)
  return { personId: input.studentId, movementId: input.movementId }
}

/** 7А goes on as 8А. */
export const promotionOf = (world: World, toYearId: string): Input<'classes.promote'> => ({
  fromYearId: world.year,
  toYearId,
  classes: [{ classId: world.groups.seventhA, toClassId: randomUUIDv7(), letter: 'А' }],
  exceptions: [],
  graduatedOn: '2027-06-25',
  copySubgroups: true,
  keepHomerooms: true,
  orderNumber: '88',
  orderDate: '2027-05-25',
})

export const classesSamples: { readonly [N in Extract<OperationName, `classes.${string}`>]: Sample<N> } = {
  'classes.places': {
    by: 'ivanova',
    strangers: ['petya', 'lena', 'petrova', 'elkin'],
    input: (world) => ({ on: '2026-11-20', classId: world.groups.seventhA }),
  },
  'classes.list': { by: 'sokolova', strangers: ['petya', 'lena', 'petrova', 'elkin'], input: () => ({}) },
  'classes.overview': { by: 'belova', strangers: notReaders, input: () => ({}) },
  'classes.card': { by: 'sokolova', strangers: notOfClass, input: (world) => ({ classId: world.groups.seventhA }) },
  'classes.create': {
    by: 'belova',
    strangers: notKeepers,
    input: (world) => ({
      classId: randomUUIDv7(),
      yearId: world.year,
      grade: 7,
      letter: letter(),
      ...classCard,
      teacherId: world.who.ivanova,
    }),
  },
  'classes.change': {
    by: 'belova',
    strangers: notKeepers,
    input: (world) => ({
      classId: world.groups.seventhA,
      card: { letter: letter(), ...classCard },
      expected: { letter: 'А', ...classCard, capacity: null },
    }),
  },
  'classes.archive': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => {
      const classId = randomUUIDv7()
      const input = { classId, yearId: world.year, grade: 7, letter: letter(), ...classCard, teacherId: null }
      await world.does('belova', 'classes.create', input)
      return { classId }
    },
  },
  'classes.restore': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => {
      const input = { classId: randomUUIDv7(), yearId: world.year, grade: 7, letter: letter(), ...classCard, teacherId: null }
      await world.does('belova', 'classes.create', input)
      await world.does('belova', 'classes.archive', { classId: input.classId })
      return { classId: input.classId }
    },
  },
  'classes.setHomeroom': {
    by: 'belova',
    strangers: notKeepers,
    input: (world) => ({
      classId: world.groups.seventhA,
      teacherId: world.who.ivanova,
      from: '2026-12-01',
      expected: world.who.sokolova,
    }),
  },
  'classes.createGroup': { by: 'belova', strangers: notKeepers, input: (world) => groupOf(world) },
  'classes.changeGroup': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => {
      const { groupId, name, classIds, capacity, ungraded } = await electiveOf(world)
      const expected = { name, classIds, capacity, ungraded }
      return { groupId, group: { ...expected, capacity: 20 }, expected, from: TODAY }
    },
  },
  ...planSamples,
  'classes.setMembers': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => ({
      groupId: (await electiveOf(world)).groupId,
      studentIds: [world.who.petya, world.who.lena],
      expected: [world.who.petya],
      from: TODAY,
    }),
  },
  'classes.setSubgroups': {
    by: 'kiselev',
    strangers: [...notOfClass, 'morozov'],
    input: (world) => ({ ...halves(world), expected: standingHalves(world) }),
  },
  'classes.proposeSubgroups': {
    by: 'sokolova',
    strangers: [...notOfClass, 'morozov', 'belova'],
    input: (world) => ({ proposalId: randomUUIDv7(), ...halves(world) }),
  },
  'classes.withdrawProposal': {
    by: 'sokolova',
    strangers: [...notOfClass, 'morozov', 'belova'],
    input: async (world) => ({ classId: world.groups.seventhA, proposalId: await proposalOf(world) }),
  },
  'classes.acceptProposal': {
    by: 'belova',
    strangers: [...notOfClass, 'sokolova', 'morozov'],
    input: async (world) => ({
      classId: world.groups.seventhA,
      proposalId: await proposalOf(world),
      from: TODAY,
      expected: standingHalves(world),
    }),
  },
  'classes.declineProposal': {
    by: 'kiselev',
    strangers: [...notOfClass, 'sokolova', 'morozov'],
    input: async (world) => ({
      classId: world.groups.seventhA,
      proposalId: await proposalOf(world),
      answer: 'Кабинет один: делим по алфавиту.',
    }),
  },
  'classes.candidates': { by: 'kiselev', strangers: [...notReaders, 'morozov'], input: () => ({ search: 'жу' }) },
  'classes.enrol': { by: 'kiselev', strangers: notKeepers, input: enrolment },
  'classes.transfer': {
    by: 'belova',
    strangers: notKeepers,
    input: (world) => ({
      classId: world.groups.seventhB,
      movementId: randomUUIDv7(),
      studentId: world.who.petya,
      on: '2026-12-01',
      ...order,
      groupIds: [],
      evenIfWritten: false,
    }),
  },
  'classes.depart': {
    by: 'kiselev',
    strangers: notKeepers,
    input: (world) => ({
      personId: world.who.petya,
      movementId: randomUUIDv7(),
      on: '2026-12-01',
      ...order,
      otherSchool: 'Лицей № 1',
      evenIfWritten: false,
    }),
  },
  'classes.return': {
    by: 'kiselev',
    strangers: notKeepers,
    input: (world) => ({
      classId: world.groups.seventhB,
      movementId: randomUUIDv7(),
      studentId: world.who.vanya,
      on: TODAY,
      ...order,
      groupIds: [],
    }),
  },
  'classes.attachOrder': {
    by: 'kiselev',
    strangers: notKeepers,
    input: async (world) => ({
      ...(await enrolledOf(world)),
      fileId: await (await import('./samples.ts')).attachedFile(world, 'kiselev', 'Приказ'),
      expected: null,
      wholeOrder: false,
    }),
  },
  'classes.correctMovement': {
    by: 'kiselev',
    strangers: notKeepers,
    input: async (world) => {
      const expected = { ...order, otherSchool: 'Школа № 3' }
      return { ...(await enrolledOf(world)), line: { ...expected, orderNumber: '13-к' }, expected }
    },
  },
  'classes.cancelMovement': { by: 'kiselev', strangers: notKeepers, input: enrolledOf },
  'classes.movement': {
    by: 'belova',
    strangers: notReaders,
    input: () => ({ from: '2026-09-01', to: '2027-05-26' }),
  },
  'classes.inconsistencies': { by: 'kiselev', strangers: notReaders, input: () => ({}) },
  'classes.promotionPlan': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => ({ fromYearId: world.year, toYearId: await nextYearOf(world) }),
  },
  'classes.promote': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => promotionOf(world, await nextYearOf(world)),
  },
}
