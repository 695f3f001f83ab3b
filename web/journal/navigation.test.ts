import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moved, rangeOf, readMove, sizeOfRange, stepped } from './navigation.ts'

const size = { rows: 3, columns: 4, summaries: 2 }
const none = { ctrlKey: false, metaKey: false }

test('arrows lead one cell, with Ctrl to the edge', () => {
  assert.equal(readMove({ key: 'ArrowDown', ...none }), 'down')
  assert.equal(readMove({ key: 'ArrowDown', ctrlKey: true, metaKey: false }), 'columnEnd')
  assert.equal(readMove({ key: 'Home', ctrlKey: false, metaKey: true }), 'first')
  assert.equal(readMove({ key: '5', ...none }), null)
})

test('the cursor never leaves the grid: up to the header, right to the summaries', () => {
  assert.deepEqual(moved({ row: 0, column: 0 }, 'up', size), { row: -1, column: 0 })
  assert.deepEqual(moved({ row: -1, column: 0 }, 'up', size), { row: -1, column: 0 })
  assert.deepEqual(moved({ row: 2, column: 5 }, 'right', size), { row: 2, column: 5 })
  assert.deepEqual(moved({ row: 0, column: 0 }, 'left', size), { row: 0, column: 0 })
  assert.deepEqual(moved({ row: 1, column: 2 }, 'pageDown', size), { row: 2, column: 2 })
  assert.deepEqual(moved({ row: 1, column: 2 }, 'last', size), { row: 2, column: 5 })
})

test('Enter goes down the class and on to the next lesson, Tab along the row and on to the next student', () => {
  assert.deepEqual(stepped({ row: 1, column: 1 }, 'down', size), { row: 2, column: 1 })
  assert.deepEqual(stepped({ row: 2, column: 1 }, 'down', size), { row: 0, column: 2 })
  assert.equal(stepped({ row: 2, column: 3 }, 'down', size), null)
  assert.deepEqual(stepped({ row: 0, column: 3 }, 'right', size), { row: 1, column: 0 })
  assert.deepEqual(stepped({ row: 1, column: 0 }, 'left', size), { row: 0, column: 3 })
  assert.equal(stepped({ row: 0, column: 0 }, 'up', size), null)
})

test('a range is of real cells only, whichever corner was first', () => {
  assert.deepEqual(rangeOf({ row: 2, column: 5 }, { row: -1, column: 1 }, size), { top: 0, bottom: 2, left: 1, right: 3 })
  assert.equal(sizeOfRange({ top: 0, bottom: 2, left: 1, right: 3 }), 9)
})
