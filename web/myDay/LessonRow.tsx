import { Link } from 'wouter'
import { clockTime } from '#domain/platform/dateTexts.ts'
import { addressOf, type DayLesson, lacks, type Phase } from './dayLesson.ts'
import styles from './LessonRow.module.css'
import { LessonState } from './LessonState.tsx'
import * as texts from './texts.ru.ts'

/** One lesson of the day; the whole row leads to it in the journal. */
export function LessonRow({ lesson, phase, minutesLeft }: { lesson: DayLesson; phase: Phase; minutesLeft: number }) {
  const { number, startsAt, subject, group, room, insteadOf, cancelled, dayOff, topic } = lesson
  return (
    <li
      className={styles.row}
      data-phase={phase}
      data-cancelled={cancelled || undefined}
      aria-current={phase === 'now' ? 'time' : undefined}
    >
      <div className={styles.when}>
        <span className={styles.number}>{number}</span>
        {startsAt !== null && <time className={styles.time}>{clockTime(startsAt)}</time>}
      </div>
      <div className={styles.what}>
        <p className={styles.title}>
          <Link href={addressOf(lesson)} className={styles.link}>
            <span className={styles.group}>{group}</span> {subject}
          </Link>
          {room && <span className={styles.room}>{texts.myDay.room(room)}</span>}
        </p>
        {topic && <p className={styles.topic}>{topic}</p>}
        {(insteadOf || dayOff || phase === 'now') && (
          <p className={styles.notes}>
            {phase === 'now' && !cancelled && (
              <span className={styles.going}>{minutesLeft > 1 ? texts.myDay.going(minutesLeft) : texts.myDay.goingLast}</span>
            )}
            {dayOff && <span className={styles.instead}>{dayOff}</span>}
            {insteadOf && <span className={styles.instead}>{texts.myDay.insteadOf(insteadOf)}</span>}
          </p>
        )}
      </div>
      {cancelled ? (
        <span className={styles.off}>{texts.myDay.cancelled}</span>
      ) : (
        phase !== 'future' && <LessonState lesson={lesson} missing={lacks(lesson, phase)} />
      )}
    </li>
  )
}
