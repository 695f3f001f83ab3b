import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  average,
  averageTerms,
  lastEditDay,
  type Mark,
  noMark,
  sameMark,
  scaleValues,
  shownAverage,
  takesMarks,
  type Weighed,
  whyLocked,
  whyMarkIsWrong,
  whyNoMarks,
  whyNotInGroup,
} from '#domain/marks/rules.ts'
import { daysBetween, weekdayOf } from '#domain/platform/dates.ts'

const at = (weight: number, ...values: number[]): Weighed => ({ values, weight })

const averages: [string, Weighed[], number | null][] = [
  ['nothing has no average', [], null],
  ['a point or an erased mark does not count', [at(10), at(10)], null],
  ['marks that weigh nothing have no average', [at(0, 5), at(0, 2)], null],
  ['one mark is its own average', [at(10, 4)], 4],
  ['5 and 4 make 4,5', [at(10, 5), at(10, 4)], 4.5],
  ['a control work counts three times', [at(30, 5), at(10, 3)], 4.5],
  ['half weights count half', [at(10, 5), at(5, 2)], 4],
  ['both values of a double mark weigh as much as the work', [at(10, 5, 4), at(10, 3)], 4],
  ['a work of weight 0 changes nothing', [at(10, 5), at(0, 2)], 5],
  ['three marks make thirds', [at(10, 5), at(10, 5), at(10, 4)], 14 / 3],
]
for (const [title, marks, expected] of averages) {
  test(`average: ${title}`, () => assert.equal(average(marks), expected))
}

const shown: [number | null, number | null][] = [
  [null, null],
  [14 / 3, 4.67],
  [4.125, 4.13],
  [4.625, 4.63],
  [2.675, 2.68],
  [3.005, 3.01],
  [4.5, 4.5],
  [5, 5],
]
for (const [value, expected] of shown) {
  test(`the average ${value} is shown as ${expected}`, () => assert.equal(shownAverage(value), expected))
}

const weighed = fc.record({
  values: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
  weight: fc.integer({ min: 0, max: 100 }),
})

test('average: between the worst and the best mark that counts', () => {
  fc.assert(
    fc.property(fc.array(weighed), (marks) => {
      const counted = marks.filter((mark) => mark.weight > 0).flatMap((mark) => mark.values)
      const value = average(marks)
      if (counted.length === 0) assert.equal(value, null)
      else assert.ok(Math.min(...counted) - 1e-9 <= value! && value! <= Math.max(...counted) + 1e-9)
    }),
  )
})

test('average: the order of the marks does not matter', () => {
  fc.assert(fc.property(fc.array(weighed), (marks) => assert.equal(average(marks), average([...marks].reverse()))))
})

test('average: one mark more pulls the average towards itself', () => {
  fc.assert(
    fc.property(fc.array(weighed), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100 }), (marks, value, weight) => {
      const before = average(marks)
      if (before === null) return
      const after = average([...marks, at(weight, value)])!
      assert.ok(Math.abs(after - value) <= Math.abs(before - value) + 1e-9)
    }),
  )
})

test('average: the explanation adds up to the average', () => {
  fc.assert(
    fc.property(fc.array(weighed), (marks) => {
      const terms = averageTerms(marks)
      const sum = terms.reduce((total, term) => total + term.value * term.weight * term.times, 0)
      const weights = terms.reduce((total, term) => total + term.weight * term.times, 0)
      assert.equal(weights === 0 ? null : sum / weights, average(marks))
    }),
  )
})

test('the explanation groups equal marks, heaviest and best first', () => {
  assert.deepEqual(averageTerms([at(10, 4), at(30, 3), at(10, 5), at(10, 4), at(0, 2)]), [
    { value: 3, weight: 30, times: 1 },
    { value: 5, weight: 10, times: 1 },
    { value: 4, weight: 10, times: 2 },
  ])
})

const open = { date: '2026-11-18', cancelled: false, lockedAt: null } // a Wednesday
const closed = '2026-12-30T09:00:00Z'
const policy = (editDays: number | null) => ({ 'marks.lowest': 2, 'marks.editDays': editDays })
const locks: [
  string,
  typeof open | (Omit<typeof open, 'lockedAt'> & { lockedAt: string }),
  string,
  number | null,
  string | null,
][] = [
  ['open on its own day', open, '2026-11-18', null, null],
  ['open weeks later where the school sets no limit', open, '2026-12-25', null, null],
  ['not yet open the day before', open, '2026-11-17', null, 'journal.notYet'],
  ['open five school days later', open, '2026-11-24', 5, null],
  ['closed on the sixth school day', open, '2026-11-25', 5, 'marks.deadlinePassed'],
  ['open only on its own day where the school allows none', open, '2026-11-18', 0, null],
  ['closed the next day where the school allows none', open, '2026-11-19', 0, 'marks.deadlinePassed'],
  ['closed when cancelled', { ...open, cancelled: true }, '2026-11-18', null, 'journal.cancelled'],
  ['closed with its term, whatever else', { ...open, cancelled: true, lockedAt: closed }, '2026-11-17', 5, 'journal.termLocked'],
]
for (const [title, lesson, today, days, code] of locks) {
  test(`a lesson is ${title}`, () => assert.equal(whyLocked(lesson, today, policy(days))?.code ?? null, code))
}

const lastDays: [string, number, string][] = [
  ['2026-11-16', 0, '2026-11-16'],
  ['2026-11-16', 5, '2026-11-21'], // Monday to Saturday
  ['2026-11-18', 5, '2026-11-24'], // over a Sunday
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-11-22', 1, '2026-11-23'],
  ['2026-12-30', 3, '2027-01-02'],
]
for (const [date, days, last] of lastDays) {
  test(`a lesson of ${date} may be edited ${days} school days, until ${last}`, () => assert.equal(lastEditDay(date, days), last))
}

test('between a lesson and its last day there are as many days that are not Sundays as the school allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 60 }), (day, days) => {
      const date = `2026-11-${String(day).padStart(2, '0')}`
      const last = lastEditDay(date, days)
      let counted = 0
      for (let i = 1; i <= daysBetween(date, last); i++) if ((weekdayOf(date) + i) % 7 !== 0) counted++
      assert.equal(counted, days)
    }),
  )
})

const mark = (part: Partial<Mark>): Mark => ({ ...noMark, ...part })
const wrongs: [string, Mark, 'five' | 'passFail', string | null][] = [
  ['an empty mark is fine: it erases', noMark, 'five', null],
  ['5 is of the scale', mark({ values: [5] }), 'five', null],
  ['1 is not where the lowest is 2', mark({ values: [1] }), 'five', 'marks.outsideScale'],
  ['6 is of no scale', mark({ values: [6] }), 'five', 'marks.outsideScale'],
  ['0 is of no scale', mark({ values: [0] }), 'five', 'marks.outsideScale'],
  ['4/5 is of the scale', mark({ values: [4, 5] }), 'five', null],
  ['4/6 is not, for its second half', mark({ values: [4, 6] }), 'five', 'marks.outsideScale'],
  ['five marks do not fit a cell', mark({ values: [5, 5, 5, 5, 5] }), 'five', 'marks.tooMany'],
  ['pass and fail are 1 and 0', mark({ values: [1] }), 'passFail', null],
  ['fail is 0', mark({ values: [0] }), 'passFail', null],
  ['5 is no pass', mark({ values: [5] }), 'passFail', 'marks.outsideScale'],
  ['a point waits for a day', mark({ dueOn: '2026-12-01' }), 'five', null],
  ['a point may wait for the end of its own day', mark({ dueOn: '2026-11-18' }), 'five', null],
  ['a point cannot wait for yesterday', mark({ dueOn: '2026-11-17' }), 'five', 'marks.dueBeforeLesson'],
  ['a point does not stand beside a mark', mark({ values: [5], dueOn: '2026-12-01' }), 'five', 'marks.pendingWithValue'],
]
for (const [title, wrong, scale, code] of wrongs) {
  test(`a mark: ${title}`, () => assert.equal(whyMarkIsWrong(wrong, scale, 2, '2026-11-18')?.code ?? null, code))
}

test('a school that gives «1» has it in its scale', () => {
  assert.deepEqual(scaleValues('five', 1), [5, 4, 3, 2, 1])
  assert.deepEqual(scaleValues('five', 2), [5, 4, 3, 2])
  assert.deepEqual(scaleValues('passFail', 2), [1, 0])
})

const graded: [number, boolean, string | null][] = [
  [1, false, 'marks.grade1'],
  [2, false, null],
  [11, false, null],
  [7, true, 'marks.ungraded'],
  [1, true, 'marks.grade1'],
]
for (const [grade, ungraded, code] of graded) {
  test(`grade ${grade}${ungraded ? ', taught without marks,' : ''} ${code ? 'takes no marks' : 'takes marks'} [R144]`, () => {
    assert.equal(whyNoMarks({ grade, ungraded })?.code ?? null, code)
    assert.equal(takesMarks({ grade, ungraded }), code === null)
  })
}

const stays: [string, [string, string | null][], boolean][] = [
  ['since September', [['2026-09-01', null]], true],
  ['who left the day before', [['2026-09-01', '2026-11-17']], false],
  ['on the last day', [['2026-09-01', '2026-11-18']], true],
  ['on the first day', [['2026-11-18', null]], true],
  ['who comes tomorrow', [['2026-11-19', null]], false],
  [
    'who left and came back',
    [
      ['2026-09-01', '2026-10-01'],
      ['2026-11-01', null],
    ],
    true,
  ],
  ['who never came', [], false],
]
for (const [title, periods, has] of stays) {
  test(`a student ${title} ${has ? 'has' : 'has no'} cell at the lesson`, () => {
    assert.equal(whyNotInGroup({ stays: periods.map(([from, to]) => ({ from, to })) }, '2026-11-18') === null, has)
  })
}

test('a student is told apart who learns the subject by a plan of their own: between two stays with the class, not outside them [R079]', () => {
  const student = {
    stays: [
      { from: '2026-09-01', to: '2026-11-10' },
      { from: '2026-12-01', to: null },
    ],
    apart: [{ from: '2026-11-11', to: '2026-11-30' }],
  }
  const days = ['2026-08-31', '2026-11-10', '2026-11-11', '2026-11-30', '2026-12-01']
  assert.deepEqual(
    days.map((day) => whyNotInGroup(student, day)?.code ?? null),
    ['journal.notInGroup', null, 'journal.ownPlan', 'journal.ownPlan', null],
  )
})

test('marks are the same only when all of them is the same', () => {
  const one = mark({ values: [4, 5], comment: 'молодец' })
  assert.ok(sameMark(one, { ...one, values: [4, 5] }))
  for (const other of [{ values: [5, 4] }, { values: [45] }, { comment: '' }, { basis: '№ 3' }, { dueOn: '2026-12-01' }]) {
    assert.ok(!sameMark(one, { ...one, ...other }), JSON.stringify(other))
  }
})
