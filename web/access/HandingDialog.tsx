import { type FormEvent, useState } from 'react'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import * as texts from './issue.texts.ru.ts'
import form from './SignInForm.module.css'

type Handing = { handedOn: string | null; receivedBy: string }

/** When slips were handed out, and who took them. */
export function HandingDialog({
  count,
  onHand,
  onClose,
}: {
  count: number
  onHand: (handing: Handing) => Promise<unknown>
  onClose: () => void
}) {
  const { today } = useMe()
  const [on, setOn] = useState<string>(today)
  const [to, setTo] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const hand = async (handing: Handing) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await onHand(handing)
      toast(handing.handedOn ? texts.handing.done : texts.handing.undone)
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void hand({ handedOn: on, receivedBy: to })
  }
  return (
    <Dialog title={texts.handing.title} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        {problem && <Notice kind="bad">{problem}</Notice>}
        <p>{texts.handing.text(count)}</p>
        <DateField label={texts.handing.on} value={on} max={today} onChange={setOn} required />
        <TextField
          label={texts.handing.to}
          hint={texts.handing.toHint}
          value={to}
          onChange={(event) => setTo(event.target.value)}
          maxLength={120}
        />
        <div className={form.actions}>
          <Button kind="quiet" onClick={() => void hand({ handedOn: null, receivedBy: '' })}>
            {texts.handing.undo}
          </Button>
          <SaveButton kind="primary" busy={busy} onCancel={onClose}>
            {texts.handing.submit}
          </SaveButton>
        </div>
      </form>
    </Dialog>
  )
}
