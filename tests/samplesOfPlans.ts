import { randomUUIDv7 } from 'node:crypto'
import { TODAY } from './database.ts'
import type { Sample } from './samples.ts'
import type { World } from './world.ts'

let named = 0

/** A plan of her own for Маша of 7А. */
export async function ownPlanOf(world: World, from: string = TODAY): Promise<string> {
  const groupId = randomUUIDv7()
  await world.does('belova', 'classes.createGroup', {
    groupId,
    yearId: world.year,
    kind: 'individual',
    name: `Ёлкина М., план ${++named}`,
    classIds: [world.groups.seventhA],
    capacity: null,
    ungraded: false,
    studentIds: [world.who.masha],
    from,
  })
  return groupId
}

const notKeepers = ['ivanova', 'sokolova', 'morozov', 'petya', 'petrova'] as const

export const planSamples: {
  readonly [N in 'classes.ownPlan' | 'classes.setOwnSubjects' | 'classes.setGroupRegime']: Sample<N>
} = {
  'classes.ownPlan': {
    by: 'sokolova',
    strangers: ['ivanova', 'kuznetsov', 'petya', 'petrova', 'egorov'],
    input: async (world) => ({ groupId: await ownPlanOf(world) }),
  },
  'classes.setOwnSubjects': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => ({
      groupId: await ownPlanOf(world),
      subjectIds: [world.subjects.algebra],
      expected: [],
      from: TODAY,
    }),
  },
  'classes.setGroupRegime': {
    by: 'belova',
    strangers: notKeepers,
    input: async (world) => ({
      groupId: await ownPlanOf(world),
      regime: { shift: 2, studyDays: 5 },
      expected: { shift: 1, studyDays: null },
    }),
  },
}
