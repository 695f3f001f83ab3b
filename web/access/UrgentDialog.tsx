import { type FormEvent, useId, useState } from 'react'
import { whyReasonSaysNothing } from '#domain/access/urgent.ts'
import { refusalText } from '#domain/texts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import field from '#web/ui/Field.module.css'
import { Field } from '#web/ui/Field.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import form from './SignInForm.module.css'
import styles from './Urgent.module.css'
import type { FoundPupil } from './UrgentSearch.tsx'
import * as texts from './urgent.texts.ru.ts'

/** The reason, and who will read it, before the card is opened. */
export function UrgentDialog({
  pupil,
  hours,
  onClose,
  onOpened,
}: {
  pupil: FoundPupil
  hours: number
  onClose: () => void
  onOpened: () => void
}) {
  const open = useCommand('access.openUrgently')
  const [urgentId] = useState(newOperationId)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = whyReasonSaysNothing(reason)
    setProblem(wrong && refusalText(wrong.code, wrong.params))
    if (wrong) return
    try {
      await open.run({ urgentId, personId: pupil.studentId, reason })
      onOpened()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  return (
    <Dialog title={texts.asking.title(pupil.name)} onClose={onClose}>
      <form className={form.form} onSubmit={submit} noValidate>
        <Field id={id} label={texts.asking.reason} hint={texts.asking.reasonHint} problem={problem}>
          <textarea
            id={id}
            className={[field.control, styles.reason].join(' ')}
            rows={4}
            maxLength={500}
            required
            value={reason}
            aria-invalid={problem ? true : undefined}
            aria-describedby={`${id}-hint`}
            onChange={(event) => {
              setReason(event.target.value)
              setProblem(null)
            }}
          />
        </Field>
        <p>{texts.asking.hours(hours)}</p>
        <div className={form.actions}>
          <SaveButton kind="primary" busy={open.running} onCancel={onClose}>
            {texts.asking.submit}
          </SaveButton>
        </div>
      </form>
    </Dialog>
  )
}
