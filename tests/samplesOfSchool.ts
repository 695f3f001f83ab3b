import { randomUUIDv7 } from 'node:crypto'
import type { OperationName } from '#domain/operations.ts'
import { TODAY } from './database.ts'
import type { Sample } from './samples.ts'
import type { World } from './world.ts'

const notStaff = ['petya', 'lena', 'petrova', 'elkin'] as const

const anAct = {
  kind: 'regulation',
  title: 'Положение об электронном журнале',
  number: '17',
  datedOn: '2026-08-28',
  from: '2026-09-01',
  to: null,
  body: 'Журнал ведётся в электронном виде.',
  forStaff: true,
  forFamilies: true,
} as const
const actIn = async (world: World) => {
  const actId = randomUUIDv7()
  await world.does('kiselev', 'school.addAct', { ...anAct, actId })
  return actId
}

/** Working calls of the school's own operations and of its readiness. */
export const schoolSamples = {
  'readiness.board': { by: 'belova', strangers: ['ivanova', 'petya', 'petrova'], input: () => ({}) },
  'readiness.declarePaperless': {
    by: 'morozov',
    strangers: ['ivanova', 'belova', 'kiselev', 'petrova'],
    input: () => ({ since: '2026-09-01' }),
  },
  'readiness.usage': {
    by: 'kiselev',
    strangers: ['ivanova', 'belova', 'petya', 'petrova'],
    input: () => ({ from: '2026-11-01', to: TODAY }),
  },
  'readiness.tasks': { by: 'sokolova', strangers: [], input: () => ({}) },

  'audit.log': { by: 'kiselev', strangers: ['ivanova', 'sokolova', 'petya', 'petrova'], input: () => ({ kind: 'marks' }) },
  'audit.action': {
    by: 'belova',
    strangers: ['ivanova', 'petya', 'petrova'],
    input: async (world) => {
      const operationId = randomUUIDv7()
      await world.does('morozov', 'readiness.declarePaperless', { since: '2026-09-01' }, operationId)
      return { operationId }
    },
  },
  'audit.state': { by: 'morozov', strangers: ['ivanova', 'sokolova', 'petya', 'petrova'], input: () => ({}) },
  'audit.compare': {
    by: 'kiselev',
    strangers: ['ivanova', 'sokolova', 'petya', 'petrova'],
    input: () => ({ seal: 0, root: 'E3B0 C442 98FC' }),
  },
  'audit.own': { by: 'petrova', strangers: [], input: () => ({}) },
  'audit.verify': { by: 'kiselev', strangers: ['ivanova', 'belova', 'petya', 'petrova'], input: () => ({}) },
  'audit.extract': {
    by: 'morozov',
    strangers: ['ivanova', 'sokolova', 'petya', 'petrova'],
    input: async (world) => {
      await world.does('morozov', 'readiness.declarePaperless', { since: '2026-09-01' })
      return { format: 'pdf' }
    },
  },

  'school.card': { by: 'sokolova', strangers: notStaff, input: () => ({}) },
  'school.setCard': {
    by: 'kiselev',
    strangers: ['ivanova', 'belova', 'petya', 'petrova'],
    input: async (world) => {
      const { card } = await world.asks('kiselev', 'school.card', {})
      return { card: { ...card, city: 'Заречный-2', inn: '7707083893' }, expected: card }
    },
  },
  'school.finishSetUp': { by: 'kiselev', strangers: ['ivanova', 'belova', 'morozov', 'petrova'], input: () => ({}) },
  'school.settings': { by: 'belova', strangers: ['ivanova', 'petya', 'petrova'], input: () => ({}) },
  'school.setPolicy': {
    by: 'morozov',
    strangers: ['ivanova', 'belova', 'petya', 'petrova'],
    input: () => ({ key: 'diary.classAverage', value: true, expected: false }),
  },
  'school.acts': { by: 'petrova', strangers: [], input: () => ({}) },
  'school.addAct': {
    by: 'kiselev',
    strangers: ['ivanova', 'belova', 'petya', 'petrova'],
    input: () => ({ ...anAct, actId: randomUUIDv7() }),
  },
  'school.endAct': {
    by: 'kiselev',
    strangers: ['ivanova', 'belova', 'petya', 'petrova'],
    input: async (world) => ({ actId: await actIn(world), to: '2027-08-31' as const }),
  },
  'school.acknowledge': { by: 'ivanova', strangers: [], input: async (world) => ({ actId: await actIn(world) }) },
  'school.notePrint': {
    by: 'sokolova',
    strangers: ['petya', 'lena', 'petrova', 'elkin'],
    input: () => ({ kind: 'classPeople', about: '7А', names: 'numbers', students: 2 }),
  },
  'school.acknowledgements': {
    by: 'belova',
    strangers: ['ivanova', 'petya', 'petrova'],
    input: async (world) => ({ actId: await actIn(world) }),
  },
} satisfies { [N in Extract<OperationName, `school.${string}` | `readiness.${string}` | `audit.${string}`>]: Sample<N> }
