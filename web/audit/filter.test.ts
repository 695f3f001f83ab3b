import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, filterFrom, isNarrowed } from './filter.ts'

test('what the log is narrowed to travels in the address', () => {
  const filter = { who: 'Иванова', kind: 'marks', from: '2026-11-01', actorId: '0199e000-0000-7000-8000-000000000001' } as const
  assert.deepEqual(filterFrom(addressOf(filter).split('?')[1]!), filter)
  assert.equal(addressOf({}), '/school/log')
})

test('nonsense in an address is left out', () => {
  assert.deepEqual(filterFrom('kind=чушь&from=31.12&actorId=1&who=%20'), {})
  assert.equal(isNarrowed({ before: 'x' }), false)
  assert.equal(isNarrowed({ kind: 'marks' }), true)
})
