import { clockTime } from '#domain/platform/dateTexts.ts'
import styles from './TimetableDay.module.css'
import { texts } from './texts.ru.ts'
import type { TimetableLesson } from './timetable.ts'

/** A day of the usual week. */
export function TimetableDay({ weekday, lessons, today }: { weekday: number; lessons: TimetableLesson[]; today: boolean }) {
  return (
    <section className={styles.day} data-today={today || undefined} aria-labelledby={`weekday-${weekday}`}>
      <h2 id={`weekday-${weekday}`} className={styles.name}>
        {texts.weekdays[weekday - 1]}
        {today && <span className={styles.today}>{texts.todayBadge}</span>}
      </h2>
      <ol>
        {lessons.map((lesson, index) => (
          <li key={`${lesson.number} ${lesson.week} ${lesson.subject}`} className={styles.lesson}>
            <span className={styles.number}>{lessons[index - 1]?.number === lesson.number ? '' : lesson.number}</span>
            <span className={styles.time}>
              {lesson.startsAt !== null && clockTime(lesson.startsAt)}
              {lesson.endsAt !== null && `–${clockTime(lesson.endsAt)}`}
            </span>
            <span className={styles.subject}>{lesson.subject}</span>
            <span className={styles.where}>
              {[lesson.room && texts.room(lesson.room), lesson.teacher].filter(Boolean).join(', ')}
            </span>
            {lesson.week !== 'every' && (
              <span className={styles.week}>{lesson.week === 'odd' ? texts.oddWeeks : texts.evenWeeks}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
