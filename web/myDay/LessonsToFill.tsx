import { Link } from 'wouter'
import { addressOf, byDay, type DayLesson, lacks } from './dayLesson.ts'
import styles from './OverdueLessons.module.css'
import * as texts from './texts.ru.ts'

type Past = Pick<DayLesson, 'lessonId' | 'courseId' | 'termId' | 'date' | 'number' | 'group' | 'subject' | 'topic' | 'rollCalled'>

/** Past lessons by day; each says what it lacks and leads to its place in the journal. */
export function LessonsToFill({ lessons }: { lessons: readonly Past[] }) {
  return byDay(lessons).map((day) => (
    <section key={day.date} className={styles.day}>
      <h3 className={styles.date}>{texts.myDay.day(day.date)}</h3>
      <ul>
        {day.lessons.map((lesson) => (
          <li key={lesson.lessonId}>
            <Link href={addressOf(lesson)} className={styles.lesson}>
              <span className={styles.number}>{lesson.number}</span>
              <span className={styles.name}>
                <b className={styles.group}>{lesson.group}</b> {lesson.subject}
              </span>
              <span className={styles.missing}>
                {lacks({ ...lesson, cancelled: false }, 'past')
                  .map((what) => (what === 'topic' ? texts.myDay.noTopic : texts.myDay.noRollCall))
                  .join(', ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ))
}
