import { isPlainDate, type PlainDate } from './dates.ts'

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat('ru-RU', { timeZone: 'UTC', ...options })
  // «…» stays «…»: a sentence about no day in particular.
  return (date: PlainDate) => (isPlainDate(date) ? formatter.format(new Date(`${date}T00:00:00Z`)) : date)
}

/** «22 ноября» */
export const dayAndMonth = format({ day: 'numeric', month: 'long' })
/** «22 ноя» → «22 нояб.», as Intl has it */
export const dayAndShortMonth = format({ day: 'numeric', month: 'short' })
/** «22.11.2026» */
export const numericDate = format({ day: '2-digit', month: '2-digit', year: 'numeric' })
/** «22 ноября 2026 г.» */
export const fullDate = format({ day: 'numeric', month: 'long', year: 'numeric' })
/** «ноябрь» */
export const monthName = format({ month: 'long' })
/** «воскресенье» */
export const weekdayName = format({ weekday: 'long' })
/** «вс» */
export const shortWeekday = format({ weekday: 'short' })

/** «16–21 ноября», «30 ноября – 5 декабря» */
export function dateRange(from: PlainDate, to: PlainDate): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return `${+from.slice(8)}–${dayAndMonth(to)}`
  return `${dayAndMonth(from)} – ${dayAndMonth(to)}`
}

/** Minutes after midnight as «8:30». */
export const clockTime = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** A moment as «20.11.2026, 18:40» in the time zone given (the reader's own when none is). */
export const moment = (iso: string, timeZone?: string): string =>
  new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(
    new Date(iso),
  )

/** The time of a moment as «18:40» in the time zone. */
export const clockTimeIn = (timeZone: string, moment: Date): string =>
  new Intl.DateTimeFormat('ru-RU', { timeZone, hour: '2-digit', minute: '2-digit' }).format(moment)
