import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { isOverdue } from '#domain/readiness/tasks.ts'
import * as texts from './texts.ru.ts'

export type Task = Output<'readiness.tasks'>['tasks'][number]

const addresses: Record<Task['key'], (classId: string) => string> = {
  reminder: () => '/',
  timetable: () => '/school/load', // as the board of readiness leads there
  proposals: () => '/school/classes',
  requests: () => '/school/people/requests',
  monthlyCheck: (classId) => `/school/people/checks/${classId}`,
  octoberCheck: (classId) => `/school/people/checks/${classId}`,
  consents: (classId) => `/school/consents/class/${classId}`,
  handOut: () => '/accounts/register',
  handOutClass: (classId) => `/class-access?class=${classId}`,
  rolesEnding: () => '/school/roles',
  ownRoleEnding: () => '/school/roles',
  acts: () => '/school/acts',
}

/** Where the task is done. */
export const addressOf = ({ key, classId }: Task): string => addresses[key](classId ?? '')

/** Beside the task: its day and whether it is over, or since when somebody waits; '' when neither is known. */
export function whenOf({ key, due, since }: Task, today: PlainDate): { text: string; late: boolean } {
  if (key === 'rolesEnding' || key === 'ownRoleEnding')
    return { text: due === null ? '' : due === today ? texts.endsToday : texts.ends(due), late: due === today }
  if (due === null) return { text: since && since < today ? texts.since(since) : '', late: false }
  if (isOverdue({ due }, today)) return { text: texts.overdue(due), late: true }
  return { text: due === today ? texts.today : texts.due(due), late: due === today }
}

/** Whom or what it is about, the first of it: «Петров Пётр, Жуков Иван и ещё 3». */
export function aboutOf({ about, count }: Task): string {
  const rest = count - about.length
  return [about.join('; '), about.length > 0 && rest > 0 && texts.more(rest)].filter(Boolean).join(' ')
}
