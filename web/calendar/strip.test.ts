import assert from 'node:assert/strict'
import { test } from 'node:test'
import { yearProposed } from '#domain/calendar/template.ts'
import { stripOf } from './strip.ts'

const { from, to, terms, exceptions } = yearProposed(2026, 5)
const year = { from, to, exceptions, terms: terms.map((term, i) => ({ ...term, termId: String(i) })) }
const line = (cells: ReturnType<typeof stripOf>['rows'][number]['cells']) =>
  cells.map(({ kind, term, weeks }) => `${kind === 'term' ? term!.number : kind}: ${weeks}`).join(', ')

test('the year is read week by week, grade 1 with its extra week apart [R075]', () => {
  const { rows, weeks, months, days } = stripOf(year)
  assert.deepEqual(
    rows.map(({ fromGrade, toGrade, cells }) => [fromGrade, toGrade, line(cells)]),
    [
      [1, 1, '1: 8, vacation: 1, 2: 9, vacation: 1, 3: 5, vacation: 1, 3: 5, vacation: 1, 4: 8'],
      [2, 9, '1: 8, vacation: 1, 2: 9, vacation: 1, 3: 11, vacation: 1, 4: 8'],
      [10, 11, '1: 8, vacation: 1, 1: 9, vacation: 1, 2: 11, vacation: 1, 2: 8'],
    ],
  )
  assert.equal(weeks.length, 39)
  assert.equal(
    months.reduce((sum, { weeks }) => sum + weeks, 0),
    39,
  )
  assert.equal(days.flat().filter(({ name }) => name === 'День Победы').length, 1)
})

test('weeks that are neither studied nor free are seen', () => {
  const { rows } = stripOf({
    ...year,
    terms: year.terms.filter(({ kind, number }) => kind === 'quarter' && number !== 3),
    exceptions: [],
  })
  assert.ok(rows[0]!.cells.some(({ kind, weeks }) => kind === 'gap' && weeks > 8))
})

test('a year without periods has no rows', () => {
  assert.deepEqual(stripOf({ ...year, terms: [] }).rows, [])
})
