import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPresses, newOperationId } from './operationId.ts'

test('an operation id is a UUID of version 7', () => {
  assert.match(newOperationId(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('ids keep the order they were made in, within one millisecond and when the clock steps back', () => {
  const now = Date.now() + 10_000
  const ids = Array.from({ length: 9000 }, (_, index) => newOperationId(now - (index % 3)))
  assert.deepEqual(ids, [...ids].sort())
  assert.equal(new Set(ids).size, ids.length)
})

test('a button pressed again carries the same id until the server has decided, then another one', () => {
  const { idOf, decided } = createPresses()
  const first = idOf({ name: '7А' })
  assert.equal(idOf({ name: '7А' }), first)
  decided()
  const second = idOf({ name: '7А' })
  assert.notEqual(second, first)
  assert.notEqual(idOf({ name: '7Б' }), second)
})
