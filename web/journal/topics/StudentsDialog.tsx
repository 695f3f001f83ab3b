import { useState } from 'react'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { cancel } from '#web/ui/texts.ru.ts'
import { useJournal } from '../JournalContext.ts'
import styles from './StudentsDialog.module.css'
import { topics } from './texts.ru.ts'

/** Chooses students of the page: for whom a task of their own is. */
export function StudentsDialog({
  chosen,
  onChoose,
  onClose,
}: {
  chosen: readonly string[]
  onChoose: (students: string[]) => void
  onClose: () => void
}) {
  const { model } = useJournal()
  const [marked, setMarked] = useState(() => new Set(chosen))
  const toggle = (studentId: string) => {
    const next = new Set(marked)
    if (!next.delete(studentId)) next.add(studentId)
    setMarked(next)
  }
  return (
    <Dialog
      title={topics.whoseTask}
      shape="sheet"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button
            kind="primary"
            disabled={marked.size === 0}
            onClick={() => onChoose(model.rows.map((row) => row.studentId).filter((id) => marked.has(id)))}
          >
            {topics.chosen(marked.size)}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {model.rows.map((row) => (
          <li key={row.studentId}>
            <label className={styles.student}>
              <input type="checkbox" checked={marked.has(row.studentId)} onChange={() => toggle(row.studentId)} />
              {row.name}
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
