import { mondayOf, type PlainDate } from '#domain/platform/dates.ts'
import type { Id } from '#domain/platform/schema.ts'

/** The week of the day; on a phone the day itself is open. */
export const dayHref = (studentId: Id, day: PlainDate): string => `/diary/${studentId}/week/${mondayOf(day)}?day=${day}`

/** The week, opened where it is most useful. */
export const weekHref = (studentId: Id, monday: PlainDate): string => `/diary/${studentId}/week/${monday}`

/** Marks of a student by name; a family finds its own child's under `/diary/marks`, as the menu has it. */
export const marksHref = (studentId: Id): string => `/diary/${studentId}/marks`

/** The weekly pattern of lessons of a student by name. */
export const timetableHref = (studentId: Id): string => `/diary/${studentId}/timetable`
