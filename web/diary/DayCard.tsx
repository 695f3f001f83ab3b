import type { PlainDate } from '#domain/platform/dates.ts'
import styles from './DayCard.module.css'
import { LessonItem } from './LessonItem.tsx'
import { texts } from './texts.ru.ts'
import { homeworkMinutes, type WeekDay } from './week.ts'

type Props = { day: WeekDay; today: PlainDate; open: boolean; fresh: ReadonlySet<string> }

/** A day of the week. On a phone only the open one is seen. */
export function DayCard({ day, today, open, fresh }: Props) {
  const load = homeworkMinutes(day)
  const isToday = day.date === today
  return (
    <section
      className={styles.day}
      data-open={open || undefined}
      data-today={isToday || undefined}
      aria-labelledby={`day-${day.date}`}
    >
      <header className={styles.head}>
        <h2 id={`day-${day.date}`} className={styles.weekday}>
          {texts.weekday(day.date)}
          <span className={styles.date}>
            <span className="unseen">, </span>
            {texts.dayAndMonth(day.date)}
          </span>
        </h2>
        {isToday && <span className={styles.today}>{texts.todayBadge}</span>}
        {load && <p className={styles.load}>{texts.homeworkTotal(load)}</p>}
      </header>
      {day.off && day.lessons.length > 0 && <p className={styles.off}>{day.off}</p>}
      {day.lessons.length > 0 ? (
        <ol>
          {day.lessons.map((lesson) => (
            <LessonItem key={lesson.lessonId} lesson={lesson} date={day.date} today={today} fresh={fresh} />
          ))}
        </ol>
      ) : (
        <p className={styles.free}>{day.off ?? texts.noLessons}</p>
      )}
    </section>
  )
}
