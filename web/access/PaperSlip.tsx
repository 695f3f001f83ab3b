import { numericDate } from '#domain/platform/dateTexts.ts'
import { about, notice } from './issue.texts.ru.ts'
import styles from './SlipPaper.module.css'
import type { Head, Slip } from './SlipPaper.tsx'

/** One notice: of which school, to whom, login, password or code, for which class, from whom and when. [S1 Приложение 2] */
export const PaperSlip = ({ slip, picture, head }: { slip: Slip; picture: string | undefined; head: Head }) => (
  <div className={styles.slip}>
    <img className={styles.qr} src={picture} alt="" />
    <div className={styles.top}>
      <p className={styles.school}>{head.school}</p>
      <p className={styles.heading}>{notice.heading}</p>
      <p className={styles.name}>{slip.name}</p>
      <p className={styles.small}>{about(slip.kind, slip.detail)}</p>
    </div>
    <p className={styles.said}>{slip.token ? notice.invited : notice.assigned}</p>
    <dl className={styles.values}>
      <dt>{notice.address}</dt>
      <dd>{location.host}</dd>
      <dt>{notice.login}</dt>
      <dd className={styles.code}>{slip.login}</dd>
      {slip.password !== null && (
        <>
          <dt>{notice.password}</dt>
          <dd className={styles.password}>{slip.password}</dd>
        </>
      )}
    </dl>
    {slip.token && <p className={styles.scan}>{notice.scan}</p>}
    {slip.classes.length > 0 && <p className={styles.classes}>{notice.classes(slip.classes)}</p>}
    <p className={styles.foot}>
      {slip.expiresOn ? notice.until(numericDate(slip.expiresOn)) : notice.once} {notice.secret}
    </p>
    <p className={styles.sign}>
      <span>{notice.signature(head.headPosition)}</span>
      <span className={styles.line} />
      <span>{head.headName}</span>
      <span>{numericDate(head.today)}</span>
    </p>
  </div>
)
