import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { type NoticeKind, offersTo } from '#domain/notifications/rules.ts'
import { dayIn } from '#domain/platform/dates.ts'
import { useCommand } from '#web/platform/commands.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { TrainingNotice } from '#web/training/TrainingNotice.tsx'
import { Button } from '#web/ui/Button.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { DeviceNotice } from './DeviceNotice.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import styles from './NoticePanel.module.css'
import { byDay, type Notice } from './noticeLines.ts'
import * as texts from './texts.ru.ts'
import { UrgentNotice } from './UrgentNotice.tsx'

const WHOLE = 500

/**
 * What has come, by days, newest first, of one kind or of all. What is shown has been seen; what is not, because there is too much of it, is
 * said to be read by hand. Sign-ins on new devices want an answer.
 */
export default function NoticePanel({ onLeave }: { onLeave: () => void }) {
  const { actor, policies, school, today } = useMe()
  const [kind, setKind] = useState<NoticeKind | ''>('')
  const [whole, setWhole] = useState(false)
  const input = { ...(kind ? { kind } : {}), ...(whole ? { most: WHOLE } : {}) }
  const { data, error } = useQuery('notifications.list', input, { previous: true })
  const { run, running } = useCommand('notifications.read')
  const trainings = kind ? [] : (data?.trainings ?? [])
  const fresh = useSeen([...trainings, ...(data?.notices ?? [])], run)
  const kinds = [...new Set(offersTo(actor, policies, today).map((offer) => offer.kind))]
  const several = new Set(data?.notices.flatMap(({ student }) => student?.studentId ?? [])).size > 1
  const devices = kind ? [] : (data?.devices ?? [])
  const urgent = kind ? [] : (data?.urgent ?? [])
  const unread = (data?.unread ?? 0) - (data?.devices.filter(({ read }) => !read).length ?? 0)
  const readAll = () => run({}).catch((failure: unknown) => toast(sentenceOf(failure as Error)))
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>{texts.title}</h2>
        {kinds.length > 1 && (
          <SelectField
            label={texts.filter}
            bare
            value={kind}
            options={[{ value: '', label: texts.all }, ...kinds.map((one) => ({ value: one, label: texts.kinds[one] }))]}
            onChange={(next) => setKind(next as NoticeKind | '')}
          />
        )}
      </div>
      {!data && <p className={styles.quiet}>{error ? texts.failed : texts.loading}</p>}
      {data?.notices.length === 0 && devices.length === 0 && urgent.length === 0 && trainings.length === 0 && (
        <p className={styles.quiet}>{kind ? texts.emptyOfKind : texts.empty}</p>
      )}
      {urgent.length > 0 && (
        <ul className={styles.list}>
          {urgent.map((one) => (
            <li key={one.urgentId}>
              <UrgentNotice notice={one} onLeave={onLeave} />
            </li>
          ))}
        </ul>
      )}
      {devices.length > 0 && (
        <ul className={styles.list}>
          {devices.map((device) => (
            <li key={device.sessionId}>
              <DeviceNotice device={device} onLeave={onLeave} />
            </li>
          ))}
        </ul>
      )}
      {trainings.length > 0 && (
        <ul className={styles.list}>
          {trainings.map((notice) => (
            <li key={notice.noticeId}>
              <TrainingNotice
                notice={notice}
                fresh={fresh.has(notice.noticeId) ? texts.fresh : null}
                styles={styles}
                onLeave={onLeave}
              />
            </li>
          ))}
        </ul>
      )}
      {byDay(data?.notices ?? [], (at) => dayIn(school.timeZone, new Date(at))).map(({ day, notices }) => (
        <section key={day} aria-label={texts.day(day, today)}>
          <h3 className={styles.day}>{texts.day(day, today)}</h3>
          <ul className={styles.list}>
            {notices.map((notice) => (
              <li key={notice.noticeId}>
                <NoticeLine notice={notice} named={several} fresh={fresh.has(notice.noticeId)} onLeave={onLeave} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={styles.foot}>
        {data?.more && !whole && (
          <Button size="s" onClick={() => setWhole(true)}>
            {texts.more}
          </Button>
        )}
        {unread > 0 && (
          <Button size="s" busy={running} onClick={() => void readAll()}>
            {texts.readAll}
          </Button>
        )}
        <Link href="/me/notices" className={styles.settings} onClick={onLeave}>
          {texts.settings}
        </Link>
      </div>
    </div>
  )
}

/** Says that what is shown has been seen; to the eye it stays new for as long as the list is open. */
function useSeen(
  notices: readonly Pick<Notice, 'noticeId' | 'read'>[],
  read: (input: { noticeIds: string[] }) => Promise<unknown>,
): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const told = useRef(new Set<string>())
  useEffect(() => {
    const unread = notices.filter((notice) => !notice.read).map(({ noticeId }) => noticeId)
    const news = unread.filter((id) => !told.current.has(id))
    if (news.length === 0) return
    for (const id of news) told.current.add(id)
    setFresh(new Set(told.current))
    read({ noticeIds: news }).catch(() => {
      for (const id of news) told.current.delete(id) // not told the server: they stay new, and are told again
    })
  }, [notices, read])
  return fresh
}
