/** A day of the school's calendar, 'YYYY-MM-DD'. Compares with `<`; has no time zone. Arithmetic lives in this file only. */
export type PlainDate = string & { readonly plainDate?: never }

const DAY = 86_400_000
const stamp = (date: PlainDate) => Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10))
const plain = (milliseconds: number): PlainDate => new Date(milliseconds).toISOString().slice(0, 10)

/** True for a day that exists: '2026-02-29' does not. */
export const isPlainDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && plain(stamp(text)) === text

/** The day `days` later; earlier when negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => plain(stamp(date) + days * DAY)

/** The same day of the month `months` later, or the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const month = +date.slice(5, 7) - 1 + months
  const lastDay = new Date(Date.UTC(+date.slice(0, 4), month + 1, 0)).getUTCDate()
  return plain(Date.UTC(+date.slice(0, 4), month, Math.min(+date.slice(8, 10), lastDay)))
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((stamp(to) - stamp(from)) / DAY)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: PlainDate): number => ((new Date(stamp(date)).getUTCDay() + 6) % 7) + 1

/** The Monday of the week the day is in. */
export const mondayOf = (date: PlainDate): PlainDate => addDays(date, 1 - weekdayOf(date))

/** Is the day between the two, both included? An open end is null. */
export const isWithin = (date: PlainDate, from: PlainDate | null, to: PlainDate | null): boolean =>
  (from === null || from <= date) && (to === null || date <= to)

/** The calendar day at this moment in this time zone. */
export function dayIn(timeZone: string, moment: Date): PlainDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment)
}

/** The year in which the school year containing the day began: it turns over on 1 July. */
export const schoolYearStart = (date: PlainDate): number => (date.slice(5) < '07-01' ? +date.slice(0, 4) - 1 : +date.slice(0, 4))
