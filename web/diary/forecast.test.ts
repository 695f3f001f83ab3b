import assert from 'node:assert/strict'
import { test } from 'node:test'
import { average, type Weighed } from '#domain/marks/rules.ts'
import { roundHalfUp } from '#domain/platform/numbers.ts'
import { forecast, lessonsLeft, timesNeeded } from './forecast.ts'

const marks = (text: string): Weighed[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((mark) => {
      const [values, weight] = mark.split('×')
      return { values: values!.split('/').map(Number), weight: Number(weight ?? 1) * 10 }
    })

test('the forecast names the fewest next marks that round up to the wanted one [R162]', () => {
  const examples: [string, 3 | 4 | 5, number, number, number | null][] = [
    ['4', 5, 5, 10, 1], // (4 + 5) : 2 = 4,5 rounds to 5
    ['4 4', 5, 5, 10, 2],
    ['4 4 4', 5, 5, 30, 1],
    ['3 3 4', 5, 5, 10, 7],
    ['3 3 4', 4, 4, 10, 1], // 14 : 4 = 3,5
    ['3 3', 4, 5, 10, 1],
    ['2', 3, 3, 10, 1],
    ['2 2', 3, 5, 10, 1],
    ['5', 5, 5, 10, 0],
    ['5 4', 5, 5, 10, 0], // exactly 4,5
    ['4', 5, 4, 10, null], // fours never make a five
    ['', 5, 5, 10, 1],
    ['4×0', 4, 4, 10, 1], // a mark without weight does not count
    ['5/3', 5, 5, 10, 2],
  ]
  for (const [given, wanted, value, weight, times] of examples)
    assert.equal(timesNeeded(marks(given), wanted, value, weight), times, `${given || 'nothing'} → ${wanted}`)
})

test('one mark fewer than the forecast says is not enough, and the forecast itself is', () => {
  const pool = ['4', '3 3 4', '4×3 5 5 2', '3 3 3 3×3', '2 3×1.5 4', '5 5 4×2 3×3']
  for (const given of pool) {
    for (const wanted of [3, 4, 5] as const) {
      for (const weight of [10, 30]) {
        const needed = timesNeeded(marks(given), wanted, 5, weight)!
        const after = (times: number) => roundHalfUp(average([...marks(given), ...Array(times).fill({ values: [5], weight })])!)
        assert.ok(after(needed) >= wanted)
        if (needed > 0) assert.ok(after(needed - 1) < wanted)
      }
    }
  }
})

test('what is reached is said once, what is above it gets its ways', () => {
  assert.deepEqual(forecast(marks('4 4 4'), null), [
    {
      wanted: 5,
      state: 'reachable',
      ways: [
        { value: 5, times: 3, control: false },
        { value: 5, times: 1, control: true },
      ],
    },
    { wanted: 4, state: 'reached' },
  ])
  assert.deepEqual(forecast(marks('5 5'), null), [{ wanted: 5, state: 'reached' }])
})

test('a four can be reached by fives and, a little later, by fours', () => {
  const [, four] = forecast(marks('3 3 3'), 10)
  assert.deepEqual(four, {
    wanted: 4,
    state: 'reachable',
    ways: [
      { value: 5, times: 1, control: false },
      { value: 4, times: 3, control: false },
      { value: 4, times: 1, control: true },
    ],
  })
})

test('a mark that would take more lessons than the term has left is out of reach', () => {
  assert.deepEqual(forecast(marks('3 3 3 3 3 3 3 3'), 3)[0], { wanted: 5, state: 'outOfReach' })
})

test('without marks there is no forecast', () => {
  assert.deepEqual(forecast([], 20), [])
})

test('lessons left are estimated by the pace so far', () => {
  const term = { from: '2026-11-02', to: '2026-12-30' }
  assert.equal(lessonsLeft(9, term, '2026-11-22'), 16)
  assert.equal(lessonsLeft(9, term, '2026-12-30'), 0)
  assert.equal(lessonsLeft(0, term, '2026-11-22'), null)
  assert.equal(lessonsLeft(9, term, '2027-01-10'), null)
})
