import { randomUUIDv7 } from 'node:crypto'
import type { OperationName } from '#domain/operations.ts'
import { TODAY } from './database.ts'
import type { Sample } from './samples.ts'
import type { World } from './world.ts'

/** A purpose that the school asks consent for; every call adds one more. */
export const purposeOf = async (world: World, name = `Фотографии ${randomUUIDv7()}`): Promise<string> =>
  (await world.does('kiselev', 'consents.addPurpose', { name, body: 'Даю согласие на размещение фотографий.' })).purposeId

/** Петя’s mother has consented, on paper. */
export async function givenForPetya(world: World, name?: string): Promise<string> {
  const purposeId = await purposeOf(world, name)
  const students = [{ studentId: world.who.petya, givenBy: world.who.petrova, number: '12', fileId: null }]
  await world.does('sokolova', 'consents.record', {
    classId: world.groups.seventhA, purposeId, state: 'given', on: '2026-09-01', carrier: 'paper', students,
  }) // biome-ignore format: one glance
  return purposeId
}

const notKeepers = ['ivanova', 'sokolova', 'belova', 'petya', 'petrova'] as const
const notOfClass = ['ivanova', 'kuznetsov', 'petya', 'petrova', 'egorov'] as const
const asAdded = { name: 'Фотографии на сайте школы', body: 'Даю согласие на размещение фотографий.' }

export const consentsSamples: { readonly [N in Extract<OperationName, `consents.${string}`>]: Sample<N> } = {
  'consents.purposes': { by: 'sokolova', strangers: ['ivanova', 'petya', 'petrova'], input: () => ({}) },
  'consents.addPurpose': { by: 'kiselev', strangers: notKeepers, input: () => asAdded },
  'consents.changePurpose': {
    by: 'kiselev',
    strangers: notKeepers,
    input: async (world) => {
      const expected = { ...asAdded, name: `Фотографии ${randomUUIDv7()}` }
      return { purposeId: await purposeOf(world, expected.name), name: expected.name, body: 'Новый текст', expected }
    },
  },
  'consents.archivePurpose': {
    by: 'kiselev',
    strangers: notKeepers,
    input: async (world) => ({ purposeId: await purposeOf(world), archived: true }),
  },
  'consents.report': { by: 'sokolova', strangers: ['ivanova', 'petya', 'petrova'], input: () => ({}) },
  'consents.ofClass': { by: 'sokolova', strangers: notOfClass, input: (world) => ({ classId: world.groups.seventhA }) },
  'consents.record': {
    by: 'sokolova',
    strangers: [...notOfClass, 'belova', 'morozov'],
    input: async (world) => ({
      classId: world.groups.seventhA,
      purposeId: await purposeOf(world),
      state: 'given',
      on: TODAY,
      carrier: 'paper',
      students: [{ studentId: world.who.petya, givenBy: world.who.petrova, number: '12', fileId: null }],
    }),
  },
  'consents.withdraw': {
    by: 'petrova',
    strangers: ['ivanova', 'kuznetsov', 'masha', 'lena', 'egorov', 'elkin'],
    input: async (world) => ({ personId: world.who.petya, purposeId: await givenForPetya(world) }),
  },
  'consents.mine': { by: 'petrova', strangers: [], input: () => ({}) },
}
