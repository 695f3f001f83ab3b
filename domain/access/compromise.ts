import { addDays, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'

/** Until when the head is to be told, counted from the noticing. [S1 3.15] */
export const headDueAt = (detectedAt: string, minutes: number): string =>
  new Date(Date.parse(detectedAt) + minutes * 60_000).toISOString()

/** The last day on which the support is told in time: so many working days after the day of noticing. [S4 З21] */
export function supportDueOn(detectedOn: PlainDate, workingDays: number, holidays: ReadonlySet<PlainDate>): PlainDate {
  let day = detectedOn
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1)
    if (weekdayOf(day) <= 5 && !holidays.has(day)) left--
  }
  return day
}
