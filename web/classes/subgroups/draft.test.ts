import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changes, type Draft, deal, move, placeOf, step } from './draft.ts'

const draft: Draft = [
  { groupId: '1', label: 'английский, 1', studentIds: ['a', 'b'] },
  { groupId: '2', label: 'английский, 2', studentIds: ['c'] },
]
const told = (one: Draft) => one.map(({ studentIds }) => studentIds.join('')).join('|')

test('a student is in one subgroup at most', () => {
  assert.equal(told(move(draft, 'a', '2')), 'b|ca')
  assert.equal(told(move(draft, 'a', null)), 'b|c')
  assert.equal(told(move(draft, 'd', '1')), 'abd|c')
})

test('arrows take a student from column to column, and no further than the edge', () => {
  assert.equal(told(step(draft, 'd', 1)), 'abd|c')
  assert.equal(told(step(draft, 'a', 1)), 'b|ca')
  assert.equal(told(step(draft, 'c', 1)), 'ab|c')
  assert.equal(told(step(draft, 'a', -1)), 'b|c')
  assert.equal(told(step(draft, 'd', -1)), 'ab|c')
})

test('students are dealt out anew, and it is told how many move', () => {
  const pupils = ['d', 'c', 'b', 'a'].map((id) => ({ studentId: id, name: id, sex: 'f' as const }))
  const dealt = deal(draft, pupils, 'alphabet', [])
  assert.equal(told(dealt), 'ab|cd')
  assert.equal(changes(draft, dealt, ['a', 'b', 'c', 'd']), 1)
  assert.equal(placeOf(dealt, 'd'), '2')
})
