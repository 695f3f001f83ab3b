import { dayIn } from '#domain/platform/dates.ts'
import { fullDate, moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import styles from './CompromisePaper.module.css'
import * as texts from './compromise.texts.ru.ts'
import { Paper } from './Paper.tsx'

export type CompromiseForm = { name: string; login: string; detectedAt: string; reportedAt: string; description: string }

/** The notice to the head, S1 Приложение 1, filled as far as the journal knows. The password is not printed: nobody knows it but its owner. */
export function CompromisePaper({
  form,
  head,
}: {
  form: CompromiseForm
  head?: { school: string; position: string; name: string }
}) {
  const { school } = useMe()
  const day = fullDate(dayIn(school.timeZone, new Date(form.detectedAt)))
  const time = new Intl.DateTimeFormat('ru-RU', { timeStyle: 'short', timeZone: school.timeZone }).format(
    new Date(form.detectedAt),
  )
  return (
    <Paper>
      <div className={styles.head}>
        <p>{texts.paper.to(head?.position ?? '', head?.name ?? '')}</p>
        <p>{head?.school ?? school.name}</p>
        <p>
          {texts.paper.from} {form.name}
        </p>
        {[texts.paper.address, texts.paper.phone, texts.paper.email].map((label) => (
          <p key={label} className={styles.line}>
            {label} <span />
          </p>
        ))}
      </div>
      <h1 className={styles.heading}>{texts.paper.heading}</h1>
      <p className={styles.body}>{texts.paper.body(form.name, day, time)}</p>
      {form.description && <p className={styles.body}>{texts.paper.circumstances(form.description)}</p>}
      <p className={styles.body}>{texts.paper.ask(form.login)}</p>
      <p className={styles.body}>{texts.paper.registered(moment(form.reportedAt, school.timeZone))}</p>
      <p className={styles.sign}>
        <span>{texts.paper.date}</span>
        <span>______________ ({texts.paper.signature})</span>
      </p>
      <p className={styles.received}>{texts.paper.received}</p>
    </Paper>
  )
}

/** Who the notice is addressed to; families do not read the card of the school, their form leaves the line to be filled by hand. */
export function useHead(enabled: boolean) {
  const { data } = useQuery('school.card', {}, { enabled })
  return data && { school: data.card.fullName, position: data.card.headPosition, name: data.card.headName }
}
