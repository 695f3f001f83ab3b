import type { LessonSubject } from '#domain/access/actor.ts'
import { addDays, isWithin, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'
import { roundHalfUp } from '#domain/platform/numbers.ts'
import { Refusal } from '#domain/platform/refusal.ts'

/** What a student has for one work. An empty mark has neither values nor a due day. */
export type Mark = {
  /** One value, or several for one work («5/4» for content and spelling). On the pass scale 1 is pass, 0 is fail. */
  values: number[]
  /** «Точка»: the work is awaited until this day; only without values. */
  dueOn: PlainDate | null
  /** Seen by the family. */
  comment: string
  /** Protocol № and date when a missed topic is made good. S4 У2. */
  basis: string
}

export const noMark: Mark = { values: [], dueOn: null, comment: '', basis: '' }

export const sameMark = (a: Mark, b: Mark): boolean =>
  a.values.join() === b.values.join() && a.dueOn === b.dueOn && a.comment === b.comment && a.basis === b.basis

export type Weighed = { values: readonly number[]; weight: number }

/**
 * Weighted average Σ(mark · weight) / Σ weight, not rounded; null when there is nothing to average. Weights are tenths; 0 does not
 * count. Each value of a double mark weighs as much as the work. Domain 3.20.
 */
export function average(marks: Iterable<Weighed>): number | null {
  let sum = 0
  let weights = 0
  for (const { values, weight } of marks) {
    for (const value of values) {
      sum += value * weight
      weights += weight
    }
  }
  return weights === 0 ? null : sum / weights
}

/** The average as people see it: two digits, half up. */
export const shownAverage = (value: number | null): number | null => (value === null ? null : roundHalfUp(value, 2))

/** Marks grouped as «5 × 3 + 4 × 1 …» for the explanation: one row per value and weight, heaviest first. */
export function averageTerms(marks: Iterable<Weighed>): { value: number; weight: number; times: number }[] {
  const terms = new Map<string, { value: number; weight: number; times: number }>()
  for (const { values, weight } of marks) {
    for (const value of values) {
      if (weight === 0) continue
      const key = `${weight}:${value}`
      const term = terms.get(key) ?? { value, weight, times: 0 }
      term.times++
      terms.set(key, term)
    }
  }
  return [...terms.values()].sort((a, b) => b.weight - a.weight || b.value - a.value)
}

export type MarkPolicy = { 'marks.lowest': number; 'marks.editDays': number | null }

/** Values that a scale knows, best first. */
export const scaleValues = (scale: 'five' | 'passFail', lowest: number): number[] =>
  scale === 'passFail' ? [1, 0] : [5, 4, 3, 2, 1].filter((value) => value >= lowest)

/** Grade 1 and ungraded groups take no marks. S1 3.11. */
export const takesMarks = (course: { grade: number; ungraded: boolean }): boolean => course.grade > 1 && !course.ungraded

/**
 * Why this course takes no marks at all, or null. Refusal: marks.grade1, marks.ungraded.
 */
export function whyNoMarks(course: { grade: number; ungraded: boolean }): Refusal | null {
  if (course.grade === 1) return new Refusal('marks.grade1')
  if (course.ungraded) return new Refusal('marks.ungraded')
  return null
}

/**
 * Why the lesson's marks and absences cannot be changed by its teacher today, or null. The same answer locks the cell, guards the
 * server and is tested. Refusals: journal.termLocked, journal.cancelled, journal.notYet, marks.deadlinePassed (days).
 */
export function whyLocked(
  lesson: Pick<LessonSubject, 'date' | 'cancelled' | 'lockedAt'>,
  today: PlainDate,
  policy: MarkPolicy,
): Refusal | null {
  if (lesson.lockedAt !== null) return new Refusal('journal.termLocked')
  if (lesson.cancelled) return new Refusal('journal.cancelled')
  if (lesson.date > today) return new Refusal('journal.notYet', { date: lesson.date })
  const days = policy['marks.editDays']
  if (days !== null && lastEditDay(lesson.date, days) < today)
    return new Refusal('marks.deadlinePassed', { days, date: lesson.date })
  return null
}

/** The last day on which a lesson may be edited when the school allows so many days after it; Sundays do not count. */
export function lastEditDay(date: PlainDate, days: number): PlainDate {
  let left = days
  let day = date
  while (left > 0) {
    day = addDays(day, 1)
    if (weekdayOf(day) !== 7) left--
  }
  return day
}

/**
 * Why a mark cannot stand as it is, or null. Refusals: marks.outsideScale (value), marks.tooMany, marks.pendingWithValue,
 * marks.dueBeforeLesson.
 */
export function whyMarkIsWrong(mark: Mark, scale: 'five' | 'passFail', lowest: number, lessonDate: PlainDate): Refusal | null {
  const allowed = scaleValues(scale, lowest)
  for (const value of mark.values) if (!allowed.includes(value)) return new Refusal('marks.outsideScale', { value })
  if (mark.values.length > 4) return new Refusal('marks.tooMany')
  if (mark.dueOn !== null && mark.values.length > 0) return new Refusal('marks.pendingWithValue')
  if (mark.dueOn !== null && mark.dueOn < lessonDate) return new Refusal('marks.dueBeforeLesson')
  return null
}

type Days = { from: PlainDate; to: PlainDate | null }

/**
 * Why this student has no cell at this lesson, or null: not in the group on that day, or taught the subject by a plan of their own.
 * `stays` are the days with the group, `apart` those in between by the plan. Refusals: journal.notInGroup (date), journal.ownPlan (date).
 */
export function whyNotInGroup({ stays, apart = [] }: { stays: Days[]; apart?: Days[] }, date: PlainDate): Refusal | null {
  const within = (days: Days[]) => days.some(({ from, to }) => isWithin(date, from, to))
  return whyOut({ enrolled: within(stays) || within(apart), apart: within(apart) }, date)
}

/** The same of a student of whom it is known. S4 Р10f. */
export function whyOut(student: { enrolled: boolean; apart: boolean } | null, date: PlainDate): Refusal | null {
  if (!student?.enrolled) return new Refusal('journal.notInGroup', { date })
  return student.apart ? new Refusal('journal.ownPlan', { date }) : null
}
