import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useQueue } from '#web/platform/outbox.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useJournal } from '../JournalContext.ts'
import { type Attached, common, type LessonTasks, taskLine, tasksByLesson } from './tasks.ts'

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

const none: LessonTasks = { tasks: [], safety: new Map() }
const Context = createContext<Tasks | null>(null)

/** Homework of the page, asked for once and shared by the tip of a head, the lesson, the tab and the phone. */
export function LessonTasksProvider({ children }: { children: ReactNode }) {
  const { model } = useJournal()
  const { course, term } = model.page
  const { data, loading, error, refetch } = useQuery(
    'journal.topics',
    { courseId: course.courseId, termId: term.termId },
    { keep: true },
  )
  const queue = useQueue()
  const [files] = useState(() => new Map<string, Attached>())
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

/** Homework of the open page. */
export function useLessonTasks(): Tasks {
  const tasks = useContext(Context)
  if (!tasks) throw new Error('useLessonTasks outside of a journal page')
  return tasks
}
