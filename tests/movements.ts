import { randomUUIDv7 } from 'node:crypto'
import { noMark } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { TODAY } from './database.ts'
import { order } from './samplesOfClasses.ts'
import type { World } from './world.ts'

/** Somebody comes to 7А today. */
export const enrolIn = (world: World, studentId: string, more: Partial<Input<'classes.enrol'>> = {}): Input<'classes.enrol'> => ({
  classId: world.groups.seventhA,
  movementId: randomUUIDv7(),
  studentId,
  on: TODAY,
  ...order,
  otherSchool: 'Школа № 3',
  groupIds: [],
  ...more,
})
/** A student goes to 7Б today. */
export const transferTo = (
  world: World,
  studentId: string,
  more: Partial<Input<'classes.transfer'>> = {},
): Input<'classes.transfer'> => ({
  classId: world.groups.seventhB,
  movementId: randomUUIDv7(),
  studentId,
  on: TODAY,
  ...order,
  groupIds: [],
  evenIfWritten: false,
  ...more,
})
/** A student leaves today. */
export const departure = (personId: string, more: Partial<Input<'classes.depart'>> = {}): Input<'classes.depart'> => ({
  personId,
  movementId: randomUUIDv7(),
  on: TODAY,
  ...order,
  otherSchool: 'Лицей № 1',
  evenIfWritten: false,
  ...more,
})
/** The movement book of the year. */
export const book = (world: World, from = '2026-09-01', to = '2027-05-26') =>
  world.asks('belova', 'classes.movement', { from, to })
/** A five where nothing stands. */
export const five = { mark: { ...noMark, values: [5] }, expected: noMark }
