import { type FormEvent, useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { SegmentedChoice } from '#web/ui/SegmentedChoice.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import form from './SignInForm.module.css'
import type { UrgentAccess } from './UrgentRegisterScreen.tsx'
import * as texts from './urgent.texts.ru.ts'

/** Justified or not, with a remark for the latter. */
export function UrgentJudgeDialog({
  access,
  at,
  onClose,
}: {
  access: UrgentAccess
  at: (iso: string) => string
  onClose: () => void
}) {
  const judge = useCommand('access.judgeUrgent')
  const [justified, setJustified] = useState(access.justified ?? true)
  const [remark, setRemark] = useState(access.remark)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    try {
      await judge.run({ urgentId: access.urgentId, justified, remark, expected: access.justified })
      toast(texts.judging.done)
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  return (
    <Dialog title={texts.judging.title} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        {problem && <Notice kind="bad">{problem}</Notice>}
        <p>{texts.judging.about(access.holder, `${access.name}, ${access.className}`)}</p>
        <p>{texts.judging.reason(access.reason)}</p>
        <p>{texts.judging.looks(access.looks.map(at))}</p>
        <SegmentedChoice
          label={texts.judging.choice}
          value={justified ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: texts.judging.justified },
            { value: 'no', label: texts.judging.unjustified },
          ]}
          onChange={(value) => setJustified(value === 'yes')}
        />
        <TextField
          label={texts.judging.remark}
          hint={texts.judging.remarkHint}
          value={remark}
          onChange={(event) => setRemark(event.target.value)}
          maxLength={500}
          required={!justified}
        />
        <div className={form.actions}>
          <SaveButton kind="primary" busy={judge.running} onCancel={onClose}>
            {texts.judging.submit}
          </SaveButton>
        </div>
      </form>
    </Dialog>
  )
}
