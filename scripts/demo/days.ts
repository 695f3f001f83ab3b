import { addDays, daysBetween } from '#domain/platform/dates.ts'

/** A day counted from 1 January 1970: the building works in these, rows get their text. */
export type Day = number

const origin = '1970-01-01'
const texts = new Map<Day, string>()

/** The day of 'YYYY-MM-DD'. */
export function dayOf(date: string): Day {
  return daysBetween(origin, date)
}

/** The 'YYYY-MM-DD' of a day; the same string each time, since rows repeat it a million times. */
export function dateOf(day: Day): string {
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = addDays(origin, day)
  texts.set(day, text)
  return text
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** «09.11.2026», as papers have it. */
export function paperDate(day: Day): string {
  const [year, month, dayOfMonth] = dateOf(day).split('-')
  return `${dayOfMonth}.${month}.${year}`
}

/** A moment is minutes since 1970 on the school's own clock. */
export type Moment = number

const moscow = 180

export function momentOf(day: Day, minute: number): Moment {
  return day * 1440 + minute
}

/** The moment for a timestamptz column; every demo school keeps Moscow time. */
export function instantOf(moment: Moment): string {
  const minute = moment % 1440
  const hours = String(Math.floor(minute / 60)).padStart(2, '0')
  return `${dateOf(Math.floor(moment / 1440))}T${hours}:${String(minute % 60).padStart(2, '0')}:00+03:00`
}

/** Milliseconds since 1970 in UTC, as ids want them. */
export function millisecondsOf(moment: Moment): number {
  return (moment - moscow) * 60000
}
