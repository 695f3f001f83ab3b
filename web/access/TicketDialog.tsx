import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { fullDate, moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { copyText } from '#web/ui/copyText.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import { useHead } from './CompromisePaper.tsx'
import styles from './Support.module.css'
import { SupportPaper } from './SupportPaper.tsx'
import { aboutOf, type Ticket } from './SupportScreen.tsx'
import { tickets as texts } from './support.texts.ru.ts'
import { type Step, TicketStep } from './TicketStep.tsx'

/** A ticket with its steps, the next one to be taken, and the notice to the service. */
export function TicketDialog({
  ticket,
  late,
  onChanged,
  onClose,
}: {
  ticket: Ticket
  late: boolean
  onChanged: () => void
  onClose: () => void
}) {
  const { school } = useMe()
  const { data } = useQuery('access.support', {})
  const head = useHead(true)
  const [taking, setTaking] = useState<Step | null>(null)
  const external = data?.support.kind === 'external'
  const at = (iso: string) => moment(iso, school.timeZone)
  const { state, dueOn } = ticket
  const steps = [
    ['created', ticket.createdAt, ticket.createdBy, ''],
    ['handed', ticket.handedAt, ticket.handedBy, ''],
    ['accepted', ticket.acceptedAt, ticket.acceptedNotedBy, texts.acceptedAs(ticket.acceptedNumber, ticket.acceptedBy)],
    ['closed', ticket.closedAt, ticket.closedBy, ticket.outcome],
  ] as const
  const copy = async () => {
    const text = [
      texts.title(ticket.number),
      aboutOf(ticket),
      ticket.login && texts.login(ticket.login),
      ticket.description,
      ticket.diagnostics,
    ]
    toast((await copyText(text.filter(Boolean).join('\n'))) ? texts.copied : texts.notCopied)
  }
  if (taking) {
    return (
      <TicketStep
        ticket={ticket}
        step={taking}
        external={external}
        onDone={() => {
          onChanged()
          setTaking(null)
        }}
        onClose={() => setTaking(null)}
      />
    )
  }
  return (
    <Dialog
      title={texts.title(ticket.number)}
      onClose={onClose}
      footer={
        <>
          <Button icon={<IconCopy size={17} stroke={1.7} aria-hidden />} onClick={() => void copy()}>
            {texts.copy}
          </Button>
          <Button icon={<IconPrinter size={17} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
            {texts.print}
          </Button>
          {state === 'created' && <Button onClick={() => setTaking('hand')}>{texts.hand}</Button>}
          {(state === 'created' || state === 'handed') && (
            <Button kind="primary" onClick={() => setTaking('accept')}>
              {external ? texts.acceptExternal : texts.accept}
            </Button>
          )}
          {state === 'accepted' && (
            <Button kind="primary" onClick={() => setTaking('close')}>
              {texts.close}
            </Button>
          )}
        </>
      }
    >
      <p>
        {aboutOf(ticket)}
        {ticket.login && <span className={styles.detail}>{texts.login(ticket.login)}</span>}
      </p>
      {ticket.description && <p className={styles.text}>{ticket.description}</p>}
      {ticket.diagnostics && <p className={[styles.text, styles.detail].join(' ')}>{ticket.diagnostics}</p>}
      <ol className={styles.steps}>
        {steps.map(([key, when, who, more]) => (
          <li key={key} className={when ? '' : styles.ahead}>
            {texts.steps[key]}
            {when && <span className={styles.detail}>{texts.by(at(when), who)}</span>}
            {more && <span className={styles.detail}>{more}</span>}
            {key === 'accepted' && dueOn && (
              <span className={late ? styles.late : styles.detail}>
                {when ? (late ? texts.late : texts.inTime) : late ? texts.overdue(fullDate(dueOn)) : texts.due(fullDate(dueOn))}
              </span>
            )}
          </li>
        ))}
      </ol>
      {ticket.kind === 'compromise' && (
        <p className={styles.detail}>
          {ticket.headToldAt ? texts.headTold(at(ticket.headToldAt)) : texts.headNot} {texts.moments}
        </p>
      )}
      {data && <SupportPaper ticket={ticket} support={data.support} {...(head ? { school: head.school } : {})} />}
    </Dialog>
  )
}
