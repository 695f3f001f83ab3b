import { Card } from '#web/ui/Card.tsx'
import type { DayLesson } from './dayLesson.ts'
import { LessonsToFill } from './LessonsToFill.tsx'
import styles from './OverdueLessons.module.css'
import * as texts from './texts.ru.ts'

/** Earlier lessons without topic or roll call, by day, newest first. */
export function OverdueLessons({ lessons, total }: { lessons: readonly DayLesson[]; total: number }) {
  if (total === 0) return <p className={styles.clear}>{texts.overdue.clear}</p>
  const note =
    total > lessons.length ? `${texts.overdue.count(total)}, ${texts.overdue.shown(lessons.length)}` : texts.overdue.count(total)
  return (
    <Card title={texts.overdue.title} note={note}>
      <LessonsToFill lessons={lessons} />
    </Card>
  )
}
