import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doneKey, readDone, taskKey, withTick } from './done.ts'

test('a tick stays with its task and can be taken back', () => {
  const ticked = withTick({}, 'petya:h1', '2026-11-23', true, '2026-11-22')
  assert.deepEqual(ticked, { 'petya:h1': '2026-11-23' })
  assert.deepEqual(withTick(ticked, 'petya:h1', '2026-11-23', false, '2026-11-22'), {})
})

test('ticks older than a month are forgotten', () => {
  assert.deepEqual(withTick({ old: '2026-10-01' }, 'new', '2026-11-23', true, '2026-11-22'), { new: '2026-11-23' })
})

test('people on one phone and twins in one class keep their ticks apart', () => {
  assert.notEqual(doneKey('mother'), doneKey('petya'))
  assert.notEqual(taskKey('petya', 'h1'), taskKey('masha', 'h1'))
})

test('spoiled storage is no ticks', () => {
  for (const stored of [null, '', '[]', 'null', '{"a":5}', '{"a":"soon"}']) assert.deepEqual(readDone(stored), {})
  assert.deepEqual(readDone('{"a":"2026-11-23"}'), { a: '2026-11-23' })
})
