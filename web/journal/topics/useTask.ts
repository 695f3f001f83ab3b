import { useReducer, useState } from 'react'
import { whyTaskIsWrong } from '#domain/homework/rules.ts'
import { refusalText } from '#domain/texts.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { discard, type Queued, submit } from '#web/platform/outbox.ts'
import { panel } from '../cell/texts.ru.ts'
import { useJournal } from '../JournalContext.ts'
import type { Lesson } from '../page.ts'
import { homeworkSlot } from '../slots.ts'
import type { Conflict } from '../TwoVersions.tsx'
import { journalOf, labels } from '../texts.ru.ts'
import { useLessonTasks } from './LessonTasksContext.tsx'
import { asSent, emptyTask, isBlank, sameOnScreen, saved, type Task } from './tasks.ts'
import { topics } from './texts.ru.ts'
import { versionLines } from './versions.ts'

/** What is being typed, and what stood there when the typing began: a colleague may write meanwhile, and the field does not show it. */
type Draft = { task: Task; seen: Task | null }

/**
 * A task while it is being written; `stored` null is a lesson without one. `write` changes the field, `save` sends it when the person
 * leaves it; an emptied task is taken back, a task that is not yet one (due before its lesson) stays in the field with the reason.
 * What somebody has changed or taken back meanwhile is a conflict to choose from.
 */
export function useTask(lesson: Lesson, stored: Task | null) {
  const { model } = useJournal()
  const { tasks, standing: all, safety: states } = useLessonTasks().of(lesson.lessonId)
  const [own, renewOwn] = useReducer(newId, '', newId) // what was taken back is not set again under its id
  const [draft, setDraft] = useState<Draft | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const task = draft?.task ?? stored ?? emptyTask(own)
  const { homeworkId } = task
  const standing = all.find((one) => one.homeworkId === homeworkId) ?? null
  const safety = states.get(homeworkId) ?? saved
  const { refused } = safety
  const takenBack = refused?.problem?.code === 'homework.unknown'
  const { lessonId } = lesson

  const send = ({ task, seen }: Draft) => {
    setDraft(null)
    renewOwn()
    void submitted(task, seen).catch(() => undefined) // it is in the queue all the same, which says what became of it
  }
  const submitted = (task: Task, seen: Task | null): Promise<string> => {
    const label = labels.homework(journalOf(model.page.course.group, model.page.course.subject), lesson.date)
    if (seen && isBlank(task)) {
      const input = { lessonId, homeworkId, expected: asSent(seen) }
      return submit('homework.remove', input, { slot: homeworkSlot(homeworkId), label })
    }
    if (refused && takenBack) void discard(refused.id)
    const id = takenBack ? newOperationId() : homeworkId
    const input = { lessonId, homeworkId: id, task: asSent(task), expected: seen && !takenBack ? asSent(seen) : null }
    return submit('homework.set', input, { slot: homeworkSlot(id), label })
  }
  const save = (now = draft) => {
    if (now === null) return
    const changed = !sameOnScreen(now.task, tasks.find((one) => one.homeworkId === homeworkId) ?? null)
    const wrong = changed && !isBlank(now.task) ? whyTaskIsWrong(asSent(now.task), lesson.date) : null
    setProblem(wrong && refusalText(wrong.code, wrong.params))
    if (wrong) return
    if (changed && !sameOnScreen(now.task, now.seen)) return send(now)
    if (changed && refused) void discard(refused.id)
    setDraft(null)
  }
  const changedBy = (part: Partial<Task>): Draft => ({ task: { ...task, ...part }, seen: draft ? draft.seen : standing })

  const conflictWith = ({ id, name, problem: refusal }: Queued): Conflict | null => {
    if (!takenBack && refusal?.code !== 'journal.changedMeanwhile') return null
    const next = model.page.lessons.find((other) => other.date > lesson.date && !other.cancelled)?.date ?? null
    const names = { student: (id: string) => model.rowById.get(id)?.name ?? '', next }
    const theirs = takenBack ? null : standing
    const mine = name === 'homework.remove' && draft === null ? null : task
    return {
      question: takenBack ? topics.takenBack : panel.conflict,
      theirs: versionLines(theirs, mine, names),
      who: panel.theirs(refusal?.params ?? {}),
      mine: versionLines(mine, theirs, names),
      keepTheirs: () => {
        setDraft(null)
        void discard(id)
      },
      writeMine: () => send({ task: mine ?? emptyTask(homeworkId), seen: theirs }),
    }
  }
  const conflict = refused && conflictWith(refused)
  return {
    task,
    safety,
    conflict,
    problem: (draft && problem) ?? (conflict ? null : (refused?.problem?.text ?? null)),
    write: (part: Partial<Task>) => setDraft(changedBy(part)),
    /** Changes and saves in one go, for what is pressed and not typed. */
    put: (part: Partial<Task>) => {
      const next = changedBy(part)
      setDraft(next)
      save(next)
    },
    save: () => save(),
  }
}

const newId = (): string => newOperationId()
