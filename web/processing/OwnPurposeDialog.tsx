import { useState } from 'react'
import { emptyNote, type OwnPurpose } from '#domain/processing/rules.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from './Processing.module.css'
import type { Own } from './RegisterScreen.tsx'
import { TransferFields } from './TransferFields.tsx'
import * as texts from './texts.ru.ts'
import { useSaving } from './useSaving.ts'

const empty: OwnPurpose = { ...emptyNote, name: '', whose: '', data: '', access: '', archived: false }
const lines = [
  ['name', texts.note.name, 160],
  ['whose', texts.note.whose, 300],
  ['data', texts.note.data, 1000],
  ['basis', texts.note.ownBasis, 500],
  ['access', texts.note.access, 500],
  ['kept', texts.note.ownKept, 300],
] as const

/** A purpose of the school’s own: a new one, or one to be put right. */
export function OwnPurposeDialog({ own, onSaved, onClose }: { own: Own | null; onSaved: () => void; onClose: () => void }) {
  const set = useCommand('processing.setPurpose')
  const [purposeId] = useState(() => own?.purposeId ?? newOperationId())
  const [expected] = useState<OwnPurpose | null>(() => {
    if (own === null) return null
    const { purposeId: _, ...said } = own
    return said
  })
  const [purpose, setPurpose] = useState(expected ?? empty)
  const { problem, save } = useSaving()
  const send = async () => {
    const done = await save(() => set.run({ purposeId, purpose, expected }), texts.saved)
    onSaved()
    if (done) onClose()
  }
  return (
    <Dialog
      title={own?.name ?? texts.register.add}
      onClose={onClose}
      footer={
        <SaveButton busy={set.running} onSave={send} onCancel={onClose}>
          {texts.save}
        </SaveButton>
      }
    >
      <div className={styles.form}>
        {own === null && <p className={styles.detail}>{texts.register.addHint}</p>}
        {lines.map(([key, label, maxLength]) => (
          <TextField
            key={key}
            label={label}
            value={purpose[key]}
            maxLength={maxLength}
            required={key === 'name'}
            onChange={(event) => setPurpose({ ...purpose, [key]: event.target.value })}
          />
        ))}
        <TransferFields value={purpose} onChange={(value) => setPurpose({ ...purpose, ...value })} />
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
