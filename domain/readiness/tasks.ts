import { addDays, type PlainDate } from '#domain/platform/dates.ts'

/** What may wait for somebody, in the order in which it is told when nothing else decides. */
export const taskKeys = [
  'reminder',
  'timetable',
  'proposals',
  'requests',
  'monthlyCheck',
  'octoberCheck',
  'consents',
  'handOut',
  'handOutClass',
  'rolesEnding',
  'ownRoleEnding',
  'acts',
] as const
export type TaskKey = (typeof taskKeys)[number]

/** A role that ends within so many days is told of: to whom it belongs, and to who renews it. */
export const ENDING_DAYS = 7

/** The last day of the month of the check. S0 5.2: once a month. */
export const monthlyCheckDue = (month: PlainDate): PlainDate => addDays(`${addDays(month, 31).slice(0, 7)}-01`, -1)

/** The last day of October. S0 5.2. */
export const octoberCheckDue = (campaign: PlainDate): PlainDate => addDays(campaign, 30)

type Waiting = { key: TaskKey; due: PlainDate | null; since: PlainDate | null; className: string }

/** Is its day over? */
export const isOverdue = ({ due }: Pick<Waiting, 'due'>, today: PlainDate): boolean => due !== null && due < today

/** What is due soonest first, what is overdue so before everything; then what has waited longest; then the order above. */
export function inOrder<W extends Waiting>(tasks: readonly W[]): W[] {
  const late = (day: PlainDate | null) => day ?? '9999-12-31'
  return tasks.toSorted(
    (a, b) =>
      late(a.due).localeCompare(late(b.due)) ||
      late(a.since).localeCompare(late(b.since)) ||
      taskKeys.indexOf(a.key) - taskKeys.indexOf(b.key) ||
      a.className.localeCompare(b.className),
  )
}
