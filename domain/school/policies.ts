import type { PlainDate } from '#domain/platform/dates.ts'

/**
 * What a school may decide for itself. Each value has the default of the seeds' comparison (domain decision table) and the clause
 * it comes from; a school's own value stands in `setting` under the same key.
 */
export type Policies = {
  /** Marks a lesson may get: the lowest of the five-point scale in use. Most schools do not give «1». */
  'marks.lowest': 1 | 2
  /** School days after the lesson until its marks are locked for the teacher; null: until the term is closed. [S4 У2, soft] */
  'marks.editDays': number | null
  /** Minutes after the last lesson of the day by which homework should be in: a flag, never a wall. [S4 У: 1.5 h] */
  'homework.deadlineMinutes': number
  /** Minutes without a touch after which a member of staff is asked for the password again. [S1 3.12] */
  'access.idleMinutes': number
  /** May a family see the average of the class beside its own? [S1 3.10] */
  'diary.classAverage': boolean
}

export type PolicyKey = keyof Policies

export const defaultPolicies: Policies = {
  'marks.lowest': 2,
  'marks.editDays': null,
  'homework.deadlineMinutes': 90,
  'access.idleMinutes': 15,
  'diary.classAverage': false,
}

export type School = {
  schoolId: number
  name: string
  timeZone: string
  policies: Policies
}

/** What every rule may need to know about «now»: the school's day, never the device's. */
export type Today = PlainDate
