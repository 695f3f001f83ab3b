import type { Output } from '#domain/operations.ts'
import { addDays, daysBetween, isPlainDate, isWithin, mondayOf, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'

export type Week = Output<'diary.week'>
export type WeekDay = Week['days'][number]
export type Lesson = WeekDay['lessons'][number]
export type Homework = Lesson['homework'][number]
export type DiaryMark = Lesson['marks'][number]

/**
 * The day an address leads to: the one it names, today when it names none or nonsense. A Sunday belongs to the week that ends with
 * it: the day shown is the Saturday before, and what is due on Monday is offered apart.
 */
export function dayOfAddress(text: string | undefined, today: PlainDate): PlainDate {
  const day = text !== undefined && isPlainDate(text) ? text : today
  return weekdayOf(day) === 7 ? addDays(day, -1) : day
}

/**
 * The day that a week opens on: the one of the address when it has lessons or is today; otherwise the nearest day with lessons, earlier
 * first, so that a free Saturday does not greet one with an empty page.
 */
export function openingDay(week: Week, day: PlainDate): PlainDate {
  const taught = week.days.filter((one) => one.lessons.length > 0).map((one) => one.date)
  if (taught.length === 0 || taught.includes(day)) return day
  return taught.findLast((date) => date < day) ?? taught[0]!
}

/** The six school days of the week, Monday first. */
export const schoolDays = (monday: PlainDate): PlainDate[] => [0, 1, 2, 3, 4, 5].map((days) => addDays(monday, days))

/** The school day after or before this one; Sundays do not count. */
export function neighbour(day: PlainDate, step: 1 | -1): PlainDate {
  const next = addDays(day, step)
  return weekdayOf(next) === 7 ? addDays(next, step) : next
}

/** Which week of the term it is, from 1; null outside of the term. The week that the term starts in is the first. */
export function weekOfTerm(monday: PlainDate, term: { from: PlainDate; to: PlainDate } | null): number | null {
  if (term === null || addDays(monday, 6) < term.from || term.to < monday) return null
  return daysBetween(mondayOf(term.from), monday) / 7 + 1
}

/** What became of a lesson. `unfilled`: it is over, and the teacher has written nothing yet. */
export function lessonState(lesson: Lesson, date: PlainDate, today: PlainDate): 'cancelled' | 'unfilled' | 'held' | 'ahead' {
  if (lesson.cancelled) return 'cancelled'
  if (date > today) return 'ahead'
  if (lesson.filled) return 'held'
  // A lesson of today may still be going on: nobody is late yet.
  return date < today ? 'unfilled' : 'ahead'
}

/** What a mark was given for: the kind of work and its title; a title that begins with the kind says both. */
export const workName = ({ type, title }: Pick<DiaryMark, 'type' | 'title'>): string =>
  title.toLowerCase().startsWith(type.toLowerCase()) ? title : [type, title].filter(Boolean).join(': ')

/** Is there something to do, and not «nothing was set»? */
export const isTask = (homework: Homework): boolean => !homework.nothing

/** Minutes for all tasks due on a day; `partial` when some task has no estimate. Null when nothing is due or nobody said how long. */
export function homeworkMinutes(day: WeekDay): { minutes: number; partial: boolean } | null {
  const tasks = day.lessons.filter((lesson) => !lesson.cancelled).flatMap((lesson) => lesson.homework.filter(isTask))
  const minutes = tasks.reduce((sum, task) => sum + (task.minutes ?? 0), 0)
  return minutes === 0 ? null : { minutes, partial: tasks.some((task) => task.minutes === null) }
}

/** The next day after `today` that has lessons, out of the weeks known; null when none of them has. */
export function nextTaughtDay(weeks: readonly (Week | undefined)[], today: PlainDate): WeekDay | null {
  const days = weeks.flatMap((week) => week?.days ?? [])
  return days.find((day) => day.date > today && day.lessons.some((lesson) => !lesson.cancelled)) ?? null
}

/** The one name under which the whole week is free, with its reason; null when there is a lesson or the reasons differ. */
export function freeWeek(week: Week): string | null {
  const name = week.days[0]?.off ?? null
  return week.days.every((day) => day.off === name && day.lessons.length === 0) ? name : null
}

/** Is the day inside the week shown? */
export const isInWeek = (day: PlainDate, monday: PlainDate): boolean => isWithin(day, monday, addDays(monday, 6))
