import { Link } from 'wouter'
import type { PlainDate } from '#domain/platform/dates.ts'
import { shortWeekday } from '#domain/platform/dateTexts.ts'
import styles from './DayStrip.module.css'
import { texts } from './texts.ru.ts'
import { schoolDays, type Week } from './week.ts'

type Props = { monday: PlainDate; open: PlainDate; today: PlainDate; week: Week | undefined; hrefOf(day: PlainDate): string }

/** Days of the week in a row, for a phone: one tap to each. A dot says that a day has marks. */
export function DayStrip({ monday, open, today, week, hrefOf }: Props) {
  return (
    <nav className={styles.strip} aria-label={texts.days}>
      {schoolDays(monday).map((date) => {
        const day = week?.days.find((one) => one.date === date)
        const marked = day?.lessons.some((lesson) => lesson.marks.length > 0) ?? false
        return (
          <Link
            key={date}
            href={hrefOf(date)}
            replace
            className={styles.day}
            aria-current={date === open ? 'page' : undefined}
            data-today={date === today || undefined}
            data-off={(day && day.lessons.length === 0) || undefined}
          >
            <span aria-hidden="true">{shortWeekday(date)}</span>
            <span className={styles.number} aria-hidden="true">
              {Number(date.slice(8))}
            </span>
            <span className={styles.dot} data-marked={marked || undefined} aria-hidden="true" />
            <span className="unseen">{[texts.dayLabel(date), marked ? texts.dayHasMarks : ''].filter(Boolean).join(', ')}</span>
          </Link>
        )
      })}
    </nav>
  )
}
