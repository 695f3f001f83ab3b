import { useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { dayIn } from '#domain/platform/dates.ts'
import { fullDate, weekdayName } from '#domain/platform/dateTexts.ts'
import { MyTabs } from '#web/people/MyTabs.tsx'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import styles from './Log.module.css'
import { own as texts } from './own.texts.ru.ts'

/** What was done under one's own account, by day: whoever shares a password sees it here. S1 3.13. */
export default function OwnActionsScreen() {
  const [before, setBefore] = useState('')
  const { data, error, refetch } = useQuery('audit.own', before ? { before } : {}, { previous: true })
  const show = (place: string) => {
    setBefore(place)
    window.scrollTo({ top: 0 })
  }
  return (
    <Page controls={<MyTabs />} title={texts.title} subtitle={texts.subtitle} width="narrow">
      <Notice>
        <span className={styles.notMine}>
          {texts.notMine} <ButtonLink href="/security">{texts.security}</ButtonLink>
        </span>
      </Notice>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data?.entries.length === 0 && <EmptyState title={texts.empty} />}
      {data && data.entries.length > 0 && <OwnActionList entries={data.entries} />}
      {data && (before || data.next) && (
        <div className={styles.pages}>
          {before && <Button onClick={() => show('')}>{texts.newest}</Button>}
          {data.next && <Button onClick={() => show(data.next!)}>{texts.older}</Button>}
        </div>
      )}
    </Page>
  )
}

function OwnActionList({ entries }: { entries: Output<'audit.own'>['entries'] }) {
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
            {done.map(({ operationId, at, sentence, about, current, device, address }) => (
              <li key={operationId} className={styles.ownEntry}>
                <time className={styles.time} dateTime={at}>
                  {time.format(new Date(at))}
                </time>
                <span className={styles.what}>
                  {sentence.charAt(0).toUpperCase() + sentence.slice(1)}
                  {about && <span className={styles.about}>{about}</span>}
                </span>
                <span className={styles.where}>
                  <span>{[device, address].filter(Boolean).join(', ')}</span>
                  {current && <span>{texts.current}</span>}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}
