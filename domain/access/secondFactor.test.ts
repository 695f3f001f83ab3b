import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protectBy } from './secondFactor.ts'

const table: [string, Parameters<typeof protectBy>, string | null][] = [
  ['from the decision', ['2026-11-10', ['2026-08-25'], 14], '2026-11-24'],
  ['a new deputy from the first day of the role', ['2026-11-10', ['2026-08-25', '2027-01-12'], 14], '2027-01-26'],
  ['without days there is no waiting', ['2026-11-10', ['2026-08-25'], 0], null],
  ['a decision of nobody knows when gives no time', [null, ['2026-08-25'], 14], null],
]
for (const [title, input, day] of table) {
  test(`time for setting the second step up: ${title} [R044]`, () => assert.equal(protectBy(...input), day))
}
