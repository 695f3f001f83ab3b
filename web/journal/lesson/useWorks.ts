import { newOperationId } from '#web/platform/operationId.ts'
import { submit } from '#web/platform/outbox.ts'
import { useJournal } from '../JournalContext.ts'
import type { Lesson, Work } from '../page.ts'
import { workSlot } from '../slots.ts'
import { journalOf, labels } from '../texts.ru.ts'
import { type WorkDraft, workInput } from './works.ts'

/** Adds, changes and removes columns of a lesson, through the queue: a column may be added in a room without a network and typed into at once. */
export function useWorks(lesson: Lesson) {
  const { model } = useJournal()
  const { course, workTypes } = model.page
  const about = (workId: string, typeId: string) => ({
    slot: workSlot(workId),
    label: labels.work(
      journalOf(course.group, course.subject),
      lesson.date,
      workTypes.find((type) => type.typeId === typeId)?.name ?? '',
    ),
  })
  return {
    /** Answers the id of the new column. */
    add(draft: WorkDraft): string {
      const workId = newOperationId()
      void submit('marks.addWork', workInput(lesson.lessonId, workId, draft), about(workId, draft.typeId)).catch(() => undefined)
      return workId
    },
    change(workId: string, draft: WorkDraft): void {
      void submit('marks.changeWork', workInput(lesson.lessonId, workId, draft), about(workId, draft.typeId)).catch(
        () => undefined,
      )
    },
    remove({ workId, typeId }: Work): void {
      void submit('marks.removeWork', { lessonId: lesson.lessonId, workId }, about(workId, typeId)).catch(() => undefined)
    },
  }
}
