import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { causeOf, groupedProblems } from './problemGroups.ts'
import { detailsOf } from './report.ts'

const said = (code: string, value = '', field = 'class') => ({ code, field, address: 'B4', value })
const row = (...problems: ReturnType<typeof said>[]) => ({ problems })

test('equal problems are one line with its values, most rows first, and the list that helps [R071, R091]', () => {
  const rows = [
    row(said('notDay', '31.02', 'bornOn')),
    row(said('unknownClass', '1А')),
    row(said('unknownClass', '2А'), said('missing', '', 'name')),
    row(said('unknownClass', '1А')),
    row(),
  ]
  assert.deepEqual(
    groupedProblems('students', rows).map(({ code, rows, values, cure }) => [code, rows, values, cure]),
    [
      ['unknownClass', 3, ['1А', '2А'], 'classes'],
      ['missing', 1, [], null],
      ['notDay', 1, ['31.02'], null],
    ],
  )
})

test('hours under different classes are one cause, and a list does not send to itself [R091]', () => {
  const [hours, ...others] = groupedProblems('load', [
    row(said('notHours', 'x', 'over:7А'), said('notHours', 'y', 'over:7Б')),
    row(said('notHours', 'x', 'over:8А')),
  ])
  assert.deepEqual([hours?.rows, hours?.values, others.length], [2, ['x', 'y'], 0])
  assert.equal(groupedProblems('classes', [row(said('unknownClass', '7А'))])[0]?.cure, null)
})

test('every problem is in exactly one group [R091]', () => {
  const problem = fc.record({
    code: fc.constantFrom('missing', 'notDay', 'unknownClass'),
    field: fc.constantFrom('class', 'over:7А', 'over:8А'),
    address: fc.constant('A1'),
    value: fc.string({ maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(fc.record({ problems: fc.array(problem, { maxLength: 4 }) })), (rows) => {
      const groups = groupedProblems('students', rows)
      const keys = groups.map(({ key }) => key)
      assert.equal(new Set(keys).size, keys.length)
      for (const { key, rows: n } of groups)
        assert.equal(n, rows.filter(({ problems }) => problems.some((one) => causeOf(one) === key)).length)
      assert.ok(rows.every(({ problems }) => problems.every((one) => keys.includes(causeOf(one)))))
    }),
  )
})

test('the row is said once: a problem names its column, not the row again', () => {
  const details = (address: string) =>
    detailsOf('students', { changes: [], notes: [], problems: [{ ...said('notClass', 'я'), address }] })
  assert.match(details('B4')[0]!, /^Класс \(B\): /)
  assert.match(details('4')[0]!, /^Класс: /)
})
