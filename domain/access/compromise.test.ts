import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headDueAt, supportDueOn } from './compromise.ts'

const holidays = new Set(['2026-11-04', '2027-01-01'])
const due: [string, number, string][] = [
  ['2026-11-18', 1, '2026-11-19'], // Wednesday
  ['2026-11-20', 1, '2026-11-23'], // Friday: Monday
  ['2026-11-21', 1, '2026-11-23'], // Saturday too
  ['2026-11-03', 1, '2026-11-05'], // a holiday between
  ['2026-12-30', 3, '2027-01-05'],
]
for (const [detected, days, wanted] of due)
  test(`noticed on ${detected}, the support is told by ${wanted}: ${days} working day(s) [R048]`, () => {
    assert.equal(supportDueOn(detected, days, holidays), wanted)
  })

test('the head is told within the hour after the noticing [R047]', () => {
  assert.equal(headDueAt('2026-11-20T20:30:00Z', 60), '2026-11-20T21:30:00.000Z')
})
