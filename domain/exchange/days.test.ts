import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Cell, dayFirst, dayOf, isMonthFirst, snilsOf } from './cells.ts'

const TODAY = '2026-11-20'

const columns: [title: string, column: Cell[], monthFirst: boolean][] = [
  ['a month that is none', ['10/24/2026', '02/13/2027'], true],
  ['nothing that tells', ['10/11/2026', '02/12/2027'], false],
  ['a day that is no month', ['10/24/2026', '24/10/2026'], false],
  ['points', ['10.24.2026'], false],
  ['days of Excel beside', [{ at: '2026-10-24T00:00' }, 46_000, null, '1/31/27 0:00'], true],
]
for (const [title, column, expected] of columns) {
  test(`days with strokes, month before day or not: ${title}`, () => assert.equal(isMonthFirst(column), expected))
}
test('a day with strokes is turned round, nothing else is', () => {
  const cells: Cell[] = ['10/24/2026', '1/31/27 0:00', '24.10.2026', 46_000, null, 'кабинет 1/2']
  assert.deepEqual(cells.map(dayFirst), ['24.10.2026', '31.1.27 0:00', '24.10.2026', 46_000, null, 'кабинет 1/2'])
})
test('a day with strokes says that it could be read otherwise', () => {
  const doubtful = (cell: Cell) => 'note' in dayOf(cell, TODAY) && (dayOf(cell, TODAY) as { note: string }).note
  assert.deepEqual(['05/06/2013', '25/06/2013', '05/05/2013', '05.06.2013'].map(doubtful), [
    'dayFirst',
    'dateAsText',
    'dateAsText',
    'dateAsText',
  ])
})
test('a СНИЛС that Excel has shortened is no СНИЛС', () => {
  assert.deepEqual(['1,12233E+10', '1.12233e+10'].map(snilsOf), [{ problem: 'shortened' }, { problem: 'shortened' }])
})
