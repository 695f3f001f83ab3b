import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedBuffersFor } from './databaseMemory.ts'

const GB = 2 ** 30

for (const [what, stored, memory, megabytes] of [
  ['an empty database', 0, 8 * GB, 64],
  ['one school of a thousand students', 1.3 * GB, 8 * GB, 64],
  ['a region of twenty', 20 * GB, 24 * GB, 640],
  ['a region on a machine with little memory', 20 * GB, 4 * GB, 256],
  ['a school on a machine with hardly any', 4 * GB, 0.5 * GB, 64],
  ['a thousand schools', 1_000 * GB, 256 * GB, 2_048],
] as const) {
  test(`pages kept at hand: ${what}`, () => assert.equal(sharedBuffersFor(stored, memory), megabytes))
}
