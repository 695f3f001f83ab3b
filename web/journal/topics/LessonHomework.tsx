import { TextField } from '#web/ui/TextField.tsx'
import type { Lesson } from '../page.ts'
import { TextArea } from '../TextArea.tsx'
import { TwoVersions } from '../TwoVersions.tsx'
import { HomeworkMore } from './HomeworkMore.tsx'
import styles from './LessonHomework.module.css'
import { useLessonTasks } from './LessonTasksContext.tsx'
import { common, minutesOf, withNothing } from './tasks.ts'
import { topics } from './texts.ru.ts'
import { useTask } from './useTask.ts'

/** The homework of a lesson as a small form: in the dialog of the lesson and on a phone. */
export function LessonHomework({ lesson, closed }: { lesson: Lesson; closed: string | null }) {
  const { tasks } = useLessonTasks().of(lesson.lessonId)
  const { task, write, put, save, conflict, problem } = useTask(lesson, common(tasks))
  const disabled = closed !== null
  return (
    <section className={styles.homework}>
      <div className={styles.head}>
        <h3 className={styles.heading}>{topics.homework}</h3>
        <label className={styles.nothing}>
          <input
            type="checkbox"
            checked={task.nothing}
            disabled={disabled}
            onChange={(event) => put(withNothing(task, event.target.checked))}
          />
          {topics.nothing}
        </label>
      </div>
      {!task.nothing && (
        <>
          <TextArea
            label={topics.content}
            value={task.content}
            maxLength={2000}
            disabled={disabled}
            onChange={(content) => write({ content })}
            onLeave={save}
          />
          <div className={styles.short}>
            <TextField
              label={topics.pages}
              value={task.pages}
              maxLength={200}
              disabled={disabled}
              onChange={(event) => write({ pages: event.target.value })}
              onBlur={save}
            />
            <TextField
              label={topics.exercises}
              value={task.exercises}
              maxLength={500}
              disabled={disabled}
              onChange={(event) => write({ exercises: event.target.value })}
              onBlur={save}
            />
            <TextField
              label={topics.minutes}
              type="number"
              inputMode="numeric"
              min={1}
              max={600}
              step={5}
              value={task.minutes ?? ''}
              disabled={disabled}
              onChange={(event) => write({ minutes: minutesOf(event.target.value) })}
              onBlur={save}
            />
          </div>
          <HomeworkMore lesson={lesson} task={task} put={put} disabled={disabled} framed />
        </>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {conflict && <TwoVersions conflict={conflict} />}
    </section>
  )
}
