import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import styles from './Curriculum.module.css'
import type { Room } from './RoomsScreen.tsx'
import * as texts from './texts.ru.ts'

const words = texts.rooms

/** One room: changed, sent to the archive, taken back. */
export function RoomDialog({ room, onDone, onClose }: { room: Room; onDone: () => void; onClose: () => void }) {
  const { roomId, ...expected } = room
  const [value, setValue] = useState(expected)
  const change = useCommand('curriculum.changeRoom')
  const save = async () => {
    await change.run({ roomId, value, expected })
    toast(words.done)
    onDone()
    onClose()
  }
  return (
    <ConfirmDialog title={words.changeTitle} action={texts.save} onConfirm={save} onClose={onClose}>
      <div className={styles.form}>
        <TextField
          label={words.name}
          value={value.name}
          maxLength={60}
          onChange={(event) => setValue({ ...value, name: event.target.value })}
        />
        <TextField
          label={words.kind}
          value={value.kind}
          maxLength={60}
          onChange={(event) => setValue({ ...value, kind: event.target.value })}
        />
        <NumberField
          label={words.capacity}
          value={value.capacity}
          min={1}
          max={1000}
          onChange={(capacity) => setValue({ ...value, capacity })}
        />
        <CheckboxField
          label={words.archive}
          hint={words.archiveHint}
          checked={value.archived}
          onChange={(archived) => setValue({ ...value, archived })}
        />
      </div>
    </ConfirmDialog>
  )
}
