import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cellText, parseEntry, parseHours } from '#domain/curriculum/entry.ts'

const typed: [string, number | null][] = [
  ['2,5', 5],
  ['2.5', 5],
  ['2,50', 5],
  ['3,0', 6],
  ['3', 6],
  ['0,5', 1],
  ['½', 1],
  ['2½', 5],
  [' 2 ч ', 4],
  ['2 часа', 4],
  ['', 0],
  ['—', 0],
  ['-', 0],
  ['0', 0],
  ['20', 40],
  ['20,5', null],
  ['2,25', null],
  ['2,05', null],
  ['-1', null],
  ['много', null],
  ['1 2', 24],
  ['34', null],
]
for (const [text, halfHours] of typed) {
  test(`«${text}» is ${halfHours === null ? 'no number of hours' : `${halfHours} half-hours`} [R082]`, () =>
    assert.equal(parseHours(text), halfHours))
}

const cells: [string, { halfHours: number; subgroups: number | null } | null][] = [
  ['3', { halfHours: 6, subgroups: null }],
  ['3*', { halfHours: 6, subgroups: 2 }],
  ['3×2', { halfHours: 6, subgroups: 2 }],
  ['3х3', { halfHours: 6, subgroups: 3 }],
  ['0,5 x2', { halfHours: 1, subgroups: 2 }],
  ['3×1', { halfHours: 6, subgroups: 1 }],
  ['3×5', null],
  ['3×0', null],
  ['×2', null],
  ['', { halfHours: 0, subgroups: null }],
]
for (const [text, entry] of cells) {
  test(`a cell «${text}» ${entry ? `is ${JSON.stringify(entry)}` : 'is not understood'} [R082]`, () =>
    assert.deepEqual(parseEntry(text), entry))
}

test('what stands in a cell is read back as it was written [R082]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4 }), (halfHours, subgroups) => {
      const entry = parseEntry(cellText({ halfHours, subgroups }))
      assert.equal(entry?.halfHours, halfHours)
      assert.equal(entry?.subgroups ?? 1, subgroups)
    }),
  )
})

test('whatever is typed is hours within the day, or is not understood', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const halfHours = parseHours(text)
      assert.ok(halfHours === null || (Number.isInteger(halfHours) && halfHours >= 0 && halfHours <= 40))
    }),
  )
})
