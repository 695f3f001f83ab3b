import { Link } from 'wouter'
import { MarkChip } from '#web/ui/MarkChip.tsx'
import styles from './NoticePanel.module.css'
import { addressOf, linesOf, type Notice } from './noticeLines.ts'
import * as texts from './texts.ru.ts'

/** One notice; it leads to its day in the diary, or to where the thing is done. */
export function NoticeLine({
  notice,
  named,
  fresh,
  onLeave,
}: {
  notice: Notice
  named: boolean
  fresh: boolean
  onLeave: () => void
}) {
  const { title, detail } = linesOf(notice, named)
  return (
    <Link href={addressOf(notice)} className={styles.notice} onClick={onLeave}>
      <span className={styles.what}>
        <span className={styles.subject}>
          {title}
          {fresh && <span className={styles.fresh}>{texts.fresh}</span>}
        </span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
      {notice.kind === 'mark' && notice.student && <MarkChip text={notice.student.text} />}
    </Link>
  )
}
