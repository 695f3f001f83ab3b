import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isIdle } from './idle.ts'

test('the journal is idle after the minutes of the policy, to the second', () => {
  const minute = 60_000
  assert.equal(isIdle(0, 15 * minute - 1, 15), false)
  assert.equal(isIdle(0, 15 * minute, 15), true)
  assert.equal(isIdle(null, 1e12, 15), false)
})
