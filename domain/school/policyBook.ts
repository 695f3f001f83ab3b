import { Refusal } from '#domain/platform/refusal.ts'
import type { PolicyKey } from './policies.ts'

/** What a policy may be set to. `orNothing`: no such limit at all. */
export type PolicyRule =
  | { kind: 'yesNo' }
  | { kind: 'number'; min: number; max: number; orNothing?: true }
  | { kind: 'choice'; choices: readonly (string | number)[] }

/** Complete by type: a policy that nobody can set does not compile. Words and clauses stand in texts.ru.ts. */
export const policyBook: { readonly [K in PolicyKey]: PolicyRule } = {
  'marks.lowest': { kind: 'choice', choices: [2, 1] },
  'marks.editDays': { kind: 'number', min: 0, max: 366, orNothing: true },
  'homework.deadlineMinutes': { kind: 'number', min: 0, max: 1_440 },
  'access.idleMinutes': { kind: 'number', min: 1, max: 240 },
  'access.homeroomIssues': { kind: 'yesNo' },
  'access.homeroomIssuesAhead': { kind: 'yesNo' },
  'access.secondFactor': { kind: 'choice', choices: ['off', 'heads', 'staff'] },
  'access.secondFactorDays': { kind: 'number', min: 0, max: 60 },
  'access.sharedPlaces': { kind: 'number', min: 3, max: 10, orNothing: true },
  'access.sharedMinutes': { kind: 'number', min: 1, max: 120 },
  'access.sharedTypingMinutes': { kind: 'number', min: 1, max: 30, orNothing: true },
  'access.breachHeadMinutes': { kind: 'number', min: 5, max: 1_440 },
  'access.breachSupportDays': { kind: 'number', min: 1, max: 10 },
  'access.urgent': { kind: 'choice', choices: ['staff', 'teachers', 'off'] },
  'access.urgentHours': { kind: 'number', min: 1, max: 24 },
  'access.urgentPerDay': { kind: 'number', min: 1, max: 20 },
  'access.urgentFactor': { kind: 'yesNo' },
  'curriculum.rateHours': { kind: 'number', min: 1, max: 40 },
  'classes.homeroomEditsGroups': { kind: 'yesNo' },
  'diary.classAverage': { kind: 'yesNo' },
  'people.phones': { kind: 'yesNo' },
  'people.emails': { kind: 'yesNo' },
  'people.addresses': { kind: 'yesNo' },
  'people.printedNames': { kind: 'choice', choices: ['full', 'initials', 'numbers'] },
  'training.personalDataMonths': { kind: 'number', min: 0, max: 60 },
  'training.journalMonths': { kind: 'number', min: 0, max: 60 },
  'notices.marks': { kind: 'choice', choices: ['now', 'daily', 'off', 'none'] },
  'notices.absences': { kind: 'choice', choices: ['now', 'daily', 'off', 'none'] },
  'notices.homework': { kind: 'choice', choices: ['now', 'daily', 'off', 'none'] },
  'notices.delayMinutes': { kind: 'number', min: 1, max: 30 },
  'notices.dailyHour': { kind: 'number', min: 0, max: 23 },
  'notices.quietFrom': { kind: 'number', min: 0, max: 23 },
  'notices.quietTo': { kind: 'number', min: 0, max: 23 },
  'notices.keptDays': { kind: 'number', min: 7, max: 366 },
}

/** The value as the rule of its key takes it, or the refusal school.policyWrong. */
export function whyPolicyIsWrong(key: PolicyKey, value: unknown): Refusal | null {
  const rule: PolicyRule = policyBook[key]
  const right =
    rule.kind === 'yesNo'
      ? typeof value === 'boolean'
      : rule.kind === 'choice'
        ? rule.choices.includes(value as string)
        : value === null
          ? rule.orNothing === true
          : Number.isInteger(value) && (value as number) >= rule.min && (value as number) <= rule.max
  return right ? null : new Refusal('school.policyWrong')
}
