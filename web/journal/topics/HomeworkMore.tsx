import { IconPaperclip, IconUsersPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { dayAndShortMonth } from '#domain/platform/dateTexts.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { submit } from '#web/platform/outbox.ts'
import { IconButton } from '#web/ui/IconButton.tsx'
import { useJournal } from '../JournalContext.ts'
import type { Lesson } from '../page.ts'
import { homeworkSlot } from '../slots.ts'
import { journalOf, labels } from '../texts.ru.ts'
import { FileList } from './FileList.tsx'
import { StudentsDialog } from './StudentsDialog.tsx'
import styles from './TopicsTab.module.css'
import { asSent, emptyTask, type Task } from './tasks.ts'
import { topics } from './texts.ru.ts'
import { useUpload } from './useUpload.ts'

type Props = { lesson: Lesson; task: Task; put: (part: Partial<Task>) => void; disabled: boolean; framed?: boolean }

/** What a task has besides its text: the lesson it is for, files, and tasks for chosen students beside it. */
export function HomeworkMore({ lesson, task, put, disabled, framed = false }: Props) {
  const { model } = useJournal()
  const [choosing, setChoosing] = useState(false)
  // Choosing a file takes a while: it is attached to the task as it stands then.
  const now = useRef({ task, put })
  now.current = { task, put }
  const { choose, uploading, problem } = useUpload((file) => now.current.put({ files: [...now.current.task.files, file] }))
  const later = model.page.lessons.filter((other) => other.date > lesson.date && !other.cancelled)
  const known = task.dueOn === null || later.some((other) => other.date === task.dueOn)
  const addFor = (students: string[]) => {
    setChoosing(false)
    const own = { ...emptyTask(newOperationId()), students, content: topics.individualStart }
    const label = labels.homework(journalOf(model.page.course.group, model.page.course.subject), lesson.date)
    const { homeworkId } = own
    const input = { lessonId: lesson.lessonId, homeworkId, task: asSent(own), expected: null }
    void submit('homework.set', input, { slot: homeworkSlot(homeworkId), label })
  }
  return (
    <div className={framed ? [styles.moreBox, styles.framed].join(' ') : styles.moreBox}>
      <select
        className={styles.due}
        aria-label={topics.fieldOf(topics.due, lesson.date)}
        value={task.dueOn ?? ''}
        disabled={disabled}
        onChange={(event) => put({ dueOn: event.target.value || null })}
      >
        <option value="">{framed ? topics.dueNext : topics.nextLesson}</option>
        {!known && task.dueOn && <option value={task.dueOn}>{dayAndShortMonth(task.dueOn)}</option>}
        {later.map((other) => (
          <option key={other.lessonId} value={other.date}>
            {framed ? topics.dueOn(other.date) : dayAndShortMonth(other.date)}
          </option>
        ))}
      </select>
      {!disabled && (
        <>
          <IconButton
            size="s"
            label={topics.attach}
            icon={<IconPaperclip size={17} stroke={1.7} />}
            disabled={uploading}
            onClick={choose}
          />
          <IconButton
            size="s"
            label={topics.individual}
            icon={<IconUsersPlus size={17} stroke={1.7} />}
            onClick={() => setChoosing(true)}
          />
        </>
      )}
      <FileList
        files={task.files}
        onRemove={disabled ? null : (fileId) => put({ files: task.files.filter((file) => file.fileId !== fileId) })}
      />
      {uploading && <span className={styles.hint}>{topics.uploading}</span>}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {choosing && <StudentsDialog chosen={[]} onChoose={addFor} onClose={() => setChoosing(false)} />}
    </div>
  )
}
