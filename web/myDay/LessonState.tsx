import { IconCheck } from '@tabler/icons-react'
import type { DayLesson } from './dayLesson.ts'
import styles from './LessonState.module.css'
import * as texts from './texts.ru.ts'

/** What a lesson lacks; when it lacks nothing, what is in it. */
export function LessonState({ lesson, missing }: { lesson: DayLesson; missing: readonly ('topic' | 'rollCall')[] }) {
  const { rollCalled, absent, students, marks, homework } = lesson
  return (
    <p className={styles.state}>
      {missing.includes('topic') && <span className={styles.missing}>{texts.myDay.noTopic}</span>}
      {missing.includes('rollCall') && <span className={styles.missing}>{texts.myDay.noRollCall}</span>}
      {rollCalled && (
        <span className={styles.fact}>{absent === 0 ? texts.myDay.allHere : texts.myDay.absent(absent, students)}</span>
      )}
      {marks > 0 && <span className={styles.fact}>{texts.myDay.marks(marks)}</span>}
      <span className={homework ? styles.fact : styles.soft}>{homework ? texts.myDay.homework : texts.myDay.noHomework}</span>
      {missing.length === 0 && <IconCheck size={18} stroke={2} className={styles.check} aria-hidden />}
    </p>
  )
}
