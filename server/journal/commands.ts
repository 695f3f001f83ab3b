import { whyLessonIsClosed } from '#domain/journal/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChangeOf } from '#server/platform/history.ts'
import { reminderCommands } from './reminders.ts'
import { lessonById } from './subjects.ts'

export const setTopicCommand = implement('journal.setTopic', {
  load: lessonById,
  run: async ({ tx, subject: lesson }, input) => {
    const [topic, expected] = [input.topic.trim(), input.expected.trim()] // spaces alone are no topic
    const refusal = whyLessonIsClosed(lesson)
    if (refusal) throw refusal
    const written = await tx.run(sql`
      update lesson set topic = ${topic} where school_id = current_school() and id = ${lesson.lessonId} and btrim(topic) = ${expected}`)
    if (written === 0) await proveWritten(tx, lesson.lessonId, 'topic', topic)
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

export const setNoteCommand = implement('journal.setNote', {
  load: lessonById,
  run: async ({ tx, subject: lesson }, input) => {
    const [note, expected] = [input.note.trim(), input.expected.trim()]
    if (lesson.lockedAt !== null) throw new Refusal('journal.termLocked')
    const written = await tx.run(sql`
      update lesson set note = ${note} where school_id = current_school() and id = ${lesson.lessonId} and btrim(note) = ${expected}`)
    if (written === 0) await proveWritten(tx, lesson.lessonId, 'note', note)
    return {}
  },
  announce: (lesson) => [`staff:${lesson.courseId}`],
})

/** Nothing had to be written when these very words stand there already; otherwise somebody else's do. Refusal: journal.changedMeanwhile. */
async function proveWritten(tx: ReadTx, lessonId: string, field: 'topic' | 'note', words: string): Promise<void> {
  const now = await tx.one<{ topic: string; note: string }>(
    sql`select topic, note from lesson where school_id = current_school() and id = ${lessonId}`,
  )
  if (now[field] !== words)
    throw new Refusal('journal.changedMeanwhile', { value: now[field], ...(await lastChangeOf(tx, lessonId, field)) })
}

export const journalCommands = [setTopicCommand, setNoteCommand, ...reminderCommands]
