import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { topicNames } from '#domain/training/texts.ru.ts'
import { notice as texts } from './day.texts.ru.ts'

type Notice = Output<'notifications.list'>['trainings'][number]

/** What the bell says of a training, or of a term that ends. */
export function TrainingNotice({
  notice: { trainingId, topic, title, on, startsAt, place, cancelled },
  fresh,
  styles,
  onLeave,
}: {
  notice: Notice
  fresh: string | null
  styles: Record<string, string | undefined>
  onLeave: () => void
}) {
  return (
    <Link href="/me/trainings" className={styles.notice} onClick={onLeave}>
      <span className={styles.what}>
        <span className={styles.subject}>
          {trainingId ? title : topicNames[topic ?? 'other']}
          {fresh && <span className={styles.fresh}>{fresh}</span>}
        </span>
        <span className={styles.detail}>
          {trainingId && on !== null && startsAt !== null
            ? [texts.when(on, startsAt, place), cancelled && texts.cancelled].filter(Boolean).join(' · ')
            : texts.remind}
        </span>
      </span>
    </Link>
  )
}
