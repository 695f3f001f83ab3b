import type { PlainDate } from '#domain/platform/dates.ts'
import { clockTime } from '#domain/platform/dateTexts.ts'
import { HomeworkItem } from './HomeworkItem.tsx'
import styles from './LessonItem.module.css'
import { LessonMarks } from './LessonMarks.tsx'
import { texts } from './texts.ru.ts'
import { type Lesson, lessonState } from './week.ts'

type Props = { lesson: Lesson; date: PlainDate; today: PlainDate; fresh: ReadonlySet<string> }

/** A lesson of the day: when, what, where, with whom; what was done, what was set, what came of it. */
export function LessonItem({ lesson, date, today, fresh }: Props) {
  const state = lessonState(lesson, date, today)
  const place = [lesson.substitution ? '' : lesson.teacher, lesson.room && texts.room(lesson.room)].filter(Boolean).join(', ')
  return (
    <li className={styles.lesson} data-state={state}>
      <div className={styles.when}>
        <span className={styles.number}>{lesson.number}</span>
        {lesson.startsAt !== null && <time className={styles.time}>{clockTime(lesson.startsAt)}</time>}
        {lesson.endsAt !== null && <time className={styles.time}>{clockTime(lesson.endsAt)}</time>}
      </div>
      <div className={styles.body}>
        <div className={styles.head}>
          <h3 className={styles.subject}>{state === 'cancelled' ? <s>{lesson.subject}</s> : lesson.subject}</h3>
          {state !== 'cancelled' && place && <p className={styles.place}>{place}</p>}
        </div>
        {state === 'cancelled' ? (
          <p className={styles.cancelled}>{texts.cancelled}</p>
        ) : (
          <>
            {lesson.substitution && <p className={styles.substitution}>{texts.substitution(lesson.teacher)}</p>}
            {lesson.topic && <p className={styles.topic}>{lesson.topic}</p>}
            {state === 'unfilled' && <p className={styles.unfilled}>{texts.unfilled}</p>}
            {lesson.homework.length > 0 && (
              <ul className={styles.homework}>
                {lesson.homework.map((homework) => (
                  <HomeworkItem key={homework.homeworkId} homework={homework} due={date} />
                ))}
              </ul>
            )}
          </>
        )}
        {lesson.absence && <p className={styles.absence}>{texts.absence(lesson.absence, lesson.minutes)}</p>}
      </div>
      {lesson.marks.length > 0 && <LessonMarks lesson={lesson} fresh={fresh} />}
    </li>
  )
}
