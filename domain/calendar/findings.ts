import { daysBetween, type PlainDate } from '#domain/platform/dates.ts'
import { type BellSchedule, bellsOf } from './bells.ts'
import { concerns, type Exception, gapsOf, grades, gradesWithoutTerms, type Span, type Term } from './rules.ts'

export type YearPlan = Span & {
  studyDays: number
  terms: readonly Term[]
  exceptions: readonly Exception[]
  schedules: readonly BellSchedule[]
  classes: readonly { name: string; grade: number; shift: number; studyDays: number | null }[]
}
export const sections = ['bounds', 'terms', 'vacations', 'days', 'bells', 'classes'] as const
export type Section = (typeof sections)[number]

/** What a year still lacks, or has otherwise than schools use to. Without the required nobody opens it; the rest is advice. */
export type Finding = { section: Section; required: boolean } & (
  | { code: 'noTerms'; grades: readonly number[] }
  | { code: 'gap'; grades: readonly number[]; from: PlainDate; to: PlainDate }
  | { code: 'noVacations' | 'noHolidays' | 'noExtraWeek' | 'noBells' | 'noClasses' }
  | { code: 'shortVacation'; name: string; days: number }
  | { code: 'bellsMissing'; classes: readonly string[] }
)

/** ФОП: a vacation lasts seven days and more. */
export const SHORTEST_VACATION = 7

/**
 * Findings of a year, the required ones first. Grades are those of the classes laid out; while there are none, all that the school may
 * have: then a grade without periods is no fault as long as some grade has them.
 */
export function findingsOf(plan: YearPlan): Finding[] {
  const taught = [...new Set(plan.classes.map(({ grade }) => grade))].sort((a, b) => a - b)
  const found: Finding[] = [
    ...withoutTerms(plan, taught),
    ...gaps(plan, taught.length > 0 ? taught : grades),
    ...vacations(plan, taught.length > 0 ? taught : grades),
    ...bells(plan),
  ]
  if (!plan.exceptions.some(({ kind }) => kind === 'holiday'))
    found.push({ section: 'days', required: false, code: 'noHolidays' })
  if (plan.classes.length === 0) found.push({ section: 'classes', required: false, code: 'noClasses' })
  return found.sort((a, b) => Number(b.required) - Number(a.required))
}

function withoutTerms({ terms }: YearPlan, taught: readonly number[]): Finding[] {
  const without = gradesWithoutTerms(terms, taught.length > 0 ? taught : grades)
  const lacking = taught.length > 0 || terms.length === 0 ? without : []
  return lacking.length > 0 ? [{ section: 'terms', required: true, code: 'noTerms', grades: lacking }] : []
}

function gaps(plan: YearPlan, taught: readonly number[]): Finding[] {
  const each = taught.flatMap((grade) => gapsOf(plan.terms, plan, { ...plan, grade }).map((gap) => ({ ...gap, grade })))
  return [...Map.groupBy(each, ({ from, to }) => `${from}/${to}`).values()].map((same) => ({
    section: 'terms',
    required: true,
    code: 'gap',
    grades: same.map(({ grade }) => grade),
    from: same[0]!.from,
    to: same[0]!.to,
  }))
}

function vacations({ exceptions }: YearPlan, taught: readonly number[]): Finding[] {
  const own = exceptions.filter(({ kind }) => kind === 'vacation')
  if (own.length === 0) return [{ section: 'vacations', required: true, code: 'noVacations' }]
  const found: Finding[] = own
    .map(({ name, from, to }) => ({ name, days: daysBetween(from, to) + 1 }))
    .filter(({ days }) => days < SHORTEST_VACATION)
    .map((one) => ({ section: 'vacations', required: false, code: 'shortVacation', ...one }))
  const extra = own.some((one) => concerns(one, 1, null) && !concerns(one, 5, null))
  if (taught.includes(1) && !extra) found.push({ section: 'vacations', required: false, code: 'noExtraWeek' })
  return found
}

function bells({ schedules, classes, studyDays: ofYear }: YearPlan): Finding[] {
  if (schedules.length === 0) return [{ section: 'bells', required: true, code: 'noBells' }]
  const silent = silentDays(schedules, ofYear)
  const without = classes.filter((one) => silent(one).length > 0)
  return without.length > 0
    ? [{ section: 'bells', required: false, code: 'bellsMissing', classes: without.map(({ name }) => name) }]
    : []
}

/** Weekdays of a class's own week on which nothing rings for its grade and shift. */
export function silentDays(
  schedules: readonly BellSchedule[],
  ofYear: number,
): (one: Pick<YearPlan['classes'][number], 'grade' | 'shift' | 'studyDays'>) => number[] {
  const all = bellsOf(schedules)
  return ({ grade, shift, studyDays }) =>
    Array.from({ length: studyDays ?? ofYear }, (_, i) => i + 1).filter(
      (weekday) =>
        !all.some((bell) => bell.weekday === weekday && bell.shift === shift && bell.fromGrade <= grade && grade <= bell.toGrade),
    )
}
