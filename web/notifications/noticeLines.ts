import type { Output } from '#domain/operations.ts'
import { mondayOf } from '#domain/platform/dates.ts'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import * as texts from './texts.ru.ts'

export type Notice = Output<'notifications.list'>['notices'][number]
type Student = NonNullable<Notice['student']>
type Work = NonNullable<Notice['work']>

/** What a notice says, in two lines; `named`: whose it is, for who has several children. */
export function linesOf({ kind, student, work }: Notice, named: boolean): { title: string; detail: string } {
  if (student)
    return {
      title: student.subject,
      detail: [named && student.name, dayAndMonth(student.date), aboutLesson(kind, student)].filter(Boolean).join(' · '),
    }
  if (!work) return { title: '', detail: '' }
  return { title: texts.work[kind as keyof typeof texts.work](work), detail: aboutWork(kind, work) }
}

function aboutLesson(kind: Notice['kind'], { text, minutes, title, work }: Student): string {
  if (kind === 'absence') return texts.absence(text, minutes)
  if (kind === 'homework') return texts.homework(text)
  if (text === '•') return texts.pending
  return title || work
}

function aboutWork(kind: Notice['kind'], { state, answer, lessons, count }: Work): string {
  if (answer) return `«${answer}»`
  if (kind === 'reminder' && state === 'open')
    return [
      lessons.map(({ group, subject, date }) => `${group} ${subject}, ${dayAndMonth(date)}`).join('; '),
      count > lessons.length && texts.moreLessons(count - lessons.length),
    ]
      .filter(Boolean)
      .join(' ')
  return state === 'open' || kind === 'requestAnswer' || kind === 'proposalAnswer'
    ? ''
    : texts.settled[kind as keyof typeof texts.settled]
}

/** Where the notice leads: the day in the diary, or the place where it is done. */
export function addressOf({ kind, student, work }: Notice): string {
  if (student) return `/diary/${student.studentId}/week/${mondayOf(student.date)}?day=${student.date}`
  if (kind === 'proposal' || kind === 'proposalAnswer') return `/school/classes/${work?.classId ?? ''}`
  return places[kind as keyof typeof places] ?? '/'
}
const places = {
  year: '/school/load',
  request: '/school/people/requests',
  requestAnswer: '/me',
  act: '/school/acts',
  reminder: '/',
}

/** By the day on which they were told, newest first. */
export function byDay<N extends { at: string }>(
  notices: readonly N[],
  dayOf: (at: string) => string,
): { day: string; notices: N[] }[] {
  return [...Map.groupBy(notices, ({ at }) => dayOf(at))].map(([day, notices]) => ({ day, notices }))
}
