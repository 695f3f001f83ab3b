import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'

export type DayLesson = Output<'journal.myDay'>['lessons'][number]
export type Moment = { date: PlainDate; minutes: number }
export type Phase = 'past' | 'now' | 'future'

/** Is the lesson over, going on or still to come? Without bells a lesson of today counts as come: one may fill it in. */
export function phaseOf(lesson: Pick<DayLesson, 'date' | 'startsAt' | 'endsAt'>, now: Moment): Phase {
  if (lesson.date !== now.date) return lesson.date < now.date ? 'past' : 'future'
  const { startsAt, endsAt } = lesson
  if (startsAt === null || endsAt === null) return 'past'
  if (now.minutes < startsAt) return 'future'
  return now.minutes < endsAt ? 'now' : 'past'
}

/** What a lesson that has begun still lacks. A cancelled one lacks nothing. */
export function lacks(lesson: Pick<DayLesson, 'cancelled' | 'topic' | 'rollCalled'>, phase: Phase): ('topic' | 'rollCall')[] {
  if (lesson.cancelled || phase === 'future') return []
  return [...(lesson.topic === '' ? (['topic'] as const) : []), ...(lesson.rollCalled ? [] : (['rollCall'] as const))]
}

/** Where the line «сейчас» stands: before the first lesson still to come; null on another day, during a lesson, after the last. */
export function nowLineBefore(lessons: readonly DayLesson[], now: Moment): string | null {
  const phases = lessons.map((lesson) => phaseOf(lesson, now))
  if (phases.includes('now') || !lessons.some(({ date }) => date === now.date)) return null
  const next = phases.indexOf('future')
  return next === -1 ? null : lessons[next]!.lessonId
}

/** Lessons by their days, in the order given. */
export function byDay<L extends Pick<DayLesson, 'date' | 'number'>>(lessons: readonly L[]): { date: PlainDate; lessons: L[] }[] {
  const days = new Map<PlainDate, L[]>()
  for (const lesson of lessons) days.set(lesson.date, [...(days.get(lesson.date) ?? []), lesson])
  return [...days].map(([date, own]) => ({ date, lessons: [...own].sort((a, b) => a.number - b.number) }))
}

/** The address of the lesson in the journal. */
export function addressOf({ courseId, termId, lessonId }: Pick<DayLesson, 'courseId' | 'termId' | 'lessonId'>): string {
  const search = new URLSearchParams({ ...(termId ? { term: termId } : {}), lesson: lessonId })
  return `/journal/${courseId}?${search}`
}

/** The minute of the day in the school's time zone. */
export function minutesIn(timeZone: string, moment: Date): number {
  const [hours, minutes] = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(moment)
    .split(':')
  return Number(hours) * 60 + Number(minutes)
}
