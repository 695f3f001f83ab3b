import { useState } from 'react'
import { whyLessonIsClosed } from '#domain/journal/rules.ts'
import type { Input } from '#domain/operations.ts'
import { refusalText } from '#domain/texts.ts'
import { discard, submit, useQueue } from '#web/platform/outbox.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { topicSlot } from '../slots.ts'
import { journalOf, labels, reading } from '../texts.ru.ts'
import { teacherOf } from '../why.ts'
import { type Safety, saved } from './tasks.ts'

/** The topic of a lesson while it is being written: what is in the field, how safe it is, and saving it on leaving the field. */
export function useTopic(column: Column) {
  const { model } = useJournal()
  const { lesson } = column
  const { course } = model.page
  const queue = useQueue()
  const waiting = queue.findLast((op) => op.name === 'journal.setTopic' && op.slot === topicSlot(lesson.lessonId))
  const refused = waiting?.state === 'refused' ? waiting : null
  const shown = refused ? (refused.input as Input<'journal.setTopic'>).topic : lesson.topic
  const [draft, setDraft] = useState<string | null>(null)
  const safety: Safety = refused ? { state: 'refused', refused } : waiting ? { state: 'waiting', refused: null } : saved
  const save = () => {
    if (draft === null) return
    const topic = draft.trim()
    const gone = () => setDraft((now) => (now === draft ? null : now))
    if (topic === shown) return gone()
    if (refused) void discard(refused.id)
    if (topic === lesson.topic) return gone()
    const about = { slot: topicSlot(lesson.lessonId), label: labels.topic(journalOf(course.group, course.subject), lesson.date) }
    // The field keeps what was typed until the queue shows it, so that nothing flickers.
    void submit('journal.setTopic', { lessonId: lesson.lessonId, topic, expected: lesson.topic }, about).then(gone, gone)
  }
  return { text: draft ?? shown, write: setDraft, save, safety, closed: useWhyClosed(column) }
}

/** Why topic and homework of the lesson may not be written by this person, in words, or null. */
export function useWhyClosed({ lesson, mine }: Column): string | null {
  const { model } = useJournal()
  const refusal = whyLessonIsClosed({ cancelled: lesson.cancelled, lockedAt: model.page.term.lockedAt })
  if (refusal) return refusalText(refusal.code, refusal.params)
  return mine ? null : reading.foreignLesson(teacherOf(model, { lesson }))
}
