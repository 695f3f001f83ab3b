import { Link } from 'wouter'
import type { Id } from '#domain/platform/schema.ts'
import { useQuery } from '#web/platform/queries.ts'
import { Card } from '#web/ui/Card.tsx'
import styles from './Averages.module.css'
import { marksHref } from './addresses.ts'
import { averageText, runningAverages } from './average.ts'
import { Sparkline } from './Sparkline.tsx'
import { texts } from './texts.ru.ts'

/** The averages of the current term in a glance; how they are made stands with the marks. Silent until they come, and without them. */
export function Averages({ studentId, family }: { studentId: Id; family: boolean }) {
  const { data } = useQuery('diary.marks', { studentId }, { keep: true })
  const rows = data?.subjects
    .filter((subject) => subject.scale === 'five' && !subject.ungraded)
    .map((subject) => ({ ...subject, average: averageText(subject.marks), averages: runningAverages(subject.marks) }))
    .filter((subject) => subject.average !== null)
  if (!data || !rows || rows.length === 0) return null
  return (
    <Card title={texts.averages} note={data.term.name}>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.courseId} className={styles.row}>
            <span className={styles.subject}>{row.subject}</span>
            <span>{row.averages.length > 1 && <Sparkline averages={row.averages} />}</span>
            <span className={styles.average}>{row.average}</span>
          </li>
        ))}
      </ul>
      <p className={styles.more}>
        <Link href={family ? '/diary/marks' : marksHref(studentId)}>{texts.allMarks}</Link>
      </p>
    </Card>
  )
}
