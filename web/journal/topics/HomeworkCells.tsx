import { IconBan } from '@tabler/icons-react'
import { Button } from '#web/ui/Button.tsx'
import type { Lesson } from '../page.ts'
import { TextArea } from '../TextArea.tsx'
import { TwoVersions } from '../TwoVersions.tsx'
import { HomeworkMore } from './HomeworkMore.tsx'
import { SafetyMark } from './SafetyMark.tsx'
import styles from './TopicsTab.module.css'
import { minutesOf, type Task, withNothing } from './tasks.ts'
import { topics } from './texts.ru.ts'
import { useTask } from './useTask.ts'

type Props = { lesson: Lesson; stored: Task | null; closed: string | null }

/** The homework of a lesson as cells of its row: content, pages, exercises, minutes, the day it is for. */
export function HomeworkCells({ lesson, stored, closed }: Props) {
  const { task, write, put, save, safety, conflict, problem } = useTask(lesson, stored)
  const disabled = closed !== null
  if (task.nothing) {
    return (
      <td colSpan={5} className={styles.nothing}>
        <span>{topics.nothing}</span>
        {!disabled && (
          <Button kind="quiet" size="s" onClick={() => put(withNothing(task, false))}>
            {topics.setAfterAll}
          </Button>
        )}
        <SafetyMark safety={safety} problem={problem} />
        {conflict && <TwoVersions conflict={conflict} />}
      </td>
    )
  }
  const field = (name: 'content' | 'pages' | 'exercises', label: string, maxLength: number) => (
    <td data-field={name} data-label={label}>
      <TextArea
        label={topics.fieldOf(label, lesson.date)}
        bare
        value={task[name]}
        maxLength={maxLength}
        disabled={disabled}
        onChange={(text) => write({ [name]: text })}
        onLeave={save}
      />
      {name === 'content' && <SafetyMark safety={safety} problem={problem} />}
      {name === 'content' && conflict && <TwoVersions conflict={conflict} />}
      {name === 'content' &&
        !disabled &&
        task.content === '' &&
        task.pages === '' &&
        task.exercises === '' &&
        task.files.length === 0 && (
          <button type="button" className={styles.noTask} onClick={() => put(withNothing(task, true))}>
            <IconBan size={14} stroke={1.8} aria-hidden />
            {topics.sayNothing}
            <span className="unseen">{topics.onDay(lesson.date)}</span>
          </button>
        )}
    </td>
  )
  return (
    <>
      {field('content', topics.content, 2000)}
      {field('pages', topics.pages, 200)}
      {field('exercises', topics.exercises, 500)}
      <td data-field="minutes" data-label={topics.minutes}>
        <input
          className={styles.number}
          type="number"
          inputMode="numeric"
          min={1}
          max={600}
          step={5}
          aria-label={topics.fieldOf(topics.minutes, lesson.date)}
          value={task.minutes ?? ''}
          disabled={disabled}
          onChange={(event) => write({ minutes: minutesOf(event.target.value) })}
          onBlur={save}
        />
      </td>
      <td data-label={topics.due} className={styles.more}>
        <HomeworkMore lesson={lesson} task={task} put={put} disabled={disabled} />
      </td>
    </>
  )
}
