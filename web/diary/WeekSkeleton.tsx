import { texts } from './texts.ru.ts'
import styles from './WeekSkeleton.module.css'

const days = [6, 6, 7, 6, 7, 5]

/** Grey days as tall as usual ones, so that nothing jumps when the week comes; seen only if it takes a while. */
export function WeekSkeleton() {
  return (
    <div className={styles.days} role="status">
      <span className="unseen">{texts.loading}</span>
      {days.map((lessons, day) => (
        <div key={day} className={styles.day} aria-hidden="true">
          <span className={styles.title} />
          {Array.from({ length: lessons }, (_, lesson) => (
            <span key={lesson} className={styles.lesson} />
          ))}
        </div>
      ))}
    </div>
  )
}
