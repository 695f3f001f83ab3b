import { memo } from 'react'
import { dayAndShortMonth, shortWeekday } from '#domain/platform/dateTexts.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column } from '../model.ts'
import { grid } from '../texts.ru.ts'
import { HomeworkCells } from './HomeworkCells.tsx'
import { useLessonTasks } from './LessonTasksContext.tsx'
import { OtherTask } from './OtherTask.tsx'
import { TopicField } from './TopicField.tsx'
import styles from './TopicsTab.module.css'
import { besides, common } from './tasks.ts'
import { topics } from './texts.ru.ts'
import { useWhyClosed } from './useWhyClosed.ts'

/** A lesson: its topic, the homework for all in fields, tasks for some under it. */
export const TopicRow = memo(function TopicRow({ column, current }: { column: Column; current: boolean }) {
  const { model } = useJournal()
  const { lesson } = column
  const { tasks } = useLessonTasks().of(lesson.lessonId)
  const closed = useWhyClosed(column)
  const today = lesson.date === model.page.today
  // The topic of a lesson that has been is mandatory. S3 5.2a.
  const missing = lesson.topic === '' && lesson.date <= model.page.today && !lesson.cancelled
  return (
    <>
      <tr
        className={styles.row}
        data-today={today || undefined}
        data-current={current || undefined}
        data-future={lesson.date > model.page.today || undefined}
      >
        <th scope="row" className={styles.day}>
          <span className={styles.date}>{dayAndShortMonth(lesson.date)}</span>
          <span className={styles.weekday}>
            {shortWeekday(lesson.date)}, {topics.number(lesson.number)}
          </span>
          {today && <span className={styles.badge}>{grid.today}</span>}
          {lesson.cancelled && <span className={styles.badge}>{grid.cancelled}</span>}
        </th>
        <td data-field="topic" data-label={topics.topic} data-missing={missing || undefined}>
          <TopicField column={column} bare />
        </td>
        <HomeworkCells lesson={lesson} stored={common(tasks)} closed={closed} />
      </tr>
      {besides(tasks).map((task) => (
        <OtherTask key={task.homeworkId} lesson={lesson} stored={task} closed={closed} />
      ))}
    </>
  )
})
