import { useId, useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Curriculum.module.css'
import { roomsOf } from './roomLines.ts'
import * as texts from './texts.ru.ts'

const words = texts.rooms

/** Rooms by the dozen: a line each, typed or pasted. */
export function AddRoomsDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = useCommand('curriculum.addRooms')
  const save = async () => {
    const read = roomsOf(typed)
    if ('wrong' in read) return setProblem(words.wrongLine(read.wrong))
    if (read.rooms.length === 0) return setProblem(words.nothing)
    setProblem(null)
    await add.run({ rooms: read.rooms.map((room) => ({ roomId: newOperationId(), ...room })) })
    toast(words.added(read.rooms.length))
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog title={words.addTitle} action={words.addAction} onConfirm={save} onClose={onClose}>
      <div className={styles.form}>
        <label htmlFor={id} className={styles.legend}>
          {words.lines}
        </label>
        <textarea
          id={id}
          className={styles.lines}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={`${id}-hint`} className={styles.hint}>
          {words.linesHint}
        </p>
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </ConfirmDialog>
  )
}
