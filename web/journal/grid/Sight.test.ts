import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BOX } from './boxes.ts'
import { isDrawn, leftAtStart, Sight, spareOf } from './Sight.ts'

const drawnOf = (sight: Sight, boxes = 14) =>
  Array.from({ length: boxes }, (_, box) => box).filter((box) => isDrawn(sight.drawn(), box))

test('a page opens with the boxes around its lesson', () => {
  assert.deepEqual(drawnOf(new Sight(BOX * 6)), [4, 5, 6, 7, 8])
  assert.deepEqual(drawnOf(new Sight(0)), [0, 1, 2])
})

test('what comes into sight is drawn with its neighbours; what is near stays; what is far goes, save the cursor’s own', () => {
  const sight = new Sight(BOX * 6)
  let told = 0
  sight.subscribe(() => told++)
  sight.look(6, 8)
  sight.look(5, 7)
  assert.equal(told, 0, 'all of it is drawn already')
  sight.look(10, 12)
  assert.deepEqual(drawnOf(sight), [6, 9, 10, 11, 12, 13])
  sight.look(0, 2)
  assert.deepEqual(drawnOf(sight), [0, 1, 2, 3, 6])
  assert.equal(told, 2)
})

test('the cursor is drawn wherever it goes, at once', () => {
  const sight = new Sight(0)
  sight.keep(BOX * 13 + 5)
  assert.deepEqual(drawnOf(sight), [0, 1, 2, 13])
  const before = sight.drawn()
  sight.keep(BOX * 13)
  assert.equal(sight.drawn(), before, 'the same box: nothing is drawn anew')
})

test('a page opens with whole columns, and with the lesson of the day among them', () => {
  const page = { columns: 30, width: 39, room: 20 * 39 }
  const cases: [column: number, hidden: number][] = [
    [0, 0],
    [12, 0],
    [13, 1],
    [20, 8],
    [22, 10],
    [29, 10],
  ]
  for (const [column, hidden] of cases) assert.equal(leftAtStart({ ...page, column }), hidden * 39, `column ${column}`)
  assert.equal(leftAtStart({ ...page, columns: 8, column: 7 }), 0, 'a short page has nothing to scroll')
})

test('room for a part of a column goes to the names', () => {
  assert.equal(spareOf({ columns: 30, width: 39, room: 800 }), 20)
  assert.equal(spareOf({ columns: 30, width: 39, room: 780 }), 0)
  assert.equal(spareOf({ columns: 8, width: 39, room: 800 }), 0, 'all of the page is in sight')
})
