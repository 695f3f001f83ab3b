import type { Input, OperationName } from '#domain/operations.ts'
import { TODAY } from './database.ts'
import type { Sample } from './samples.ts'
import type { World } from './world.ts'

/** Петя's card as the world has it. */
export const petya: Input<'people.change'>['person'] = {
  surname: 'Петров',
  givenName: 'Пётр',
  patronymic: 'Сергеевич',
  sex: 'm',
  bornOn: null,
  snils: null,
  foreignLanguages: '',
}
/** Somebody whom nobody knows yet. */
export const newcomer: Input<'people.create'>['person'] = {
  surname: 'Рябов',
  givenName: 'Глеб',
  patronymic: 'Андреевич',
  sex: 'm',
  bornOn: '2013-04-02',
  snils: null,
  foreignLanguages: '',
}
export const noContacts = { phone: [], email: [], address: [] }

/** The line that ties Петя to his mother. */
export async function tieOfPetya(world: World): Promise<string> {
  const [row] = await world.rows<{ id: string }>('select id from guardian_of where school_id = :school and student_id = $1', [
    world.who.petya,
  ])
  return row!.id
}

/** Nothing is said of how much of a post it is, nor of the order of the category. */
export const noEmployment = { rate: null, categoryOn: null, categoryOrder: '' }

const positionOf = async (world: World) => {
  const [row] = await world.rows<{ id: string }>('select id from staff where school_id = :school and person_id = $1', [
    world.who.ivanova,
  ])
  return { positionId: row!.id, position: 'учитель', category: '', ...noEmployment, from: '2020-09-01', to: null }
}

/** A mother asks to write the birth date of her son. */
export const asked = (world: World) =>
  world.does('petrova', 'people.requestChange', {
    personId: world.who.petya,
    changes: { bornOn: '2013-05-17' },
    contacts: null,
    comment: '',
  })

const notAdministrators = ['ivanova', 'belova', 'morozov', 'petya', 'petrova'] as const
const notOfClass = ['ivanova', 'kuznetsov', 'petya', 'petrova', 'egorov'] as const
const notWritersOfClass = [...notOfClass, 'belova', 'morozov'] as const
const notOfPetya = ['ivanova', 'kuznetsov', 'masha', 'lena', 'egorov', 'elkin', 'morozov'] as const

export const peopleSamples: { readonly [N in Extract<OperationName, `people.${string}`>]: Sample<N> } = {
  'people.list': { by: 'kiselev', strangers: ['ivanova', 'sokolova', 'petya', 'petrova'], input: () => ({ kind: 'student' }) },
  'people.ofClass': { by: 'sokolova', strangers: notOfClass, input: (world) => ({ classId: world.groups.seventhA }) },
  'people.card': { by: 'sokolova', strangers: notOfClass, input: (world) => ({ personId: world.who.petya }) },
  'people.similar': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: () => ({ surname: 'Елкина', givenName: 'Мария' }),
  },
  'people.create': {
    by: 'kiselev',
    strangers: [...notAdministrators, 'sokolova'],
    input: () => ({ person: newcomer, position: null, guardians: [], evenIfSimilar: false }),
  },
  'people.change': {
    by: 'sokolova',
    strangers: notWritersOfClass,
    input: (world) => ({ personId: world.who.petya, person: { ...petya, bornOn: '2013-05-17' }, expected: petya }),
  },
  'people.setContacts': {
    by: 'sokolova',
    strangers: notWritersOfClass,
    input: (world) => ({ personId: world.who.petya, contacts: noContacts, expected: noContacts }),
  },
  'people.addGuardian': {
    by: 'sokolova',
    strangers: notWritersOfClass,
    input: (world) => ({
      personId: world.who.petya,
      guardian: { personId: world.who.elkin, person: null, relation: 'stepfather', livesWith: true, informed: true },
      from: null,
      evenIfSimilar: false,
    }),
  },
  'people.changeGuardian': {
    by: 'sokolova',
    strangers: notWritersOfClass,
    input: async (world) => ({
      personId: world.who.petya,
      guardianshipId: await tieOfPetya(world),
      relation: 'mother',
      livesWith: false,
      informed: true,
      expected: { relation: 'mother', livesWith: true, informed: true },
    }),
  },
  'people.endGuardian': {
    by: 'sokolova',
    strangers: notWritersOfClass,
    input: async (world) => ({ personId: world.who.petya, guardianshipId: await tieOfPetya(world), lastDay: TODAY }),
  },
  'people.addPosition': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: (world) => ({
      personId: world.who.ivanova,
      position: 'педагог-организатор',
      category: 'первая',
      ...noEmployment,
      from: TODAY,
    }),
  },
  'people.changePosition': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => {
      const expected = await positionOf(world)
      return { personId: world.who.ivanova, ...expected, to: TODAY, expected }
    },
  },
  'people.merge': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: (world) => ({ personId: world.who.masha, doubleId: world.who.vanya }),
  },
  'people.editable': { by: 'kiselev', strangers: [...notAdministrators, 'sokolova'], input: () => ({ kind: 'student' }) },
  'people.changeMany': {
    by: 'kiselev',
    strangers: [...notAdministrators, 'sokolova'],
    input: (world) => ({
      kind: 'student',
      changes: { foreignLanguages: 'английский' },
      rows: [{ rowId: world.who.petya, expected: { foreignLanguages: '' } }],
    }),
  },
  'people.runs': { by: 'kiselev', strangers: [...notAdministrators, 'sokolova'], input: () => ({}) },
  'people.takeBack': {
    by: 'kiselev',
    strangers: [...notAdministrators, 'sokolova'],
    input: async (world) => ({
      runId: (await world.does('kiselev', 'people.merge', { personId: world.who.masha, doubleId: world.who.vanya })).runId,
    }),
  },
  'people.requests': { by: 'kiselev', strangers: notAdministrators, input: () => ({}) },
  'people.requestChange': {
    by: 'petrova',
    strangers: notOfPetya,
    input: (world) => ({
      personId: world.who.petya,
      changes: { bornOn: '2013-05-17' },
      contacts: null,
      comment: 'По свидетельству',
    }),
  },
  'people.reportArrival': {
    by: 'sokolova',
    strangers: [...notOfClass, 'kiselev'],
    input: (world) => ({ classId: world.groups.seventhA, person: newcomer, comment: 'Приходит в понедельник' }),
  },
  'people.reportDeparture': {
    by: 'sokolova',
    strangers: [...notOfClass, 'kiselev'],
    input: (world) => ({ personId: world.who.masha, lastDay: TODAY, comment: 'Переезд' }),
  },
  'people.acceptRequest': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => ({ requestId: (await asked(world)).requestId, answer: '', evenIfSimilar: false }),
  },
  'people.declineRequest': {
    by: 'kiselev',
    strangers: notAdministrators,
    input: async (world) => ({ requestId: (await asked(world)).requestId, answer: 'Принесите документ' }),
  },
  'people.withdrawRequest': {
    by: 'petrova',
    strangers: ['kiselev', 'egorov', 'petya', 'sokolova'],
    input: async (world) => ({ requestId: (await asked(world)).requestId }),
  },
  'people.checks': { by: 'sokolova', strangers: ['ivanova', 'petya', 'petrova'], input: () => ({}) },
  'people.classChecks': { by: 'sokolova', strangers: notOfClass, input: (world) => ({ classId: world.groups.seventhA }) },
  'people.confirmClass': {
    by: 'sokolova',
    strangers: [...notWritersOfClass, 'kiselev'],
    input: (world) => ({ classId: world.groups.seventhA, remarks: '' }),
  },
  'people.confirmStudents': {
    by: 'sokolova',
    strangers: [...notWritersOfClass, 'kiselev'],
    input: (world) => ({ classId: world.groups.seventhA, students: [world.who.petya] }),
  },
  'people.me': { by: 'petrova', strangers: [], input: () => ({}) },
  'people.contactClasses': { by: 'kiselev', strangers: ['ivanova', 'sokolova', 'petya', 'petrova'], input: () => ({}) },
  'people.openContacts': { by: 'sokolova', strangers: notOfClass, input: (world) => ({ classId: world.groups.seventhA }) },
  'people.familyChecks': { by: 'petrova', strangers: [], input: () => ({}) },
  'people.confirmOwn': {
    by: 'petrova',
    strangers: [...notOfPetya, 'sokolova', 'kiselev'],
    input: (world) => ({ personId: world.who.petya }),
  },
  'people.askAboutData': {
    by: 'petrova',
    strangers: [...notOfPetya, 'sokolova', 'kiselev'],
    input: (world) => ({ personId: world.who.petya, kind: 'access', comment: '' }),
  },
  'people.leftContacts': { by: 'kiselev', strangers: ['ivanova', 'sokolova', 'petya', 'petrova'], input: () => ({}) },
  'people.eraseContacts': {
    by: 'kiselev',
    strangers: ['ivanova', 'sokolova', 'belova', 'petya', 'petrova'],
    input: () => ({ kind: 'phone' }),
  },
}
