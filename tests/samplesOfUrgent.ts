import { randomUUIDv7 } from 'node:crypto'
import type { samples } from './samples.ts'
import type { PersonKey, World } from './world.ts'

const notWithPupils = ['petya', 'petrova', 'egorov'] as const
const notHeads = ['ivanova', 'sokolova', 'belova', 'kiselev', 'petya', 'petrova'] as const

/** Иванова, who teaches Петя and does not lead his class, has opened his card. */
export async function openedUrgently(world: World, by: PersonKey = 'ivanova', pupil: PersonKey = 'petya'): Promise<string> {
  const urgentId = randomUUIDv7()
  await world.does(by, 'access.openUrgently', { urgentId, personId: world.who[pupil], reason: REASON })
  return urgentId
}
/** One of yesterday that holds still: so many of them may stand in one school. */
async function standing(world: World): Promise<string> {
  const urgentId = randomUUIDv7()
  await world.amends(
    `insert into urgent_access (school_id, id, holder_id, student_id, class_id, reason, opened_at, until_at)
     values (:school, $1, $2, $3, $4, $5, $6::timestamptz - interval '25 hours', $6::timestamptz + interval '2 hours')`,
    [urgentId, world.who.kuznetsov, world.who.masha, world.groups.seventhA, REASON, world.app.clock.now()],
  )
  return urgentId
}
export const REASON = 'Ученику стало плохо на вечернем кружке, ищем родителей'

export const urgentSamples = {
  'access.urgent': { by: 'ivanova', strangers: notWithPupils, input: () => ({}) },
  'access.findPupils': { by: 'ivanova', strangers: notWithPupils, input: () => ({ search: 'Петр' }) },
  'access.openUrgently': {
    by: 'ivanova',
    strangers: notWithPupils,
    input: (world) => ({ urgentId: randomUUIDv7(), personId: world.who.petya, reason: REASON }),
  },
  'access.lookUrgently': {
    by: 'kuznetsov',
    strangers: ['ivanova', 'sokolova', 'belova', 'morozov', 'kiselev', 'petya', 'petrova'],
    input: async (world) => ({ urgentId: await standing(world) }),
  },
  'access.endUrgent': {
    by: 'kuznetsov',
    strangers: ['ivanova', 'sokolova', 'belova', 'kiselev', 'petya', 'petrova'],
    input: async (world) => ({ urgentId: await standing(world) }),
  },
  'access.urgentRegister': { by: 'morozov', strangers: ['ivanova', 'belova', 'petya', 'petrova'], input: () => ({}) },
  'access.seeUrgent': { by: 'kiselev', strangers: ['ivanova', 'belova', 'petya', 'petrova'], input: () => ({}) },
  'access.judgeUrgent': {
    by: 'morozov',
    strangers: notHeads,
    input: async (world) => ({ urgentId: await standing(world), justified: true, remark: '', expected: null }),
  },
} satisfies Partial<typeof samples>
