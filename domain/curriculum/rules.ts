import { type PlainDate, schoolYearStart } from '#domain/platform/dates.ts'
import type { Id } from '#domain/platform/schema.ts'

export type StudyDays = 5 | 6
/** Where hours of a curriculum belong: the federal part, what the school adds to it, and what is not lessons. [S4 Р10g, Р10h] */
export type Part = 'federal' | 'school' | 'extracurricular'
export const parts = ['federal', 'school', 'extracurricular'] as const

/** Half-hours a week of a subject for each of `subgroups` parallel groups. */
export type Line = { subjectId: Id; part: Part; halfHours: number; subgroups: number }
export type PlanFrame = { grade: number; studyDays: StudyDays; weeks: number }

/** What the law says against a curriculum; hours are half-hours, of a week or, in annual rules, of a year. */
export type Violation = {
  rule: 'weekly' | 'annualOver' | 'annualUnder' | 'extracurricular' | 'firstGradeDays'
  has: number
  limit: number
}

/** The most half-hours one curriculum gives to one subject in a week. */
export const MOST_HALF_HOURS = 40
export const MOST_SUBGROUPS = 4
/** СанПиН 1.2.3685-21, table 6.6: up to 10 hours a week besides lessons. */
export const MOST_EXTRACURRICULAR = 20

/** СанПиН 1.2.3685-21, table 6.6: grades up to this one, hours a week with five and with six days of study. */
const WEEKLY: readonly [number, number, number | null][] = [
  [1, 21, null],
  [4, 23, 26],
  [5, 29, 32],
  [6, 30, 33],
  [7, 32, 35],
  [9, 33, 36],
  [11, 34, 37],
]
/** Hours a year in the federal programmes since 1 September 2025 (приказ Минпросвещения № 704 of 09.10.2024). */
const ANNUAL: readonly [number, number, number][] = [
  [1, 620, 653],
  [4, 782, 884],
  [5, 986, 1088],
  [6, 1020, 1122],
  [7, 1088, 1190],
  [9, 1122, 1224],
]
/** Grade 1 steps up: 15 hours a week in September and October, 20 in November and December. СП 2.4.3648-20, п. 3.4.16. */
const STEPS: readonly [number, number][] = [
  [8, 30],
  [8, 40],
]

/** The most half-hours of lessons a week, or null where the table names none: grade 1 does not study six days, grade 12 is not in it. */
export function weeklyLimit(grade: number, studyDays: StudyDays): number | null {
  const row = WEEKLY.find(([upTo]) => grade <= upTo)
  const hours = studyDays === 5 ? row?.[1] : row?.[2]
  return hours === undefined || hours === null ? null : hours * 2
}

/** From how many to how many half-hours a year are allowed, or null in grades that the order does not name. */
export function annualRange(grade: number): { from: number; to: number } | null {
  const row = ANNUAL.find(([upTo]) => grade <= upTo)
  return row ? { from: row[1] * 2, to: row[2] * 2 } : null
}

/** Half-hours of a year with so many a week; in grade 1 the first sixteen weeks are shorter. */
export function annualHalfHours({ grade, weeks }: Pick<PlanFrame, 'grade' | 'weeks'>, weekly: number): number {
  let left = weeks
  let sum = 0
  for (const [span, most] of grade === 1 ? STEPS : []) {
    const taken = Math.min(left, span)
    sum += taken * Math.min(weekly, most)
    left -= taken
  }
  return sum + left * weekly
}

/** How many weeks a grade studies: 33 in the first, 34 in the others. */
export const weeksOf = (grade: number): number => (grade === 1 ? 33 : 34)

/** Half-hours a week by parts, and of all lessons together: what a student has, however many groups are taught beside. */
export function totalsOf(lines: readonly Pick<Line, 'part' | 'halfHours'>[]): Record<Part | 'lessons', number> {
  const sum = (part: Part) => lines.reduce((all, line) => all + (line.part === part ? line.halfHours : 0), 0)
  const [federal, school, extracurricular] = [sum('federal'), sum('school'), sum('extracurricular')]
  return { federal, school, extracurricular, lessons: federal + school }
}

/** What a curriculum breaks, in the order of weight; empty for one without a single hour, which nobody has begun. */
export function violationsOf(plan: PlanFrame, lines: readonly Pick<Line, 'part' | 'halfHours'>[]): Violation[] {
  const { lessons, extracurricular } = totalsOf(lines)
  if (lessons + extracurricular === 0) return []
  const year = annualHalfHours(plan, lessons)
  const limit = weeklyLimit(plan.grade, plan.studyDays)
  const range = annualRange(plan.grade)
  const broken: (Violation | false)[] = [
    plan.grade === 1 && plan.studyDays === 6 && { rule: 'firstGradeDays', has: 6, limit: 5 },
    limit !== null && lessons > limit && { rule: 'weekly', has: lessons, limit },
    range !== null && year > range.to && { rule: 'annualOver', has: year, limit: range.to },
    range !== null && lessons > 0 && year < range.from && { rule: 'annualUnder', has: year, limit: range.from },
    extracurricular > MOST_EXTRACURRICULAR && { rule: 'extracurricular', has: extracurricular, limit: MOST_EXTRACURRICULAR },
  ]
  return broken.filter((one) => one !== false)
}

/** The school year is over for its curricula and its load when the next one has begun: on 1 July. What was stays as it was. */
export const isYearOver = (year: { from: PlainDate }, today: PlainDate): boolean =>
  schoolYearStart(today) > schoolYearStart(year.from)

/** «2,5» for five half-hours. */
export const hoursText = (halfHours: number): string => `${Math.trunc(halfHours / 2)}${halfHours % 2 === 0 ? '' : ',5'}`

/** How a teacher's half-hours relate to the hours of one rate, in hundredths: 36 half-hours of 18 hours are 100. */
export const ratePercent = (halfHours: number, rateHours: number): number => Math.round((halfHours * 50) / rateHours)
