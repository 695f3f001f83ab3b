import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import styles from './ForecastTable.module.css'
import { type Forecast, forecast, lessonsLeft } from './forecast.ts'
import { texts } from './texts.ru.ts'

type Diary = Output<'diary.marks'>
type Props = { marks: Diary['subjects'][number]['marks']; held: number; term: Diary['term']; today: PlainDate }

/** What the term mark could still become. Dashed, and said to be a calculation: no mark looks like this. */
export function ForecastTable({ marks, held, term, today }: Props) {
  const rows = forecast(marks, lessonsLeft(held, term, today))
  return (
    <div className={styles.forecast}>
      <p className={styles.lead}>{texts.forecastLead}</p>
      <dl className={styles.rows}>
        {rows.map((row) => (
          <div key={row.wanted} className={styles.row}>
            <dt className={styles.wanted}>
              <span className="unseen">{texts.forecastFor} </span>
              {row.wanted}
            </dt>
            <dd className={row.state === 'reachable' ? undefined : styles.quiet}>{words(row)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{texts.forecastIs}</p>
    </div>
  )
}

function words(row: Forecast): string {
  if (row.state === 'reached') return texts.reached
  if (row.state === 'outOfReach') return texts.outOfReach
  return row.ways.map((way) => texts.way(way.value, way.times, way.control)).join(texts.or)
}
