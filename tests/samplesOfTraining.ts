import { randomUUIDv7 } from 'node:crypto'
import type { Input, OperationName } from '#domain/operations.ts'
import { TODAY } from './database.ts'
import type { Sample } from './samples.ts'
import type { World } from './world.ts'

/** An instruction on personal data, today at three in the assembly hall, led by Иванова. */
export const planOf = (world: World): Input<'training.change'>['expected'] => ({
  topic: 'personalData',
  title: 'Инструктаж по персональным данным',
  about: '',
  on: TODAY,
  startsAt: 900,
  minutes: 45,
  place: 'актовый зал',
  link: '',
  leaderId: world.who.ivanova,
  guide: 'teacher',
  actId: null,
})

/** It is planned, and Кузнецов and Соколова are asked to come. */
export async function plannedTraining(world: World, part: Partial<Input<'training.plan'>> = {}): Promise<string> {
  const trainingId = randomUUIDv7()
  const people = [world.who.kuznetsov, world.who.sokolova]
  await world.does('kiselev', 'training.plan', {
    trainingId,
    ...planOf(world),
    audience: 'named',
    classId: null,
    people,
    ...part,
  })
  return trainingId
}

const notKeepers = ['ivanova', 'sokolova', 'morozov', 'petya', 'petrova'] as const
const notReaders = ['ivanova', 'sokolova', 'petya', 'petrova'] as const
const planned = async (world: World) => ({ trainingId: await plannedTraining(world) })

export const trainingSamples: { readonly [N in Extract<OperationName, `training.${string}`>]: Sample<N> } = {
  'training.list': { by: 'morozov', strangers: notReaders, input: () => ({}) },
  'training.sheet': { by: 'ivanova', strangers: ['sokolova', 'kuznetsov', 'petya', 'petrova'], input: planned },
  'training.people': { by: 'belova', strangers: notKeepers, input: () => ({}) },
  'training.plan': {
    by: 'kiselev',
    strangers: notKeepers,
    input: (world) => ({ trainingId: randomUUIDv7(), ...planOf(world), audience: 'staff', classId: null, people: [] }),
  },
  'training.change': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => ({
      trainingId: await plannedTraining(world),
      ...planOf(world),
      place: 'кабинет 12',
      expected: planOf(world),
    }),
  },
  'training.cancel': {
    by: 'kiselev',
    strangers: notKeepers,
    input: async (world) => ({ trainingId: await plannedTraining(world), cancelled: true }),
  },
  'training.invite': {
    by: 'kiselev',
    strangers: notKeepers,
    input: async (world) => ({
      trainingId: await plannedTraining(world),
      audience: 'parents',
      classId: world.groups.seventhA,
      people: [],
    }),
  },
  'training.leaveOut': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => ({ trainingId: await plannedTraining(world), personId: world.who.kuznetsov }),
  },
  'training.mark': {
    by: 'ivanova',
    strangers: ['sokolova', 'kuznetsov', 'morozov', 'petya', 'petrova'],
    input: async (world) => ({
      trainingId: await plannedTraining(world),
      marks: [{ personId: world.who.kuznetsov, presence: 'present', expected: null }],
    }),
  },
  'training.acquaint': {
    by: 'kuznetsov',
    strangers: ['ivanova', 'belova', 'kiselev', 'petya'],
    input: async (world) => ({ trainingId: await plannedTraining(world, { on: '2026-11-19' }) }),
  },
  'training.mine': { by: 'petrova', strangers: [], input: () => ({}) },
  'training.standings': { by: 'morozov', strangers: notReaders, input: () => ({}) },
  'training.remind': {
    by: 'kiselev',
    strangers: notKeepers,
    input: (world) => ({ topic: 'personalData', people: [world.who.ivanova] }),
  },
  'training.register': { by: 'morozov', strangers: notReaders, input: () => ({ from: '2026-09-01', to: TODAY }) },
}
