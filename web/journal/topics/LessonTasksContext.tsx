import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { taskLine } from '#domain/homework/rules.ts'
import { onSettled, type Queued, useQueueOf } from '#web/platform/outbox.ts'
import { invalidate, patchQuery, useQuery } from '#web/platform/queries.ts'
import { useJournal } from '../JournalContext.ts'
import { useResting } from '../useResting.ts'
import { type Attached, common, type LessonTasks, patchedPlan, tasksByLesson } from './tasks.ts'

type Tasks = {
  loading: boolean
  error: Error | null
  refetch(): void
  of(lessonId: string): LessonTasks
  /** The common task in one line. */
  lineOf(lessonId: string): string
  /** Remembers an uploaded file by its id. */
  uploaded(file: Attached): void
}

const none: LessonTasks = { tasks: [], standing: [], safety: new Map() }
const Context = createContext<Tasks | null>(null)

/** Homework of the page, asked for once and shared by the tip of a head, the lesson, the tab and the phone. */
export function LessonTasksProvider({ children }: { children: ReactNode }) {
  const { model } = useJournal()
  const { course, term } = model.page
  const input = useMemo(() => ({ courseId: course.courseId, termId: term.termId }), [course.courseId, term.termId])
  const { data, loading, error, refetch } = useQuery('journal.topics', input, { keep: true, enabled: useResting(term.termId) })
  const queue = useQueueOf(isHomework)
  const [files] = useState(() => new Map<string, Attached>())
  // A task that has left the queue must not fall back to what stood before: the next field would be saved without it.
  useEffect(
    () =>
      onSettled((op, outcome) => {
        if (outcome !== 'saved' || !op.name.startsWith('homework.')) return
        patchQuery('journal.topics', input, (plan) => patchedPlan(plan, op, (id) => files.get(id)))
        // As with marks: a hint that came before would be forgotten.
        void invalidate(['journal.topics'], (asked) => asked.courseId === input.courseId)
      }),
    [input, files],
  )
  const lessons = useMemo(() => tasksByLesson(data, queue, (id) => files.get(id)), [data, queue, files])
  const of = useCallback((lessonId: string) => lessons.get(lessonId) ?? none, [lessons])
  const value = useMemo(
    () => ({
      loading,
      error,
      refetch,
      of,
      lineOf: (lessonId: string) => taskLine(common(of(lessonId).tasks) ?? { content: '', pages: '', exercises: '' }),
      uploaded: (file: Attached) => void files.set(file.fileId, file),
    }),
    [loading, error, refetch, of, files],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

const isHomework = (op: Queued): boolean => op.name.startsWith('homework.')

/** Homework of the open page. */
export function useLessonTasks(): Tasks {
  const tasks = useContext(Context)
  if (!tasks) throw new Error('useLessonTasks outside of a journal page')
  return tasks
}
