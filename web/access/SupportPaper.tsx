import type { Output } from '#domain/operations.ts'
import { fullName } from '#domain/people/names.ts'
import { dayIn } from '#domain/platform/dates.ts'
import { fullDate, moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import styles from './CompromisePaper.module.css'
import { Paper } from './Paper.tsx'
import type { Ticket } from './SupportScreen.tsx'
import { paper as texts } from './support.texts.ru.ts'

/** The notice to the support. It names the login and no password, and of a person nothing more. [S4 З21, К11, У16] */
export function SupportPaper({
  ticket,
  support,
  school: named,
}: {
  ticket: Ticket
  support: Output<'access.support'>['support']
  school?: string
}) {
  const { school, actor, today } = useMe()
  const at = (iso: string) => moment(iso, school.timeZone)
  return (
    <Paper>
      <div className={styles.head}>
        <p>{texts.to(support.name)}</p>
        <p>{[support.email, support.phone].filter(Boolean).join(', ')}</p>
        <p>{texts.from(named ?? school.name)}</p>
      </div>
      <h1 className={styles.heading}>{texts.heading}</h1>
      <p className={styles.body}>{texts.number(ticket.number, at(ticket.createdAt))}</p>
      {ticket.kind === 'compromise' ? (
        <>
          <p className={styles.body}>
            {texts.breach(fullDate(dayIn(school.timeZone, new Date(ticket.detectedAt!))), ticket.login)}
          </p>
          <p className={styles.body}>{texts.shut}</p>
          {ticket.headToldAt && <p className={styles.body}>{texts.headTold(at(ticket.headToldAt))}</p>}
        </>
      ) : (
        <>
          <p className={styles.body}>{texts.fault(ticket.subject)}</p>
          {ticket.description && <p className={styles.body}>{ticket.description}</p>}
          {ticket.diagnostics && <p className={styles.body}>{ticket.diagnostics}</p>}
        </>
      )}
      {ticket.kind === 'compromise' && ticket.description && (
        <p className={styles.body}>{texts.circumstances(ticket.description)}</p>
      )}
      <p className={styles.body}>{texts.contact(fullName(actor.name))}</p>
      <p className={styles.sign}>
        <span>{fullDate(today)}</span>
        <span>______________ ({texts.sign})</span>
      </p>
      <p className={styles.received}>{texts.received}</p>
    </Paper>
  )
}
