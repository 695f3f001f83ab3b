import { IconChevronRight } from '@tabler/icons-react'
import type { CourseGroup } from '../courses.ts'
import { CourseLine } from './CourseLine.tsx'
import styles from './JournalsScreen.module.css'
import { list } from './texts.ru.ts'

/** Journals of one class, folded into a line that says how many there are and what waits in them. */
export function ClassJournals({ group: { title, courses }, open }: { group: CourseGroup; open: boolean }) {
  const unfilled = courses.reduce((sum, course) => sum + course.unfilled, 0)
  return (
    <details className={styles.fold} open={open}>
      <summary className={styles.summary}>
        <IconChevronRight size={17} stroke={1.8} className={styles.chevron} aria-hidden />
        <span className={styles.class}>{title}</span>
        <span className={styles.more}>{list.about(courses.length)}</span>
        {unfilled > 0 && <span className={styles.unfilled}>{list.unfilled(unfilled)}</span>}
      </summary>
      <ul>
        {courses.map((course) => (
          <CourseLine key={course.courseId} course={course} />
        ))}
      </ul>
    </details>
  )
}
