import assert from 'node:assert/strict'
import { test } from 'node:test'
import { narrowed, sheetOf } from './whom.ts'

const mother = { kind: 'guardian', classes: ['2Б', '5А'] } as const

test('a mother of two is printed with the class that was chosen', () => {
  assert.deepEqual(narrowed([mother], 'class:5А'), [mother])
  assert.equal(sheetOf(mother.classes, 'class:5А'), '5А')
  assert.equal(sheetOf(mother.classes, 'guardian'), '2Б')
  assert.equal(sheetOf([], 'staff'), '')
})
