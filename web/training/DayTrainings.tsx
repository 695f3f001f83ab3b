import { Link } from 'wouter'
import type { PlainDate } from '#domain/platform/dates.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Card } from '#web/ui/Card.tsx'
import * as texts from './day.texts.ru.ts'
import styles from './Training.module.css'

/** Trainings of a day for who is asked to come or leads; nothing when there are none. */
export function DayTrainings({ date }: { date: PlainDate }) {
  const { data } = useQuery('training.mine', {})
  const own = data?.trainings.filter(({ on, cancelled }) => on === date && !cancelled).reverse() ?? []
  if (own.length === 0) return null
  return (
    <Card title={texts.today.title}>
      <ul className={styles.lines}>
        {own.map(({ trainingId, title, startsAt, minutes, place, leads }) => (
          <li key={trainingId} className={styles.line}>
            <span className={styles.what}>
              <span className={styles.name}>{title}</span>
              <span className={styles.detail}>
                {[texts.line(startsAt, place), texts.lasting(minutes), leads && texts.youLead].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Link href={leads ? `/school/trainings/${trainingId}` : '/me/trainings'}>{texts.today.more}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
