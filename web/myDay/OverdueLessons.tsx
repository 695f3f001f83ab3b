import { Link } from 'wouter'
import { Card } from '#web/ui/Card.tsx'
import { addressOf, byDay, type DayLesson, lacks } from './dayLesson.ts'
import styles from './OverdueLessons.module.css'
import * as texts from './texts.ru.ts'

/** Earlier lessons without topic or roll call, by day, newest first. */
export function OverdueLessons({ lessons, total }: { lessons: readonly DayLesson[]; total: number }) {
  if (total === 0) return <p className={styles.clear}>{texts.overdue.clear}</p>
  const note =
    total > lessons.length ? `${texts.overdue.count(total)}, ${texts.overdue.shown(lessons.length)}` : texts.overdue.count(total)
  return (
    <Card title={texts.overdue.title} note={note}>
      {byDay(lessons).map((day) => (
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
                    {lacks(lesson, 'past')
                      .map((what) => (what === 'topic' ? texts.myDay.noTopic : texts.myDay.noRollCall))
                      .join(', ')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  )
}
