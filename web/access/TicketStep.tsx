import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { useMe } from '#web/platform/session.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { toast } from '#web/ui/toasts.ts'
import { momentOf } from './localMoment.ts'
import form from './SignInForm.module.css'
import styles from './Support.module.css'
import { aboutOf, type Ticket } from './SupportScreen.tsx'
import { tickets as texts } from './support.texts.ru.ts'

export type Step = 'hand' | 'accept' | 'close'

/** The next step of a ticket: handed over or accepted at a moment that may have passed, or closed with a word about it. */
export function TicketStep({
  ticket,
  step,
  external,
  onDone,
  onClose,
}: {
  ticket: Ticket
  step: Step
  external: boolean
  onDone: () => void
  onClose: () => void
}) {
  const { school, today } = useMe()
  const [hand, accept, close] = [
    useCommand('access.handTicket'),
    useCommand('access.acceptTicket'),
    useCommand('access.closeTicket'),
  ]
  const [justNow, setJustNow] = useState(true)
  const [day, setDay] = useState<string>(today)
  const [time, setTime] = useState('')
  const [number, setNumber] = useState('')
  const [by, setBy] = useState('')
  const [outcome, setOutcome] = useState('')
  const { ticketId } = ticket
  const at = justNow ? null : momentOf(day, time, school.timeZone)
  const missing = !justNow && at === null
  const done = { hand: texts.handedDone, accept: texts.acceptedDone, close: texts.closedDone }
  const confirm = async () => {
    if (step === 'hand') await hand.run({ ticketId, at })
    else if (step === 'accept') await accept.run({ ticketId, at, number, by })
    else await close.run({ ticketId, outcome })
    toast(done[step])
    onDone()
  }
  const action = { hand: texts.hand, accept: external ? texts.acceptExternal : texts.accept, close: texts.close }[step]
  return (
    <ConfirmDialog title={texts.title(ticket.number)} action={action} disabled={missing} onConfirm={confirm} onClose={onClose}>
      <div className={form.form}>
        <p>{aboutOf(ticket)}</p>
        {step === 'close' ? (
          <TextField
            label={texts.outcome}
            hint={texts.outcomeHint}
            value={outcome}
            maxLength={500}
            onChange={(event) => setOutcome(event.target.value)}
          />
        ) : (
          <>
            <CheckboxField label={texts.justNow} checked={justNow} onChange={setJustNow} />
            {!justNow && (
              <div className={styles.when}>
                <DateField label={texts.day} value={day} max={today} onChange={setDay} required />
                <TextField
                  label={texts.time}
                  type="time"
                  value={time}
                  onChange={(event) => setTime(event.target.value)}
                  required
                />
              </div>
            )}
            {step === 'accept' && external && (
              <>
                <TextField
                  label={texts.itsNumber}
                  hint={texts.itsNumberHint}
                  value={number}
                  maxLength={60}
                  onChange={(event) => setNumber(event.target.value)}
                />
                <TextField label={texts.whoTook} value={by} maxLength={120} onChange={(event) => setBy(event.target.value)} />
              </>
            )}
          </>
        )}
      </div>
    </ConfirmDialog>
  )
}
