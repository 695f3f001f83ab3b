import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { mondayOf } from '#domain/platform/dates.ts'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import type { NewDevice } from '#web/access/useNewDevices.ts'
import { MarkChip } from '#web/ui/MarkChip.tsx'
import { DeviceNotice } from './DeviceNotice.tsx'
import styles from './NoticeList.module.css'
import * as texts from './texts.ru.ts'

type Notice = Output<'notifications.list'>['notices'][number]
type Props = {
  notices: readonly Notice[] | null
  devices: readonly NewDevice[]
  failed: boolean
  onOpen: () => void
  onLeave: () => void
}

/** What has come, newest first; each line leads to its day in the diary. */
export function NoticeList({ notices, devices, failed, onOpen, onLeave }: Props) {
  const open = useRef(onOpen)
  useEffect(() => open.current(), [])
  const children = new Set(notices?.map((notice) => notice.studentId)).size
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{texts.title}</h2>
      {notices === null && <p className={styles.quiet}>{failed ? texts.failed : texts.loading}</p>}
      {notices?.length === 0 && devices.length === 0 && <p className={styles.quiet}>{texts.empty}</p>}
      <ul className={styles.list}>
        {devices.map((device) => (
          <li key={device.sessionId}>
            <DeviceNotice device={device} onLeave={onLeave} />
          </li>
        ))}
        {notices?.map((notice) => (
          <li key={notice.noticeId}>
            <Link
              href={`/diary/${notice.studentId}/week/${mondayOf(notice.date)}?day=${notice.date}`}
              className={styles.notice}
              onClick={onLeave}
            >
              <span className={styles.what}>
                <span className={styles.subject}>
                  {notice.subject}
                  {!notice.read && <span className={styles.fresh}>{texts.fresh}</span>}
                </span>
                <span className={styles.detail}>
                  {[children > 1 ? notice.student : '', dayAndMonth(notice.date), told(notice)].filter(Boolean).join(' · ')}
                </span>
              </span>
              {notice.kind === 'mark' && <MarkChip text={notice.text} />}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function told(notice: Notice): string {
  if (notice.kind === 'absence') return texts.absence(notice.text, notice.minutes)
  if (notice.text === '•') return texts.pending
  return notice.title || notice.work
}
