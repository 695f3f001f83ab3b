import { useState } from 'react'
import { moment } from '#domain/platform/dateTexts.ts'
import { refusalText } from '#domain/texts.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './Urgent.module.css'
import { UrgentCard } from './UrgentCard.tsx'
import { UrgentSearch } from './UrgentSearch.tsx'
import * as texts from './urgent.texts.ru.ts'

/** The card of a pupil who is not one's own, for a written reason and some hours. [S4 Р24c] */
export default function UrgentScreen() {
  const { school } = useMe()
  const { data, error, refetch } = useQuery('access.urgent', {})
  const end = useCommand('access.endUrgent')
  const [shown, setShown] = useState<string | null>(null)
  const finish = async (urgentId: string) => {
    try {
      await end.run({ urgentId })
      toast(texts.standing.ended)
    } catch (failure) {
      toast(sentenceOf(failure as Error))
    }
    setShown(null)
    refetch()
  }
  const at = (iso: string) => moment(iso, school.timeZone)
  const standing = data?.own.filter(({ open }) => open) ?? []
  const past = data?.own.filter(({ open }) => !open) ?? []
  return (
    <Page title={texts.section.title} subtitle={texts.lead}>
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={refetch} />
        ) : (
          <Skeleton rows={4} />
        )
      ) : (
        <div className={styles.page}>
          {standing.length > 0 && (
            <Card title={texts.standing.title} padded>
              <ul className={styles.list}>
                {standing.map(({ urgentId, name, className, reason, untilAt }) => (
                  <li key={urgentId} className={styles.standing}>
                    <p>
                      <strong>{name}</strong>, {className}
                      <span className={styles.detail}>
                        {texts.standing.until(at(untilAt))} · {reason}
                      </span>
                    </p>
                    <div className={styles.actions}>
                      <Button
                        kind="primary"
                        aria-expanded={shown === urgentId}
                        aria-label={shown === urgentId ? texts.standing.hide : texts.standing.lookAt(name)}
                        onClick={() => setShown(shown === urgentId ? null : urgentId)}
                      >
                        {shown === urgentId ? texts.standing.hide : texts.standing.look}
                      </Button>
                      <Button aria-label={texts.standing.endOf(name)} busy={end.running} onClick={() => void finish(urgentId)}>
                        {texts.standing.end}
                      </Button>
                    </div>
                    {shown === urgentId && (
                      <UrgentCard
                        urgentId={urgentId}
                        onEnded={() => {
                          setShown(null)
                          refetch()
                        }}
                      />
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {data.refused ? (
            <Notice kind="note">{refusalText(data.refused.code, { most: data.refused.most })}</Notice>
          ) : (
            <UrgentSearch hours={data.hours} left={data.left} onOpened={refetch} />
          )}
          {past.length > 0 && (
            <Card title={texts.past.title} padded>
              <ul className={styles.list}>
                {past.map(({ urgentId, name, className, reason, openedAt, endedAt, untilAt }) => (
                  <li key={urgentId}>
                    {name}
                    <span className={styles.detail}>{texts.past.line(className, at(openedAt), at(endedAt ?? untilAt))}</span>
                    <span className={styles.detail}>{reason}</span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      )}
    </Page>
  )
}
