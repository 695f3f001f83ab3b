import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from './Processing.module.css'
import type { Register } from './RegisterScreen.tsx'
import { TransferFields } from './TransferFields.tsx'
import * as texts from './texts.ru.ts'
import { useSaving } from './useSaving.ts'

/** What the school adds to a purpose of the product. */
export function NoteDialog({
  name,
  said,
  onSaved,
  onClose,
}: {
  name: string
  said: Register['notes'][number]
  onSaved: () => void
  onClose: () => void
}) {
  const set = useCommand('processing.setNote')
  const [{ purpose, ...expected }] = useState(said)
  const [note, setNote] = useState(expected)
  const { problem, save } = useSaving()
  const send = async () => {
    const done = await save(() => set.run({ purpose, note, expected }), texts.saved)
    onSaved()
    if (done) onClose()
  }
  return (
    <Dialog
      title={name}
      onClose={onClose}
      footer={
        <SaveButton busy={set.running} onSave={send} onCancel={onClose}>
          {texts.save}
        </SaveButton>
      }
    >
      <div className={styles.form}>
        <TransferFields value={note} onChange={(value) => setNote({ ...note, ...value })} />
        <TextField
          label={texts.note.basis}
          hint={texts.note.basisHint}
          value={note.basis}
          maxLength={500}
          onChange={(event) => setNote({ ...note, basis: event.target.value })}
        />
        <TextField
          label={texts.note.kept}
          hint={texts.note.keptHint}
          value={note.kept}
          maxLength={300}
          onChange={(event) => setNote({ ...note, kept: event.target.value })}
        />
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
