import { type FormEvent, useState } from 'react'
import { fullName } from '#domain/people/names.ts'
import { fullDate, moment } from '#domain/platform/dateTexts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { expectEnd, leave } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { CompromisePaper, useHead } from './CompromisePaper.tsx'
import * as texts from './compromise.texts.ru.ts'
import { momentOf } from './localMoment.ts'
import { isStaff } from './people.ts'
import styles from './ReportDialog.module.css'
import form from './SignInForm.module.css'
import { useReach } from './useReach.ts'

type Other = { accountId: string; name: string; login: string }
type Told = { headDueAt: string; supportDueOn: string; detectedAt: string; reportedAt: string; ticketNumber: number }

/** «Сообщить о компрометации», of one's own account or, for an administrator, of somebody's. [S1 3.15, S4 З21] */
export function ReportDialog({ other, onClose }: { other?: Other; onClose: () => void }) {
  const me = useMe()
  const { school, today } = me
  const own = useCommand('access.reportCompromise')
  const of = useCommand('access.reportCompromiseOf')
  const [justNow, setJustNow] = useState(true)
  const [day, setDay] = useState<string>(today)
  const [time, setTime] = useState('')
  const [description, setDescription] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const head = useHead(isStaff(me))
  // Asked before the account is closed: after it nothing is answered any more.
  const reach = useReach()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    const detectedAt = justNow ? null : momentOf(day, time, school.timeZone)
    if (!justNow && !detectedAt) return setProblem(texts.report.dateWrong)
    if (!other) expectEnd(true)
    try {
      const input = { detectedAt, description }
      setTold(other ? await of.run({ accountId: other.accountId, ...input }) : await own.run(input))
    } catch (error) {
      expectEnd(false)
      setProblem(sentenceOf(error as Error))
    }
  }
  if (told) {
    const close = () => (other ? onClose() : void leave())
    return (
      <Dialog
        title={texts.report.done}
        footer={
          <>
            <Button onClick={() => window.print()}>{texts.report.print}</Button>
            <Button kind="primary" onClick={close}>
              {other ? texts.report.close : texts.report.leave}
            </Button>
          </>
        }
      >
        <p>{texts.report.doneText}</p>
        <ul className={styles.due}>
          <li>{texts.report.head(moment(told.headDueAt, school.timeZone))}</li>
          <li>{texts.report.support(fullDate(told.supportDueOn))}</li>
        </ul>
        <p>{texts.report.ticket(told.ticketNumber)}</p>
        {reach && <p>{reach}</p>}
        <CompromisePaper
          form={{ name: other?.name ?? fullName(me.actor.name), login: other?.login ?? me.login, description, ...told }}
          {...(head ? { head } : {})}
        />
      </Dialog>
    )
  }
  return (
    <Dialog title={other ? texts.report.titleOf(other.name) : texts.report.title} onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        {problem && <Notice kind="bad">{problem}</Notice>}
        <p>{other ? texts.report.textOf : texts.report.text}</p>
        <CheckboxField label={texts.report.justNow} checked={justNow} onChange={setJustNow} />
        {!justNow && (
          <div className={styles.when}>
            <DateField label={texts.report.day} value={day} max={today} onChange={setDay} required />
            <TextField
              label={texts.report.time}
              type="time"
              value={time}
              onChange={(event) => setTime(event.target.value)}
              required
            />
          </div>
        )}
        <TextField
          label={texts.report.what}
          hint={texts.report.whatHint}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
          maxLength={2_000}
        />
        <div className={form.actions}>
          <SaveButton kind="danger" busy={own.running || of.running} onCancel={onClose}>
            {texts.report.submit}
          </SaveButton>
        </div>
      </form>
    </Dialog>
  )
}
