import { Link } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useMe } from '#web/platform/session.tsx'
import styles from './NoticePanel.module.css'
import * as texts from './texts.ru.ts'

/** Somebody opened the card of a pupil urgently; it leads to the register, where it is seen. */
export function UrgentNotice({
  notice,
  onLeave,
}: {
  notice: Output<'notifications.list'>['urgent'][number]
  onLeave: () => void
}) {
  const { school } = useMe()
  return (
    <Link href="/school/urgent" className={styles.notice} onClick={onLeave}>
      <span className={styles.what}>
        <span className={styles.subject}>
          {texts.urgent(notice.pupil, notice.className)}
          {!notice.read && <span className={styles.fresh}>{texts.fresh}</span>}
        </span>
        <span className={styles.detail}>{[notice.holder, moment(notice.at, school.timeZone), notice.reason].join(' · ')}</span>
      </span>
    </Link>
  )
}
