import { type KeyboardEvent, useEffect, useRef } from 'react'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { useJournal } from '../JournalContext.ts'
import { startColumn } from '../model.ts'
import { roomBelow } from '../roomBelow.ts'
import { useLessonTasks } from './LessonTasksContext.tsx'
import { TopicRow } from './TopicRow.tsx'
import styles from './TopicsTab.module.css'
import { topics } from './texts.ru.ts'

/** The right-hand page of the journal: what was done at each lesson and what was set for home. Ctrl+Enter goes to the next lesson. */
export default function TopicsTab() {
  const { model } = useJournal()
  const { loading, error, refetch } = useLessonTasks()
  const body = useRef<HTMLTableSectionElement>(null)
  const lessons = model.columns.filter((column) => column.first)
  const current = model.columns[startColumn(model)]?.lesson.lessonId
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the lessons are there
  useEffect(() => {
    body.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center' })
  }, [loading])
  if (loading) return <Skeleton rows={8} />
  if (error && lessons.length === 0) return <ErrorState error={error} onRetry={refetch} />
  return (
    <div ref={roomBelow} className={styles.scroller}>
      <table className={styles.table} aria-label={topics.label}>
        <thead>
          <tr>
            <th scope="col" className={styles.day}>
              {topics.lesson}
            </th>
            <th scope="col" className={styles.topic}>
              {topics.topic}
            </th>
            <th scope="col" className={styles.content}>
              {topics.content}
            </th>
            <th scope="col" className={styles.pages}>
              {topics.pages}
            </th>
            <th scope="col" className={styles.exercises}>
              {topics.exercises}
            </th>
            <th scope="col" className={styles.minutes}>
              {topics.minutes}
            </th>
            <th scope="col" className={styles.more}>
              {topics.due}
            </th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={goDown}>
          {lessons.map((column) => (
            <TopicRow key={column.lesson.lessonId} column={column} current={column.lesson.lessonId === current} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The same field of the next lesson, with Shift of the one before. */
function goDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLElement)) return
  event.preventDefault()
  const cell = event.target.closest<HTMLElement>('[data-field]')
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-field='${cell?.dataset.field}']`)]
  const next = fields[fields.indexOf(cell!) + (event.shiftKey ? -1 : 1)]
  const control = next?.querySelector<HTMLElement>('textarea, input')
  control?.focus()
  control?.scrollIntoView({ block: 'nearest' })
}
