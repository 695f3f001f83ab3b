import type { PlainDate } from '#domain/platform/dates.ts'

/** «17.11»: for places where nothing longer fits. */
export const dayAndMonthShort = (date: PlainDate): string => `${date.slice(8)}.${date.slice(5, 7)}`
