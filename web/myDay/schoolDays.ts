import type { Output } from '#domain/operations.ts'
import { addDays, isWithin, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'

type Year = Pick<Output<'calendar.year'>, 'from' | 'to' | 'terms' | 'exceptions'>

/** Does anybody at school study on the day? A vacation of some grades, or of one class, is a school day for the others. */
export function isSchoolDay(date: PlainDate, year: Year): boolean {
  for (let grade = 1; grade <= 11; grade++) {
    const inTerm = year.terms.some(
      ({ fromGrade, toGrade, from, to }) => fromGrade <= grade && grade <= toGrade && isWithin(date, from, to),
    )
    if (!inTerm) continue
    const exceptions = year.exceptions.filter(
      (day) => day.classId === null && day.date === date && day.fromGrade <= grade && grade <= day.toGrade,
    )
    if (exceptions.some(({ kind }) => kind === 'workday')) return true
    if (weekdayOf(date) !== 7 && exceptions.length === 0) return true
  }
  return false
}

/** The first school day after the day, or null when the year is over. */
export function nextSchoolDay(date: PlainDate, year: Year): PlainDate | null {
  for (let day = addDays(date, 1); day <= year.to; day = addDays(day, 1)) if (isSchoolDay(day, year)) return day
  return null
}
