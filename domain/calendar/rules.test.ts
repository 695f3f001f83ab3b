import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  daysOf,
  type Exception,
  gapsOf,
  gradesWithoutTerms,
  isSchoolDay,
  sameExceptions,
  schemesOf,
  schoolDaysByGrades,
  schoolDaysIn,
  spansOf,
  studyDaysOfGrade,
  type Term,
  termsOf,
  termsText,
  whyExceptionsAreWrong,
  whyLockedTermsMove,
  whyTermsAreWrong,
  whyYearIsWrong,
} from '#domain/calendar/rules.ts'
import { yearProposed } from '#domain/calendar/template.ts'
import { addDays } from '#domain/platform/dates.ts'

const year = { from: '2026-09-01', to: '2027-05-26' }
const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`)
const quarter = (number: number, from: string, to: string, part: Partial<Term> = {}): Term => ({
  termId: ids[number - 1]!,
  kind: 'quarter',
  number,
  fromGrade: 1,
  toGrade: 9,
  from,
  to,
  ...part,
})
const quarters = [
  quarter(1, '2026-09-01', '2026-10-23'),
  quarter(2, '2026-11-02', '2026-12-30'),
  quarter(3, '2027-01-11', '2027-03-26'),
  quarter(4, '2027-04-05', '2027-05-26'),
]
const replaced = (number: number, part: Partial<Term>) =>
  quarters.map((one) => (one.number === number ? { ...one, ...part } : one))

const termCases: [string, Term[], string | null][] = [
  ['four quarters stand', quarters, null],
  ['no periods stand: they are still to come', [], null],
  [
    'half-years of other grades cross them',
    [...quarters, quarter(1, '2026-09-01', '2026-12-30', { kind: 'halfYear', fromGrade: 10, toGrade: 11 })],
    null,
  ],
  [
    'half-years of the same grades do not',
    [...quarters, quarter(1, '2026-09-01', '2026-12-30', { kind: 'halfYear', fromGrade: 9, toGrade: 11 })],
    'calendar.termsOverlap',
  ],
  ['two quarters share a day', replaced(2, { from: '2026-10-23' }), 'calendar.termsOverlap'],
  ['a quarter ends before it begins', replaced(2, { to: '2026-11-01' }), 'calendar.dates'],
  ['a quarter ends on a day that is not', replaced(3, { to: '2027-02-30' }), 'calendar.dates'],
  ['a quarter begins before the year', replaced(1, { from: '2026-08-31' }), 'calendar.termOutsideYear'],
  ['a quarter ends after the year', replaced(4, { to: '2027-05-27' }), 'calendar.termOutsideYear'],
  [
    'numbers stand against the dates',
    replaced(1, { number: 2 }).map((one, i) => (i === 1 ? { ...one, number: 1 } : one)),
    'calendar.termNumbers',
  ],
  ['a number is left out', quarters.slice(1), 'calendar.termNumbers'],
  ['grades are turned around', replaced(1, { fromGrade: 9, toGrade: 1 }), 'calendar.grades'],
]
for (const [title, terms, code] of termCases) {
  test(`periods: ${title} [R074]`, () => assert.equal(whyTermsAreWrong(terms, year)?.code ?? null, code))
}

test('a year lasts between half a year and a whole one', () => {
  for (const [from, to, code] of [
    ['2026-09-01', '2027-05-26', null],
    ['2026-09-01', '2027-08-31', null],
    ['2026-09-01', '2027-09-02', 'calendar.yearLength'],
    ['2026-09-01', '2026-12-31', 'calendar.yearLength'],
    ['2026-09-01', '2026-08-31', 'calendar.dates'],
  ] as const)
    assert.equal(whyYearIsWrong({ from, to })?.code ?? null, code, to)
})

test('a closed period keeps its dates and grades, and is not taken away [R074]', () => {
  const standing = quarters.map((one) => ({ ...one, lockedAt: one.number === 1 ? '2026-10-26T09:00:00Z' : null }))
  assert.equal(whyLockedTermsMove(standing, quarters), null)
  assert.equal(whyLockedTermsMove(standing, replaced(2, { to: '2026-12-29' })), null)
  for (const planned of [replaced(1, { to: '2026-10-24' }), replaced(1, { toGrade: 8 }), quarters.slice(1)])
    assert.equal(whyLockedTermsMove(standing, planned)?.code, 'calendar.termLocked')
})

test('periods are put together by grades and kind, and travel in an address', () => {
  const halves = [quarter(1, '2026-09-01', '2026-12-30', { kind: 'halfYear', fromGrade: 10, toGrade: 11 })]
  assert.deepEqual(
    schemesOf([...halves, ...quarters.toReversed()]).map(({ kind, fromGrade, toGrade, terms }) => [
      kind,
      fromGrade,
      toGrade,
      terms.map(({ number }) => number),
    ]),
    [
      ['quarter', 1, 9, [1, 2, 3, 4]],
      ['halfYear', 10, 11, [1]],
    ],
  )
  assert.deepEqual(termsOf(termsText([...quarters, ...halves])), [...quarters, ...halves])
  assert.deepEqual(termsOf(''), [])
  assert.deepEqual(gradesWithoutTerms([...quarters, ...halves], [1, 9, 11, 12, 12]), [12])
})

const off = (part: Partial<Exception>): Exception => ({
  kind: 'holiday',
  name: 'Выходной',
  from: '2026-11-04',
  to: '2026-11-04',
  fromGrade: 1,
  toGrade: 12,
  classId: null,
  likeWeekday: null,
  ...part,
})
const saturday = off({ kind: 'workday', name: 'Рабочая суббота', from: '2026-11-07', to: '2026-11-07', likeWeekday: 1 })
const dayCases: [string, string, Exception[], number, string | null, boolean][] = [
  ['a Monday is a school day', '2026-11-09', [], 7, null, true],
  ['a Saturday is not in a five-day week', '2026-11-07', [], 7, null, false],
  ['a Saturday that works is', '2026-11-07', [saturday], 7, null, true],
  ['a holiday is not', '2026-11-04', [off({})], 7, null, false],
  ['a holiday of grade 1 is one for grade 7', '2026-11-04', [off({ toGrade: 1 })], 7, null, true],
  [
    'quarantine of a class is not',
    '2026-11-09',
    [off({ kind: 'quarantine', classId: 'x', from: '2026-11-09', to: '2026-11-15' })],
    7,
    'x',
    false,
  ],
  [
    'nor is it anything for the other class',
    '2026-11-09',
    [off({ kind: 'quarantine', classId: 'x', from: '2026-11-09', to: '2026-11-15' })],
    7,
    'y',
    true,
  ],
]
for (const [title, date, exceptions, grade, classId, expected] of dayCases) {
  test(`${title} [R075]`, () => assert.equal(isSchoolDay(date, { grade, classId, studyDays: 5, exceptions }), expected))
}

const exceptionCases: [string, Exception[], string | null][] = [
  ['days beside one another', [off({}), saturday], null],
  ['two holidays on a day', [off({}), off({ name: 'Другой' })], 'calendar.exceptionTwice'],
  ['two holidays on a day for different grades', [off({ toGrade: 4 }), off({ fromGrade: 5 })], null],
  ['a holiday inside a vacation', [off({}), off({ kind: 'vacation', from: '2026-10-24', to: '2026-11-05' })], null],
  ['a day of the summer', [off({ from: '2027-06-12', to: '2027-06-12' })], 'calendar.exceptionOutsideYear'],
  ['a day that is not', [off({ from: '2027-02-29', to: '2027-02-29' })], 'calendar.dates'],
  ['half a year at once', [off({ from: '2026-09-01', to: '2027-03-01' })], 'calendar.exceptionLong'],
  ['a working day without its weekday', [{ ...saturday, likeWeekday: null }], 'calendar.likeWeekday'],
  ['a day off with a weekday', [off({ likeWeekday: 1 })], 'calendar.likeWeekday'],
]
for (const [title, exceptions, code] of exceptionCases) {
  test(`${title}: ${code ?? 'stands'} [R075]`, () => assert.equal(whyExceptionsAreWrong(exceptions, year)?.code ?? null, code))
}

const exception = fc
  .record({
    kind: fc.constantFrom('holiday', 'vacation', 'quarantine'),
    name: fc.constantFrom('Осенние каникулы', 'Карантин', 'Выходной'),
    start: fc.integer({ min: 0, max: 200 }),
    length: fc.integer({ min: 0, max: 12 }),
    fromGrade: fc.constantFrom(1, 2, 5),
    toGrade: fc.constantFrom(9, 11),
    classId: fc.constantFrom(null, 'x'),
  })
  .map(({ start, length, ...rest }) =>
    off({ ...rest, from: addDays(year.from, start), to: addDays(year.from, start + length) } as Partial<Exception>),
  )

test('spans taken apart into days come together as the same days', () => {
  fc.assert(
    fc.property(fc.array(exception, { maxLength: 8 }), (exceptions) => {
      const spans = spansOf(daysOf(exceptions))
      assert.ok(sameExceptions(spans, exceptions))
      assert.deepEqual(spansOf(daysOf(spans)), spans)
    }),
  )
})

test('a day off never adds school days, and a six-day week never has fewer than a five-day one', () => {
  fc.assert(
    fc.property(fc.array(exception, { maxLength: 6 }), exception, fc.integer({ min: 1, max: 11 }), (exceptions, more, grade) => {
      const of = (studyDays: number, all: Exception[]) => schoolDaysIn(year, { grade, studyDays, exceptions: all })
      assert.ok(of(5, [...exceptions, more]) <= of(5, exceptions))
      assert.ok(of(5, exceptions) <= of(6, exceptions))
    }),
  )
})

test('the pattern of 2026/27 has the school days that the ministry’s weeks give [R075]', () => {
  const { terms, exceptions, from, to } = yearProposed(2026, 5)
  const days = terms
    .filter(({ kind }) => kind === 'quarter')
    .map((term) => schoolDaysIn(term, { grade: 5, studyDays: 5, exceptions }))
  assert.deepEqual([from, to], ['2026-09-01', '2027-05-26'])
  assert.deepEqual(days, [39, 42, 53, 36])
  const first = terms
    .filter(({ kind }) => kind === 'quarter')
    .map((term) => schoolDaysIn(term, { grade: 1, studyDays: 5, exceptions }))
  assert.deepEqual(first, [39, 42, 48, 36])
})

test('days between periods that are no vacations are named', () => {
  const week = { grade: 5, studyDays: 5, exceptions: yearProposed(2026, 5).exceptions }
  assert.deepEqual(gapsOf(quarters, year, week), [])
  assert.deepEqual(gapsOf(replaced(2, { from: '2026-11-09' }), year, week), [{ from: '2026-10-24', to: '2026-11-08' }])
  assert.deepEqual(gapsOf(replaced(4, { to: '2027-05-20' }), year, week), [{ from: '2027-05-21', to: '2027-05-26' }])
  assert.deepEqual(gapsOf(quarters, year, { ...week, grade: 10 }), [], 'a grade without periods is said otherwise')
})

test('a year is counted in school weeks and days, by grades that have equally many [S4 Р10a]', () => {
  const { exceptions } = yearProposed(2026, 5)
  const five = () => 5
  const counted = schoolDaysByGrades(year, exceptions, five)
  assert.deepEqual(counted, [
    { fromGrade: 1, toGrade: 1, days: 165, studyDays: 5, weeks: 33, rest: 0 },
    { fromGrade: 2, toGrade: 11, days: 170, studyDays: 5, weeks: 34, rest: 0 },
  ])
  assert.deepEqual(
    schoolDaysByGrades(year, exceptions, five, [5, 1, 5]).map(({ fromGrade, toGrade }) => [fromGrade, toGrade]),
    [
      [1, 1],
      [5, 5],
    ],
  )
  assert.deepEqual(schoolDaysByGrades({ from: '2026-09-01', to: '2026-09-09' }, exceptions, five, [5]), [
    { fromGrade: 5, toGrade: 5, days: 7, studyDays: 5, weeks: 1, rest: 2 },
  ])
})

test('grades of six days a week count weeks of their own [R085]', () => {
  const week = (grade: number, studyDays: number | null) => ({ grade, studyDays })
  const classes = [week(8, null), week(9, 6), week(9, 6), week(10, 6), week(10, null)]
  const studyDaysOf = studyDaysOfGrade(classes, 5)
  assert.deepEqual([8, 9, 10, 11].map(studyDaysOf), [5, 6, 5, 5], 'classes of grade 10 differ')
  assert.deepEqual(schoolDaysByGrades({ from: '2026-09-07', to: '2026-09-20' }, [], studyDaysOf, [8, 9]), [
    { fromGrade: 8, toGrade: 8, days: 10, studyDays: 5, weeks: 2, rest: 0 },
    { fromGrade: 9, toGrade: 9, days: 12, studyDays: 6, weeks: 2, rest: 0 },
  ])
})
