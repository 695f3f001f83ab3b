import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { holdsUntil, monthsOf, standingOf, whyNotAcquainted } from '#domain/training/rules.ts'
import { MyTabs } from '#web/people/MyTabs.tsx'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { Materials } from './Materials.tsx'
import styles from './Training.module.css'
import * as texts from './texts.ru.ts'

type Mine = Output<'training.mine'>
type Own = Mine['trainings'][number]

/** Where I am asked to come, what I have passed and until when it holds. */
export default function MyTrainingsScreen() {
  const { today } = useMe()
  const { data, error, refetch } = useQuery('training.mine', {})
  const coming = data?.trainings.filter(({ on, cancelled }) => on >= today && !cancelled).reverse() ?? []
  const past = data?.trainings.filter(({ on, cancelled }) => on < today || cancelled) ?? []
  return (
    <Page title={texts.mine.title} subtitle={texts.mine.lead} width="narrow" controls={<MyTabs />}>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={6} />)}
      {data && data.topics.length > 0 && <Terms topics={data.topics} />}
      {data?.trainings.length === 0 && <EmptyState title={texts.mine.none} text={texts.mine.noneText} />}
      {coming.length > 0 && <Lines title={texts.mine.coming} trainings={coming} onChange={refetch} />}
      {past.length > 0 && <Lines title={texts.mine.past} trainings={past} onChange={refetch} />}
    </Page>
  )
}

function Terms({ topics }: { topics: Mine['topics'] }) {
  const { policies, today } = useMe()
  return (
    <Card title={texts.mine.terms}>
      <ul className={styles.lines}>
        {topics.map(({ topic, doneOn }) => {
          const months = monthsOf(topic, policies)
          const standing = standingOf(doneOn, months, today)
          const until = doneOn && holdsUntil(doneOn, months)
          return (
            <li key={topic} className={styles.line}>
              <span className={styles.name}>{texts.topicNames[topic]}</span>
              <span className={styles[standing]}>
                {doneOn === null
                  ? texts.mine.never
                  : standing === 'expired' && until
                    ? texts.mine.ended(doneOn, until)
                    : texts.mine.holds(doneOn, until)}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

const Lines = ({ title, trainings, onChange }: { title: string; trainings: readonly Own[]; onChange: () => void }) => (
  <Card title={title}>
    <ul className={styles.lines}>
      {trainings.map((training) => (
        <Line key={training.trainingId} training={training} onChange={onChange} />
      ))}
    </ul>
  </Card>
)

function Line({ training, onChange }: { training: Own; onChange: () => void }) {
  const { today } = useMe()
  const acquaint = useCommand('training.acquaint')
  const [sent, setSent] = useState(false)
  const { trainingId, title, on, startsAt, minutes, place, about, leader, leads, invited, presence, acquaintedOn, cancelled } =
    training
  const mayAcquaint = invited && !acquaintedOn && !sent && whyNotAcquainted(training, presence, today) === null
  const say = async () => {
    try {
      await acquaint.run({ trainingId })
      setSent(true)
      toast(texts.mine.acquainted)
      onChange()
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
  }
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span className={cancelled ? styles.off : styles.name}>{title}</span>
        <span>{[texts.whenLong(on, startsAt, minutes), place].filter(Boolean).join(' · ')}</span>
        <span className={styles.detail}>
          {[
            cancelled && texts.list.cancelled,
            leads ? texts.mine.youLead : leader && texts.mine.leader(leader),
            presence && texts.sheet.states[presence],
            acquaintedOn && texts.sheet.acquainted(acquaintedOn),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {about && <span className={styles.about}>{about}</span>}
        {!cancelled && <Materials training={training} />}
      </div>
      <div className={styles.tools}>
        {leads && !cancelled && <ButtonLink href={`/school/trainings/${trainingId}`}>{texts.mine.mark}</ButtonLink>}
        {mayAcquaint && (
          <Button busy={acquaint.running} onClick={() => void say()}>
            {texts.mine.acquaint}
          </Button>
        )}
      </div>
    </li>
  )
}
