import { useState } from 'react'
import type { Input } from '#domain/operations.ts'
import { discard, submit, useQueue } from '#web/platform/outbox.ts'
import { panel } from '../cell/texts.ru.ts'
import { useJournal } from '../JournalContext.ts'
import type { Lesson } from '../page.ts'
import { noteSlot, topicSlot } from '../slots.ts'
import type { Conflict } from '../TwoVersions.tsx'
import { journalOf, labels } from '../texts.ru.ts'
import { type Safety, saved } from './tasks.ts'

type About = { slot: string; label: string }

const kinds = {
  topic: {
    slot: topicSlot,
    label: labels.topic,
    set: (lessonId: string, topic: string, expected: string, about: About) =>
      submit('journal.setTopic', { lessonId, topic, expected }, about),
  },
  note: {
    slot: noteSlot,
    label: labels.note,
    set: (lessonId: string, note: string, expected: string, about: About) =>
      submit('journal.setNote', { lessonId, note, expected }, about),
  },
}

/**
 * Topic or note of a lesson while it is being written: what is in the field, how safe it is, and saving it on leaving the field. When a
 * colleague was first, both versions are there to choose from.
 */
export function useLessonText(lesson: Lesson, kind: keyof typeof kinds) {
  const { model } = useJournal()
  const { slot, label, set } = kinds[kind]
  const place = slot(lesson.lessonId)
  const last = useQueue().findLast((op) => op.slot === place)
  const refused = last?.state === 'refused' ? last : null
  const standing = lesson[kind]
  const shown = refused ? (refused.input as Input<'journal.setTopic'> & Input<'journal.setNote'>)[kind] : standing
  // With what stood there when the typing began: a colleague may write meanwhile, and the field does not show it.
  const [draft, setDraft] = useState<{ text: string; seen: string } | null>(null)
  const safety: Safety = refused ? { state: 'refused', refused } : last ? { state: 'waiting', refused: null } : saved

  const send = (text: string, seen: string) => {
    setDraft(null)
    const { course } = model.page
    const about = { slot: place, label: label(journalOf(course.group, course.subject), lesson.date) }
    void set(lesson.lessonId, text, seen, about).catch(() => undefined) // it is in the queue all the same, which says what became of it
  }
  const save = () => {
    if (draft === null) return
    const text = draft.text.trim()
    if (text !== shown && text !== draft.seen) return send(text, draft.seen)
    if (text !== shown && refused) void discard(refused.id)
    setDraft(null)
  }
  const text = draft?.text ?? shown
  const conflict: Conflict | null =
    refused?.problem?.code === 'journal.changedMeanwhile'
      ? {
          question: panel.conflict,
          theirs: [standing || panel.empty],
          who: panel.theirs(refused.problem.params),
          mine: [text.trim() || panel.empty],
          keepTheirs: () => {
            setDraft(null)
            void discard(refused.id)
          },
          writeMine: () => send(text.trim(), standing),
        }
      : null
  return {
    text,
    safety,
    conflict,
    problem: conflict ? null : (refused?.problem?.text ?? null),
    write: (text: string) => setDraft({ text, seen: draft ? draft.seen : standing }),
    save,
  }
}
