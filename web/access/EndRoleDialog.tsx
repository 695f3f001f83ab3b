import { type FormEvent, useState } from 'react'
import { addDays } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import type { Grant } from './capabilities.ts'
import * as texts from './roles.texts.ru.ts'
import form from './SignInForm.module.css'

/** The last day of a role: today, another one, or at once. */
export function EndRoleDialog({ grant, role, onClose }: { grant: Grant; role: string; onClose: () => void }) {
  const { today } = useMe()
  const end = useCommand('access.endRole')
  const [to, setTo] = useState<string>(grant.to ?? today)
  const [problem, setProblem] = useState<string | null>(null)
  const finish = async (day: string) => {
    setProblem(null)
    try {
      await end.run({ grantId: grant.grantId, to: day })
      toast(texts.ending.done(grant.name))
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void finish(to)
  }
  return (
    <Dialog title={texts.ending.title(role)} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        {problem && <Notice kind="bad">{problem}</Notice>}
        <p>{texts.ending.text(grant.name)}</p>
        <DateField label={texts.ending.to} value={to} min={addDays(grant.from, -1)} onChange={setTo} required />
        <div className={form.actions}>
          <Button kind="quiet" onClick={() => void finish(addDays(today, -1))}>
            {texts.ending.now}
          </Button>
          <SaveButton kind="primary" busy={end.running} onCancel={onClose}>
            {texts.ending.submit}
          </SaveButton>
        </div>
      </form>
    </Dialog>
  )
}
