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
  /** May the homeroom teacher issue accounts to the own class and its families? [S2 1.6, S4 К1] */
  'access.homeroomIssues': boolean
  /** Who signs in with a second step beside the password: nobody must, head, deputies and administrators, all staff. [S4 Р28, S4 К10] */
  'access.secondFactor': 'off' | 'heads' | 'staff'
  /** Days in which who must have a second step may still work without it: from the decision, the account or the role, whichever came last. [S4 Р28] */
  'access.secondFactorDays': number
  /** Minutes from noticing that a password is known to others until the head must be told. [S1 3.15] */
  'access.breachHeadMinutes': number
  /** Working days until the technical support must be told of it. [S4 З21] */
  'access.breachSupportDays': number
  /** Lesson hours a week that make one rate of a teacher. [S4 Р10m; приказ Минпросвещения № 269 of 04.04.2025] */
  'curriculum.rateHours': number
  /** Do homeroom teachers keep the subgroups of their class themselves, or propose them to who does? [S4 К6; S0 2.10: the administrator] */
  'classes.homeroomEditsGroups': boolean
  /** May a family see the average of the class beside its own? [S1 3.10] */
  'diary.classAverage': boolean
  /** Does the school keep phone numbers? [S0 5.2 says no; 152-ФЗ ст. 5: no more data than the purpose needs] */
  'people.phones': boolean
  /** Does the school keep e-mail addresses? [S0 5.2 collects parents’ in October; 152-ФЗ ст. 5] */
  'people.emails': boolean
  /** Does the school keep home addresses? [S0 5.2 says no; 152-ФЗ ст. 5] */
  'people.addresses': boolean
}

export type PolicyKey = keyof Policies

export const defaultPolicies: Policies = {
  'marks.lowest': 2,
  'marks.editDays': null,
  'homework.deadlineMinutes': 90,
  'access.idleMinutes': 15,
  'access.homeroomIssues': true,
  'access.secondFactor': 'off',
  'access.secondFactorDays': 14,
  'access.breachHeadMinutes': 60,
  'access.breachSupportDays': 1,
  'curriculum.rateHours': 18,
  'classes.homeroomEditsGroups': false,
  'diary.classAverage': false,
  'people.phones': false,
  'people.emails': false,
  'people.addresses': false,
}

export type School = {
  schoolId: number
  name: string
  timeZone: string
  policies: Policies
}

/** What every rule may need to know about «now»: the school's day, never the device's. */
export type Today = PlainDate
