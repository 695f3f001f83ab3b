import { moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import { Card } from '#web/ui/Card.tsx'
import styles from './Card.module.css'
import { history } from './history.texts.ru.ts'
import type { PersonCard } from './PersonScreen.tsx'
import * as texts from './texts.ru.ts'

/** Who changed what of the card and when, newest first. */
export function HistoryCard({ card }: { card: PersonCard }) {
  const { school } = useMe()
  if (card.history.length === 0) return null
  return (
    <Card>
      <details className={styles.history}>
        <summary>{texts.card.history}</summary>
        <ul className={styles.lines}>
          {card.history.map((entry, index) => (
            <li key={index} className={styles.line}>
              <span className={styles.what}>
                <span className={styles.name}>{history.table(entry.table, entry.about)}</span>
                {entry.changes.map(({ field, before, after }) => (
                  <span key={field} className={styles.change}>
                    {history.field(field)}: {history.change(history.value(field, before), history.value(field, after))}
                  </span>
                ))}
                <span className={styles.detail}>
                  {entry.by}, {moment(entry.at, school.timeZone)}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}
