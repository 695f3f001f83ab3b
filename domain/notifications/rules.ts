import type { Actor } from '#domain/access/actor.ts'
import { staff } from '#domain/access/relations.ts'
import type { CommandName } from '#domain/operations.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import type { Policies } from '#domain/school/policies.ts'

/** What a person chooses about. The safety of their account is not among it: of that they are always told, at once. */
export const noticeKinds = ['marks', 'absences', 'homework', 'answers', 'tasks'] as const
export type NoticeKind = (typeof noticeKinds)[number]

export const noticeWays = ['now', 'daily', 'off'] as const
export type NoticeWay = (typeof noticeWays)[number]

/** What a notice points at. */
export const noticeSources = [
  'mark',
  'absence',
  'homework',
  'year',
  'request',
  'requestAnswer',
  'proposal',
  'proposalAnswer',
  'act',
  'reminder',
] as const
export type NoticeSource = (typeof noticeSources)[number]

/** Under which choice each falls. */
export const kindOf: Record<NoticeSource, NoticeKind> = {
  mark: 'marks',
  absence: 'absences',
  homework: 'homework',
  year: 'tasks',
  request: 'tasks',
  requestAnswer: 'answers',
  proposal: 'tasks',
  proposalAnswer: 'answers',
  act: 'tasks',
  reminder: 'tasks',
}

export type Audience =
  | 'student'
  | 'guardians'
  | 'deputyHeads'
  /** Who decides it in this school: administrators, deputies, whoever else may. */
  | 'deciders'
  /** Who asked. */
  | 'author'
  /** Everybody who works here. */
  | 'staff'
  | 'teacher'

/**
 * Who is told of what. Topics are not announced: the diary shows them at once, and a family that is called for everything stops listening;
 * homework only to who asks for it. A notice to do something points at what is to be done, and says so no longer when it is done.
 */
export const noticeRules = [
  { on: 'marks.set', kind: 'mark', to: ['student', 'guardians'] },
  { on: 'marks.setMany', kind: 'mark', to: ['student', 'guardians'] },
  { on: 'attendance.set', kind: 'absence', to: ['guardians'] },
  { on: 'attendance.setMany', kind: 'absence', to: ['guardians'] },
  { on: 'attendance.rollCall', kind: 'absence', to: ['guardians'] },
  { on: 'homework.set', kind: 'homework', to: ['student', 'guardians'] },

  { on: 'calendar.openYear', kind: 'year', to: ['deputyHeads'] }, // S0 2.11
  { on: 'people.requestChange', kind: 'request', to: ['deciders'] },
  { on: 'people.askAboutData', kind: 'request', to: ['deciders'] },
  { on: 'people.reportArrival', kind: 'request', to: ['deciders'] },
  { on: 'people.reportDeparture', kind: 'request', to: ['deciders'] },
  { on: 'people.acceptRequest', kind: 'requestAnswer', to: ['author'] },
  { on: 'people.declineRequest', kind: 'requestAnswer', to: ['author'] },
  { on: 'classes.proposeSubgroups', kind: 'proposal', to: ['deciders'] }, // S4 К6
  { on: 'classes.acceptProposal', kind: 'proposalAnswer', to: ['author'] },
  { on: 'classes.declineProposal', kind: 'proposalAnswer', to: ['author'] },
  { on: 'school.addAct', kind: 'act', to: ['staff'] },
  { on: 'journal.remind', kind: 'reminder', to: ['teacher'] },
] as const satisfies readonly { on: CommandName; kind: NoticeSource; to: readonly Audience[] }[]

/** A choice that somebody has: of which kind, about whom, in which ways, and what holds until they choose. */
export type Offer = { kind: NoticeKind; studentId: string | null; ways: readonly NoticeWay[]; byDefault: NoticeWay }

/** Who works here is told of what waits for them: when, they choose, whether, they do not. */
const taskWays = ['now', 'daily'] as const

/** What this person may choose about, child by child; what the school does not offer is not there. [S4 К0б, Р19] */
export function offersTo(
  actor: Pick<Actor, 'personId' | 'student' | 'children' | 'roles' | 'courses' | 'homeroomOf' | 'substitutions'>,
  policies: Policies,
  today: PlainDate,
): Offer[] {
  const about = (studentId: string, kinds: readonly ('marks' | 'absences' | 'homework')[]) =>
    kinds.flatMap((kind) => {
      const byDefault = policies[`notices.${kind}`]
      return byDefault === 'none' ? [] : [{ kind, studentId, ways: noticeWays, byDefault }]
    })
  const children = actor.children.filter(({ from, to }) => isWithin(today, from, to))
  const works = staff(actor as Actor, { kind: 'school' }, today)
  return [
    ...(actor.student ? about(actor.personId, ['marks', 'homework']) : []),
    ...[...new Set(children.map(({ studentId }) => studentId))].flatMap((id) => about(id, ['marks', 'absences', 'homework'])),
    ...(works ? [{ kind: 'tasks', studentId: null, ways: taskWays, byDefault: 'now' } as const] : []),
    ...(works || children.length > 0 ? [{ kind: 'answers', studentId: null, ways: noticeWays, byDefault: 'now' } as const] : []),
  ]
}

/** Whole hours of the day, in the school's time zone. */
export type Hours = { daily: number; quietFrom: number; quietTo: number }

/** The hours of somebody: what they chose over what the school has. */
export const hoursOf = (
  own: { daily: number | null; quietFrom: number | null; quietTo: number | null },
  policies: Policies,
): Hours => ({
  daily: own.daily ?? policies['notices.dailyHour'],
  quietFrom: own.quietFrom ?? policies['notices.quietFrom'],
  quietTo: own.quietTo ?? policies['notices.quietTo'],
})

const DAY = 1_440

/** Minutes from this minute of the day to the next time the clock shows the hour; 0 when it does now. */
const until = (minute: number, hour: number) => (hour * 60 - minute + DAY) % DAY

/** Is the minute of the day within the quiet hours? From the first minute of one to the last before the other; equal ones are none. */
export function isQuiet(minute: number, { quietFrom, quietTo }: Hours): boolean {
  const [from, to] = [quietFrom * 60, quietTo * 60]
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to
}

/**
 * How many minutes a notice waits that is ready at this minute of the day: what is told once a day for its hour, and for the morning when
 * that hour is a quiet one; anything else for the end of the quiet hours.
 */
export function waitMinutes(way: 'now' | 'daily', hours: Hours, minute: number): number {
  const wait = way === 'daily' ? until(minute, hours.daily) : 0
  const told = (minute + wait) % DAY
  return isQuiet(told, hours) ? wait + until(told, hours.quietTo) : wait
}
