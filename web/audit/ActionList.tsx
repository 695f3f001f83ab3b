import type { Output } from '#domain/operations.ts'
import { dayIn } from '#domain/platform/dates.ts'
import { fullDate, numericDate, weekdayName } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import styles from './Log.module.css'
import { log as texts } from './texts.ru.ts'

type Entry = Output<'audit.log'>['entries'][number]

/** Entries by day, each a button that opens it. */
export function ActionList({ entries, onOpen }: { entries: readonly Entry[]; onOpen: (operationId: string) => void }) {
  const { school } = useMe()
  const days = Map.groupBy(entries, ({ at }) => dayIn(school.timeZone, new Date(at)))
  const time = new Intl.DateTimeFormat('ru-RU', { timeStyle: 'short', timeZone: school.timeZone })
  return (
    <section aria-label={texts.list}>
      {[...days].map(([day, done]) => (
        <div key={day}>
          <h2 className={styles.day}>
            {fullDate(day)}, {weekdayName(day)}
          </h2>
          <ol className={styles.entries}>
            {done.map((entry) => (
              <li key={entry.operationId}>
                <button type="button" className={styles.entry} onClick={() => onOpen(entry.operationId)}>
                  <time className={styles.time} dateTime={entry.at}>
                    {time.format(new Date(entry.at))}
                  </time>
                  <span className={styles.what}>
                    <span>
                      <span className={styles.actor}>{entry.actor?.name ?? texts.machine}</span> {entry.sentence}
                    </span>
                    {entry.about.length > 0 && <span className={styles.about}>{aboutText(entry)}</span>}
                  </span>
                  <span className={styles.where}>
                    <span>{entry.device}</span>
                    <span>{entry.address}</span>
                    {entry.number === null && <span>{texts.waiting}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

const aboutText = ({ about }: Entry) =>
  texts.some(about.map(({ label, date }) => (date ? `${label}, ${numericDate(date)}` : label)))
