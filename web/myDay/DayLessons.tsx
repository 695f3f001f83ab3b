import { Fragment } from 'react'
import { clockTime } from '#domain/platform/dateTexts.ts'
import styles from './DayLessons.module.css'
import { type DayLesson, type Moment, nowLineBefore, phaseOf } from './dayLesson.ts'
import { LessonRow } from './LessonRow.tsx'
import * as texts from './texts.ru.ts'

/** The day in the order of the bells, with a line at the present moment. */
export function DayLessons({ lessons, now }: { lessons: readonly DayLesson[]; now: Moment }) {
  const lineBefore = nowLineBefore(lessons, now)
  return (
    <ol>
      {lessons.map((lesson) => (
        <Fragment key={lesson.lessonId}>
          {lesson.lessonId === lineBefore && (
            <li className={styles.now}>
              <span className={styles.time}>{texts.myDay.now(clockTime(now.minutes))}</span>
            </li>
          )}
          <LessonRow lesson={lesson} phase={phaseOf(lesson, now)} minutesLeft={(lesson.endsAt ?? 0) - now.minutes} />
        </Fragment>
      ))}
    </ol>
  )
}
