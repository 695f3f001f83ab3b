import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import type { Change } from './changes.ts'
import { emptyUndo, remember, repeat, takeBack } from './undo.ts'

const five = { ...noMark, values: [5] }
const change = (studentId: string): Change => ({
  kind: 'mark',
  slot: `mark:w1:${studentId}`,
  lessonId: 'l1',
  workId: 'w1',
  studentId,
  from: noMark,
  to: five,
})
const step = { changes: [change('ivanov'), change('petrov')], at: { columnId: 'w1', studentId: 'ivanov' } }

test('undo puts back what stood there, all cells of the step together', () => {
  const back = takeBack(remember(emptyUndo, step), () => five)
  assert.deepEqual(
    back?.changes.map(({ from, to }) => [from, to]),
    [
      [five, noMark],
      [five, noMark],
    ],
  )
  assert.deepEqual(back?.undo, { done: [], undone: [step] })
  assert.equal(back?.step.at?.studentId, 'ivanov')
})

test('undo leaves alone a cell that a colleague has changed since', () => {
  const back = takeBack(remember(emptyUndo, step), (asked) => (asked.studentId === 'petrov' ? { ...noMark, values: [4] } : five))
  assert.deepEqual(
    back?.changes.map((reversed) => reversed.studentId),
    ['ivanov'],
  )
  assert.equal(back?.skipped, 1)
})

test('what was undone can be done again, until something new is typed', () => {
  const undone = takeBack(remember(emptyUndo, step), () => five)!.undo
  const again = repeat(undone, () => noMark)
  assert.deepEqual(again?.changes, step.changes)
  assert.deepEqual(again?.undo, { done: [step], undone: [] })
  assert.equal(
    repeat(remember(undone, step), () => noMark),
    null,
  )
})

test('there is nothing to undo on a page one has only looked at', () => {
  assert.equal(
    takeBack(emptyUndo, () => five),
    null,
  )
  assert.equal(
    repeat(emptyUndo, () => five),
    null,
  )
})
