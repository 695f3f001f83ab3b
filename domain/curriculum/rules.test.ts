import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  annualHalfHours,
  annualRange,
  hoursText,
  isYearOver,
  type Part,
  ratePercent,
  type StudyDays,
  totalsOf,
  violationsOf,
  weeklyLimit,
  weeksOf,
} from '#domain/curriculum/rules.ts'
import { templates } from '#domain/curriculum/templates.ts'

const weekly: [number, StudyDays, number | null][] = [
  [1, 5, 21],
  [1, 6, null],
  [2, 5, 23],
  [4, 6, 26],
  [5, 5, 29],
  [5, 6, 32],
  [6, 5, 30],
  [6, 6, 33],
  [7, 5, 32],
  [7, 6, 35],
  [8, 5, 33],
  [9, 6, 36],
  [10, 5, 34],
  [11, 6, 37],
  [12, 5, null],
]
for (const [grade, days, hours] of weekly) {
  test(`grade ${grade} with ${days} days has ${hours ?? 'no'} hours a week at the most [R082]`, () =>
    assert.equal(weeklyLimit(grade, days), hours === null ? null : hours * 2))
}

const years: [number, number, number, number][] = [
  [1, 21, 33, 637], // 8 weeks of 15, 8 of 20, 17 of 21
  [1, 14, 33, 462],
  [5, 29, 34, 986],
  [8, 33, 34, 1122],
  [5, 0.5, 34, 17],
]
for (const [grade, hours, weeks, year] of years) {
  test(`${hours} hours a week are ${year} a year in grade ${grade} [R082]`, () =>
    assert.equal(annualHalfHours({ grade, weeks }, hours * 2), year * 2))
}

const broken: [string, number, StudyDays, number, number, number, string[]][] = [
  ['exactly the most', 5, 5, 34, 29, 1, []],
  ['half an hour too much', 5, 5, 34, 29.5, 0, ['weekly']],
  ['too many weeks', 9, 5, 38, 33, 0, ['annualOver']],
  ['too little for a year', 5, 5, 34, 26.5, 0, ['annualUnder']],
  ['more of both', 7, 6, 34, 36, 11, ['weekly', 'annualOver', 'extracurricular']],
  ['six days in grade 1', 1, 6, 33, 21, 0, ['firstGradeDays']],
  ['ten hours besides lessons', 10, 5, 34, 34, 10, []],
  ['nothing yet', 5, 5, 34, 0, 0, []],
]
for (const [title, grade, studyDays, weeks, hours, besides, rules] of broken) {
  test(`a plan with ${title} breaks ${rules.join(', ') || 'nothing'} [R082]`, () => {
    const lines = [
      { part: 'federal' as Part, halfHours: hours * 2 },
      { part: 'extracurricular' as Part, halfHours: besides * 2 },
    ]
    const found = violationsOf({ grade, studyDays, weeks }, lines)
    assert.deepEqual(
      found.map(({ rule }) => rule),
      rules,
    )
  })
}

test('lessons are the federal and the school’s part, and nothing else [R080 R081]', () => {
  const line = fc.record({
    part: fc.constantFrom<Part>('federal', 'school', 'extracurricular'),
    halfHours: fc.integer({ min: 0, max: 40 }),
  })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const totals = totalsOf(lines)
      assert.equal(totals.lessons, totals.federal + totals.school)
      assert.equal(
        totals.lessons + totals.extracurricular,
        lines.reduce((sum, { halfHours }) => sum + halfHours, 0),
      )
    }),
  )
})

test('more hours a week are never fewer a year, and never heal a broken maximum [R082]', () => {
  const plan = fc.record({
    grade: fc.integer({ min: 1, max: 12 }),
    studyDays: fc.constantFrom<StudyDays>(5, 6),
    weeks: fc.integer({ min: 1, max: 40 }),
  })
  const tooMuch = ['weekly', 'annualOver']
  const over = (frame: Parameters<typeof violationsOf>[0], halfHours: number) =>
    violationsOf(frame, [{ part: 'federal', halfHours }]).filter(({ rule }) => tooMuch.includes(rule)).length
  fc.assert(
    fc.property(plan, fc.nat(80), fc.nat(10), (frame, halfHours, more) => {
      assert.ok(annualHalfHours(frame, halfHours + more) >= annualHalfHours(frame, halfHours))
      if (halfHours > 0) assert.ok(over(frame, halfHours + more) >= over(frame, halfHours))
    }),
  )
})

test('no template exceeds what the law allows, and profiles leave hours to the school [R082 R083]', () => {
  for (const { key, grade, weeks, lines } of templates) {
    const tooMuch = violationsOf({ grade, studyDays: 5, weeks }, lines).filter(({ rule }) => rule !== 'annualUnder')
    assert.deepEqual(tooMuch, [], key)
  }
})

const sums: [string, number][] = [
  ['1', 21],
  ['2', 22],
  ['4', 23],
  ['5', 26.5],
  ['6', 28],
  ['7', 30],
  ['8', 31],
  ['9', 32],
  ['10 engineering', 33],
]
for (const [key, hours] of sums) {
  test(`the template «${key}» has ${hours} obligatory hours a week [R082]`, () =>
    assert.equal(totalsOf(templates.find((one) => one.key === key)!.lines).federal, hours * 2))
}

test('weeks of the templates: 33 in grade 1, 34 after it', () => {
  for (const { grade, weeks } of templates) assert.equal(weeks, weeksOf(grade))
  assert.equal(annualRange(12), null)
})

const overs: [string, string, boolean][] = [
  ['2026-09-01', '2026-11-20', false],
  ['2026-09-01', '2027-06-30', false],
  ['2026-09-01', '2027-07-01', true],
  ['2027-09-01', '2026-11-20', false],
]
for (const [from, today, over] of overs) {
  test(`the year from ${from} is ${over ? 'over' : 'open'} on ${today}`, () => assert.equal(isYearOver({ from }, today), over))
}

test('hours and rates are said as in the tariff list [R086]', () => {
  assert.deepEqual([hoursText(5), hoursText(4), hoursText(1), hoursText(0)], ['2,5', '2', '0,5', '0'])
  assert.deepEqual([ratePercent(36, 18), ratePercent(48, 18), ratePercent(9, 18)], [100, 133, 25])
})
