import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deadlineOf, percentOf, readiness } from './rules.ts'

test('percent is rounded down, and nothing to do is not done [R073]', () => {
  for (const [done, total, percent] of [
    [0, 0, 0],
    [0, 5, 0],
    [199, 200, 99],
    [200, 200, 100],
    [7, 5, 100],
  ] as const)
    assert.equal(percentOf({ done, total }), percent, `${done} of ${total}`)
})

test('sections weigh alike, and the deadline is 5 September [R073]', () => {
  assert.equal(
    readiness([
      { done: 1, total: 1 },
      { done: 0, total: 900 },
    ]),
    50,
  )
  assert.equal(readiness([]), 0)
  assert.equal(deadlineOf('2026-09-01'), '2026-09-05')
})
