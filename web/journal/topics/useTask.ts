import { useRef, useState } from 'react'
import { whyTaskIsWrong } from '#domain/homework/rules.ts'
import { refusalText } from '#domain/texts.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { discard, submit } from '#web/platform/outbox.ts'
import { useJournal } from '../JournalContext.ts'
import type { Lesson } from '../page.ts'
import { homeworkSlot } from '../slots.ts'
import { journalOf, labels } from '../texts.ru.ts'
import { useLessonTasks } from './LessonTasksContext.tsx'
import { isBlank, sameTask, saved, type Task, trimmed } from './tasks.ts'

/**
 * A task while it is being written. `write` changes the field, `save` sends it when the person leaves it; an emptied task is taken
 * back, a task that is not yet one (empty, or due before its lesson) stays in the field with the reason. What somebody has taken back
 * meanwhile is set anew under an id of its own.
 */
export function useTask(lesson: Lesson, stored: Task, known: boolean, onRemoved?: () => void) {
  const { model } = useJournal()
  const tasks = useLessonTasks()
  const [draft, setDraft] = useState<Task | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const leaving = useRef<Task | null>(null)
  const safety = tasks.of(lesson.lessonId).safety.get(stored.homeworkId) ?? saved
  const course = journalOf(model.page.course.group, model.page.course.subject)
  const about = { slot: homeworkSlot(stored.homeworkId), label: labels.homework(course, lesson.date) }

  /** The field keeps what was typed until the queue shows it, so that nothing flickers. */
  const send = (task: Task, sent: Promise<string>) => {
    leaving.current = task
    const gone = () => setDraft((now) => (now === task ? null : now))
    void sent.then(gone, gone)
  }
  const save = (task: Task | null = draft) => {
    if (task === null || task === leaving.current) return
    if (sameTask(task, stored) && (known || isBlank(task))) {
      setDraft(null)
      setProblem(null)
      return
    }
    if (safety.refused) void discard(safety.refused.id)
    if (isBlank(task)) {
      setProblem(null)
      if (known) {
        send(task, submit('homework.remove', { lessonId: lesson.lessonId, homeworkId: task.homeworkId }, about))
        onRemoved?.()
      } else setDraft(null)
      return
    }
    const takenBack = safety.refused?.problem?.code === 'homework.unknown'
    const input = trimmed(takenBack ? { ...task, homeworkId: newOperationId() } : task)
    const wrong = whyTaskIsWrong(input, lesson.date)
    setProblem(wrong && refusalText(wrong.code, wrong.params))
    if (wrong) return
    send(
      task,
      submit('homework.set', { lessonId: lesson.lessonId, ...input }, { ...about, slot: homeworkSlot(input.homeworkId) }),
    )
  }
  const task = draft ?? stored
  return {
    task,
    problem: problem ?? safety.refused?.problem?.text ?? null,
    safety,
    write: (part: Partial<Task>) => setDraft({ ...task, ...part }),
    /** Changes and saves in one go, for what is pressed and not typed. */
    put: (part: Partial<Task>) => {
      const next = { ...task, ...part }
      setDraft(next)
      save(next)
    },
    save: () => save(),
  }
}
