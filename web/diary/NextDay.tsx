import { Link } from 'wouter'
import type { PlainDate } from '#domain/platform/dates.ts'
import type { Id } from '#domain/platform/schema.ts'
import { dayHref } from './addresses.ts'
import styles from './NextDay.module.css'
import { texts } from './texts.ru.ts'
import { homeworkMinutes, isTask, nextTaughtDay, type Week } from './week.ts'

type Props = { studentId: Id; weeks: readonly (Week | undefined)[]; today: PlainDate }

/** What is due at the next school day, in a glance: for how many subjects, how long it takes. The tasks are in the day itself. */
export function NextDay({ studentId, weeks, today }: Props) {
  const day = nextTaughtDay(weeks, today)
  if (!day) return null
  const subjects = day.lessons
    .filter((lesson) => !lesson.cancelled && lesson.homework.some(isTask))
    .map((lesson) => lesson.subject)
  const load = homeworkMinutes(day)
  return (
    <Link href={dayHref(studentId, day.date)} className={styles.next}>
      <h2 className={styles.title}>{texts.forDay(day.date)}</h2>
      <p>{subjects.length > 0 ? [...new Set(subjects)].join(', ') : texts.nothingDue}</p>
      {load && <p className={styles.load}>{texts.homeworkTotal(load)}</p>}
    </Link>
  )
}
