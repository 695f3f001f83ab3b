import { useState } from 'react'
import { submit } from '#web/platform/outbox.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { noteSlot } from '../slots.ts'
import { TextArea } from '../TextArea.tsx'
import { journalOf, labels } from '../texts.ru.ts'
import { lessonTexts } from './texts.ru.ts'

/** The note on a lesson that only staff see. */
export function LessonNote({ column: { lesson, mine } }: { column: Column }) {
  const { model } = useJournal()
  const { course, term } = model.page
  const [draft, setDraft] = useState<string | null>(null)
  const save = () => {
    const note = draft?.trim()
    if (note === undefined || note === lesson.note) return setDraft(null)
    const gone = () => setDraft((now) => (now === draft ? null : now))
    const about = { slot: noteSlot(lesson.lessonId), label: labels.note(journalOf(course.group, course.subject), lesson.date) }
    void submit('journal.setNote', { lessonId: lesson.lessonId, note }, about).then(gone, gone)
  }
  return (
    <TextArea
      label={lessonTexts.note}
      hint={lessonTexts.noteHint}
      maxLength={1000}
      value={draft ?? lesson.note}
      disabled={!mine || term.lockedAt !== null}
      onChange={setDraft}
      onLeave={save}
    />
  )
}
