import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayTemplates } from '#domain/calendar/bells.ts'
import { findingsOf, type YearPlan } from '#domain/calendar/findings.ts'
import { yearProposed } from '#domain/calendar/template.ts'

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
