import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useMasked } from '#web/printing/printed.ts'
import { Button } from '#web/ui/Button.tsx'
import { useJournal } from '../JournalContext.ts'
import type { Lesson } from '../page.ts'
import { HomeworkCells } from './HomeworkCells.tsx'
import { StudentsDialog } from './StudentsDialog.tsx'
import styles from './TopicsTab.module.css'
import type { Task } from './tasks.ts'
import { topics } from './texts.ru.ts'
import { useTask } from './useTask.ts'

/** A task for chosen students, or a second one for all, under the row of its lesson. */
export function OtherTask({ lesson, stored, closed }: { lesson: Lesson; stored: Task; closed: string | null }) {
  const { model } = useJournal()
  const { put } = useTask(lesson, stored)
  const [choosing, setChoosing] = useState(false)
  const masked = useMasked()
  const names = stored.students.map((id) => model.rowById.get(id)?.name ?? '').filter(Boolean)
  return (
    <tr className={styles.other}>
      <td />
      <td className={styles.whose}>
        <IconUsers size={15} stroke={1.8} aria-hidden />
        <span>{names.length > 0 ? topics.onlyFor(masked ? [] : names) : topics.secondTask}</span>
        {closed === null && stored.students.length > 0 && (
          <Button kind="quiet" size="s" onClick={() => setChoosing(true)}>
            {topics.changeStudents}
          </Button>
        )}
        {choosing && (
          <StudentsDialog
            chosen={stored.students}
            onChoose={(students) => {
              setChoosing(false)
              put({ students })
            }}
            onClose={() => setChoosing(false)}
          />
        )}
      </td>
      <HomeworkCells lesson={lesson} stored={stored} closed={closed} />
    </tr>
  )
}
