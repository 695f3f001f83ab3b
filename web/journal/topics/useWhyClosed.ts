import { whyLessonIsClosed } from '#domain/journal/rules.ts'
import { refusalText } from '#domain/texts.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { reading } from '../texts.ru.ts'
import { teacherOf } from '../why.ts'

/** Why topic and homework of the lesson may not be written by this person, in words, or null. */
export function useWhyClosed({ lesson, mine }: Column): string | null {
  const { model } = useJournal()
  const refusal = whyLessonIsClosed({ cancelled: lesson.cancelled, lockedAt: model.page.term.lockedAt })
  if (refusal) return refusalText(refusal.code, refusal.params)
  return mine ? null : reading.foreignLesson(teacherOf(model, { lesson }))
}
