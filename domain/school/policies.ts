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
  /** May the homeroom teacher issue them before the day from which the class is led, while it is prepared in summer? [S2 1.6, S4 К1: silent] */
  'access.homeroomIssuesAhead': boolean
  /** Who signs in with a second step beside the password: nobody must, head, deputies and administrators, all staff. [S4 Р28, S4 К10] */
  'access.secondFactor': 'off' | 'heads' | 'staff'
  /** Days in which who must have a second step may still work without it: from the decision, the account or the role, whichever came last. [S4 Р28] */
  'access.secondFactorDays': number
  /** Devices in as many networks at once that make an account look shared; null: nobody looks. [S1 3.13, S4 Р27, З19, К9, У14: no number named] */
  'access.sharedPlaces': number | null
  /** Minutes within which they count as at once. [S1 3.13: no number named] */
  'access.sharedMinutes': number
  /** Minutes within which two devices in two networks that enter by turns do; null: nobody looks. [S1 3.13: no number named] */
  'access.sharedTypingMinutes': number | null
  /** Minutes from noticing that a password is known to others until the head must be told. [S1 3.15] */
  'access.breachHeadMinutes': number
  /** Working days until the technical support must be told of it. [S4 З21] */
  'access.breachSupportDays': number
  /** May the card of a pupil be opened for a written reason by staff who have nothing to do with the pupil otherwise, and by whom? [S4 Р24c] */
  'access.urgent': 'off' | 'teachers' | 'staff'
  /** Hours for which it is opened. [S4 Р24c, soft] */
  'access.urgentHours': number
  /** How many cards one person may open so within a day. [S4 Р24c, soft] */
  'access.urgentPerDay': number
  /** Only with a second step beside the password? [S4 Р28] */
  'access.urgentFactor': boolean
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
  /** How students are named in printed lists unless who prints chooses otherwise: in full, by initials, by their place in the class list. [S4 К8, У13] */
  'people.printedNames': 'full' | 'initials' | 'numbers'
  /** Months after which the instruction on personal data is given again; 0: once is enough. [S4 К8, У13; 152-ФЗ ст. 18.1] */
  'training.personalDataMonths': number
  /** Months after which training in the journal is held again; 0: once is enough. [S1 П3, S2 3.1г] */
  'training.journalMonths': number
  /**
   * How families are told of each kind until they choose for themselves: at once, once a day, not at all; `none`: the school does not offer
   * it. [S4 К0б, К2; ADR 8: homework stands in the diary at once, so nobody is called for it unasked]
   */
  'notices.marks': NoticePolicy
  'notices.absences': NoticePolicy
  'notices.homework': NoticePolicy
  /** Minutes in which a slip of the finger may be put right before anybody hears of it. */
  'notices.delayMinutes': number
  /** The hour at which what is told once a day is told. */
  'notices.dailyHour': number
  /** From this hour to that one nobody is disturbed; equal: at no time. What concerns the safety of an account is told always. */
  'notices.quietFrom': number
  'notices.quietTo': number
  /** Days for which a notice stands in the list. What it told of stands in the journal and in the history. */
  'notices.keptDays': number
}

export type NoticePolicy = 'now' | 'daily' | 'off' | 'none'

export type PolicyKey = keyof Policies

export const defaultPolicies: Policies = {
  'marks.lowest': 2,
  'marks.editDays': null,
  'homework.deadlineMinutes': 90,
  'access.idleMinutes': 15,
  'access.homeroomIssues': true,
  'access.homeroomIssuesAhead': false,
  'access.secondFactor': 'off',
  'access.secondFactorDays': 14,
  'access.sharedPlaces': 3,
  'access.sharedMinutes': 15,
  'access.sharedTypingMinutes': 2,
  'access.breachHeadMinutes': 60,
  'access.breachSupportDays': 1,
  'access.urgent': 'staff',
  'access.urgentHours': 2,
  'access.urgentPerDay': 3,
  'access.urgentFactor': false,
  'curriculum.rateHours': 18,
  'classes.homeroomEditsGroups': false,
  'diary.classAverage': false,
  'people.phones': false,
  'people.emails': false,
  'people.addresses': false,
  'people.printedNames': 'full',
  'training.personalDataMonths': 12,
  'training.journalMonths': 12,
  'notices.marks': 'now',
  'notices.absences': 'now',
  'notices.homework': 'off',
  'notices.delayMinutes': 2,
  'notices.dailyHour': 18,
  'notices.quietFrom': 21,
  'notices.quietTo': 7,
  'notices.keptDays': 30,
}

export type School = {
  schoolId: number
  name: string
  timeZone: string
  policies: Policies
}

/** What every rule may need to know about «now»: the school's day, never the device's. */
export type Today = PlainDate
