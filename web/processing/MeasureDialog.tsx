import { useState } from 'react'
import type { SchoolMeasure } from '#domain/processing/measures.ts'
import { type Done, emptyDone } from '#domain/processing/rules.ts'
import { schoolMeasureNames } from '#domain/processing/texts.ru.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from './Processing.module.css'
import * as texts from './texts.ru.ts'
import { useSaving } from './useSaving.ts'

/** When a measure was taken, by which act, and who answers for it. */
export function MeasureDialog({
  measure,
  said,
  onSaved,
  onClose,
}: {
  measure: SchoolMeasure
  said: Done
  onSaved: () => void
  onClose: () => void
}) {
  const { today } = useMe()
  const set = useCommand('processing.setMeasure')
  const [expected] = useState(said)
  const [done, setDone] = useState<Done>({ ...said, on: said.on ?? today })
  const { problem, save } = useSaving()
  const words = texts.measures
  const send = async (next: Done, told: string) => {
    const saved = await save(() => set.run({ measure, done: next, expected }), told)
    onSaved()
    if (saved) onClose()
  }
  return (
    <Dialog
      title={schoolMeasureNames[measure].name}
      onClose={onClose}
      footer={
        <>
          {expected.on !== null && (
            <Button busy={set.running} onClick={() => send(emptyDone, words.takenBack)}>
              {words.takeBack}
            </Button>
          )}
          <SaveButton busy={set.running} onSave={() => send(done, texts.saved)} onCancel={onClose}>
            {texts.save}
          </SaveButton>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.detail}>{schoolMeasureNames[measure].told}</p>
        <DateField
          label={words.on}
          hint={words.onHint}
          value={done.on ?? ''}
          max={today}
          required
          onChange={(value) => setDone({ ...done, on: value || null })}
        />
        <TextField
          label={words.act}
          hint={words.actHint}
          value={done.act}
          maxLength={200}
          onChange={(event) => setDone({ ...done, act: event.target.value })}
        />
        <TextField
          label={words.answers}
          value={done.answers}
          maxLength={200}
          onChange={(event) => setDone({ ...done, answers: event.target.value })}
        />
        {problem && <Notice kind="bad">{problem}</Notice>}
      </div>
    </Dialog>
  )
}
