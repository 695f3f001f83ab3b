import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayTemplates } from '#domain/calendar/bells.ts'
import { findingsOf, type YearPlan } from '#domain/calendar/findings.ts'
import { missingSchedules, vacationsOf, yearProposed } from '#domain/calendar/template.ts'

const { from, to, terms, exceptions, schedules } = yearProposed(2026, 5)
const classOf = (name: string, grade: number, shift = 1, studyDays: number | null = null) => ({ name, grade, shift, studyDays })
const plan: YearPlan = {
  from,
  to,
  studyDays: 5,
  terms: terms.map((term, i) => ({ ...term, termId: String(i) })),
  exceptions,
  schedules,
  classes: [classOf('1А', 1), classOf('7А', 7), classOf('11А', 11)],
}
const codes = (part: Partial<YearPlan>) =>
  findingsOf({ ...plan, ...part }).map(({ code, required }) => (required ? `${code}!` : code))
const of = (...kinds: string[]) => exceptions.filter(({ kind }) => kinds.includes(kind))

const cases: [string, Partial<YearPlan>, string[]][] = [
  ['the proposed year lacks nothing', {}, []],
  [
    'an empty year lacks everything',
    { terms: [], exceptions: [], schedules: [], classes: [] },
    ['noTerms!', 'noVacations!', 'noBells!', 'noHolidays', 'noClasses'],
  ],
  [
    'without classes no grade is asked for by itself',
    { classes: [], terms: plan.terms.filter(({ toGrade }) => toGrade === 9) },
    ['noClasses'],
  ],
  ['a class of a grade without periods', { terms: plan.terms.filter(({ toGrade }) => toGrade === 9) }, ['noTerms!']],
  ['school days between periods', { exceptions: of('holiday') }, ['gap!', 'gap!', 'gap!', 'noVacations!']],
  ['nobody has a bell on Saturday of a six-day week', { classes: [classOf('7А', 7, 1, 6)] }, ['bellsMissing']],
  ['the second shift has no bells', { classes: [classOf('7А', 7, 2)] }, ['bellsMissing']],
  [
    'the second shift has them',
    {
      classes: [classOf('7А', 7, 2)],
      schedules: [...schedules, { ...schedules[3]!, shift: 2, weekdays: [1, 2, 3, 4, 5], lessons: dayTemplates.secondShift }],
    },
    [],
  ],
  ['grade 1 without its extra week', { exceptions: exceptions.filter(({ toGrade }) => toGrade !== 1) }, ['noExtraWeek']],
  [
    'vacations of six days',
    { exceptions: exceptions.map((one) => (one.from === '2027-02-15' ? { ...one, to: '2027-02-20' } : one)) },
    ['shortVacation'],
  ],
  ['no holidays', { exceptions: of('vacation') }, ['noHolidays']],
]
for (const [title, part, expected] of cases) {
  test(`findings: ${title} [R073]`, () => assert.deepEqual(codes(part), expected))
}

const proposals: [string, YearPlan['classes'], [shift: number, grades: string, weekdays: string, first: number][]][] = [
  ['nothing where every class has its bells', plan.classes, []],
  ['a second shift, by its pattern', [classOf('7', 7, 2), classOf('9', 9, 2)], [[2, '7–9', '12345', 14 * 60]]],
  [
    'only the Saturday of a six-day week, as the other days',
    [classOf('5', 5, 1, 6), classOf('9', 9, 1, 6)],
    [[1, '5–9', '6', 8 * 60 + 30]],
  ],
  [
    'each shift its own days',
    [classOf('5', 5, 1, 6), classOf('7', 7, 2, 6)],
    [
      [1, '5–5', '6', 8 * 60 + 30],
      [2, '7–7', '123456', 14 * 60],
    ],
  ],
]
for (const [title, classes, expected] of proposals) {
  test(`missing bells are proposed: ${title} [R085]`, () => {
    const proposed = missingSchedules({ ...plan, classes })
    assert.deepEqual(
      proposed.map((one) => [one.shift, `${one.fromGrade}–${one.toGrade}`, one.weekdays.join(''), one.lessons[0]!.startsAt]),
      expected,
    )
    assert.ok(!codes({ classes, schedules: [...schedules, ...proposed] }).includes('bellsMissing'))
  })
}

test('vacations of trimesters and half-years are in the order of the year, what is alike said once [R074]', () => {
  const schemes = [
    { kind: 'halfYear', fromGrade: 10, toGrade: 11 },
    { kind: 'trimester', fromGrade: 1, toGrade: 9 },
  ] as const
  assert.deepEqual(
    vacationsOf(schemes, 2026).map((one) => `${one.from} ${one.fromGrade}–${one.toGrade}`),
    ['2026-10-24 10–11', '2026-11-21 1–9', '2026-12-31 1–11', '2027-02-01 1–1', '2027-02-27 1–9', '2027-03-27 10–11'],
  )
})
