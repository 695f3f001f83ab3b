import { Link } from 'wouter'
import type { ListedCourse } from '../courses.ts'
import styles from './JournalsScreen.module.css'
import { list } from './texts.ru.ts'

/** One journal: class, subject, who teaches it, and how much of it waits to be filled. */
export function CourseLine({ course }: { course: ListedCourse }) {
  const { courseId, group, subject, teachers, mine, unfilled, lessons } = course
  return (
    <li>
      <Link href={`/journal/${courseId}`} className={styles.course}>
        <span className={styles.class}>{group}</span>
        <span className={styles.subject}>{subject}</span>
        {!mine && <span className={styles.teachers}>{teachers.join(', ')}</span>}
        <span className={unfilled > 0 ? styles.unfilled : styles.filled}>
          {unfilled > 0 ? list.unfilled(unfilled) : lessons > 0 ? list.filled : list.noLessons}
        </span>
      </Link>
    </li>
  )
}
