import type { LessonSubject } from '#domain/access/actor.ts'
import { Refusal } from '#domain/platform/refusal.ts'

/**
 * Why topic and homework of the lesson cannot be written, or null. A future lesson is open: topics and tasks may be prepared.
 * Refusals: journal.termLocked, journal.cancelled.
 */
export function whyLessonIsClosed(lesson: Pick<LessonSubject, 'cancelled' | 'lockedAt'>): Refusal | null {
  if (lesson.lockedAt !== null) return new Refusal('journal.termLocked')
  if (lesson.cancelled) return new Refusal('journal.cancelled')
  return null
}

/** A past lesson counts as filled when its topic is written and the roll called. S3 5.2a, S2 3.3b: the topic is mandatory. */
export const isFilled = (lesson: { topic: string; rollCalled: boolean }): boolean => lesson.topic !== '' && lesson.rollCalled
