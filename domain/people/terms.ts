import { addDays, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'

export const requestKinds = ['data', 'arrived', 'departed', 'access', 'erase'] as const
export type RequestKind = (typeof requestKinds)[number]

/**
 * Working days in which the law wants an answer to the person whose data it is about: told what is kept within ten (152-ФЗ, ст. 20 ч. 1),
 * put right within seven of the proof (ст. 20 ч. 3), processed no longer within ten (ст. 21 ч. 5.1). What a homeroom teacher tells of
 * arrivals and departures has no such term.
 */
const lawful: Partial<Record<RequestKind, number>> = { access: 10, data: 7, erase: 10 }

/** The day so many working days later: Monday to Friday, holidays of the school left out. */
export function addWorkingDays(from: PlainDate, days: number, holidays: ReadonlySet<PlainDate>): PlainDate {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (weekdayOf(day) <= 5 && !holidays.has(day)) left--
  }
  return day
}

/** The last day on which an open request is answered in time, or null when the law names none: `byFamily` is asked by whose data it is, or a parent. */
export function dueOn(
  kind: RequestKind,
  askedOn: PlainDate,
  byFamily: boolean,
  holidays: ReadonlySet<PlainDate>,
): PlainDate | null {
  const days = byFamily ? lawful[kind] : undefined
  return days === undefined ? null : addWorkingDays(askedOn, days, holidays)
}
