import type { Output } from '#domain/operations.ts'
import { isStaff } from '#web/access/people.ts'
import { MyTabs } from '#web/people/MyTabs.tsx'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedChoice } from '#web/ui/SegmentedChoice.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { settingsTitle } from './bell.texts.ru.ts'
import { HoursCard } from './HoursCard.tsx'
import styles from './NoticeSettings.module.css'
import { ShownHere } from './ShownHere.tsx'
import * as texts from './settings.texts.ru.ts'
import { useKeeping } from './useKeeping.ts'

type Offer = Output<'notifications.settings'>['offers'][number]

/** How one is told of what: by kind and child, when, and whether on this device. Each press is kept at once. */
export default function NoticeSettingsScreen() {
  const me = useMe()
  const { children } = me
  const works = isStaff(me)
  const { data, error, refetch } = useQuery('notifications.settings', {})
  const about = data ? [...Map.groupBy(data.offers, ({ studentId }) => studentId)] : []
  const nameOf = (studentId: string | null) =>
    studentId === null
      ? works
        ? texts.ofWork
        : texts.requests
      : (children.find((child) => child.studentId === studentId)?.name ?? texts.own)
  const classOf = (studentId: string | null) => children.find((child) => child.studentId === studentId)?.className
  return (
    <Page controls={<MyTabs />} title={settingsTitle} subtitle={texts.lead} width="narrow">
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {about.map(([studentId, offers]) => (
        <Card key={studentId ?? 'work'} title={nameOf(studentId)} note={classOf(studentId)}>
          <ul className={styles.kinds}>
            {offers.map((offer) => (
              <Kind key={offer.kind} offer={offer} whose={nameOf(studentId)} />
            ))}
          </ul>
        </Card>
      ))}
      {data && (
        <>
          <Card>
            <ul className={styles.kinds}>
              <li className={styles.kind}>
                <span className={styles.words}>
                  <span className={styles.title}>{texts.safety}</span>
                  <span className={styles.about}>{texts.safetyAbout}</span>
                </span>
                <span className={styles.always}>{texts.always}</span>
              </li>
            </ul>
          </Card>
          <HoursCard settings={data} />
          <ShownHere />
        </>
      )}
    </Page>
  )
}

function Kind({ offer, whose }: { offer: Offer; whose: string }) {
  const { kind, studentId, ways, byDefault } = offer
  const { run } = useCommand('notifications.choose')
  const { title, about } = texts.kinds[kind]
  // What the school has anyway is no choice of one's own: when the school decides otherwise, it changes.
  const [way, choose] = useKeeping(offer.way, (next) => run({ kind, studentId, way: next === byDefault ? null : next }))
  return (
    <li className={styles.kind}>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.about}>{about}</span>
      </span>
      <SegmentedChoice
        label={`${title}, ${whose}`}
        value={way}
        options={ways.map((one) => ({ value: one, label: texts.ways[one] }))}
        onChange={(next) => choose(next as Offer['way'])}
      />
    </li>
  )
}
