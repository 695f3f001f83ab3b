import { whyLessonIsClosed } from '#domain/journal/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { lessonById } from './subjects.ts'

export const setTopicCommand = implement('journal.setTopic', {
  load: lessonById,
  run: async ({ tx, subject: lesson }, input) => {
    const [topic, expected] = [input.topic.trim(), input.expected.trim()] // spaces alone are no topic
    const refusal = whyLessonIsClosed(lesson)
    if (refusal) throw refusal
    const written = await tx.run(sql`
      update lesson set topic = ${topic} where school_id = current_school() and id = ${lesson.lessonId} and btrim(topic) = ${expected}`)
    if (written === 0) {
      const now = await tx.one<{ topic: string }>(
        sql`select topic from lesson where school_id = current_school() and id = ${lesson.lessonId}`,
      )
      if (now.topic !== topic)
        throw new Refusal('journal.changedMeanwhile', { value: now.topic, ...(await lastChange(tx, lesson.lessonId)) })
    }
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

export const setNoteCommand = implement('journal.setNote', {
  load: lessonById,
  run: async ({ tx, subject: lesson }, { note }) => {
    if (lesson.lockedAt !== null) throw new Refusal('journal.termLocked')
    await tx.run(sql`update lesson set note = ${note} where school_id = current_school() and id = ${lesson.lessonId}`)
    return {}
  },
  announce: (lesson) => [`staff:${lesson.courseId}`],
})

export const journalCommands = [setTopicCommand, setNoteCommand]
