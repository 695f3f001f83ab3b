import { newWorld, type World } from './world.ts'

/** Children before what they point at. */
const emptied = [
  'work',
  'lesson',
  'assignment',
  'course',
  'enrolment',
  'homeroom',
  'school_class',
  'group_class',
  'study_group',
  'subject',
  'bell',
  'day_exception',
  'guardian_of',
] as const
const ofOthers = { account: 'person_id', staff: 'person_id', role_grant: 'person_id', person: 'id' } as const

/** A school of a test's own in which there is nothing yet but its year and its administrator, who asks as `kiselev`. */
export async function emptySchool(): Promise<World> {
  const world = await newWorld()
  for (const table of emptied) await world.amends(`delete from ${table} where school_id = :school`)
  for (const [table, column] of Object.entries(ofOthers))
    await world.amends(`delete from ${table} where school_id = :school and ${column} <> $1`, [world.who.kiselev])
  return world
}
