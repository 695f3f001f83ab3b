import { Card } from '#web/ui/Card.tsx'
import type { ClassCard } from './ClassCardScreen.tsx'
import styles from './SetUp.module.css'
import * as texts from './texts.ru.ts'

/** Who teaches the class and its groups what. */
export function CoursesCard({ courses }: { courses: ClassCard['courses'] }) {
  return (
    <Card title={texts.card.courses}>
      {courses.length === 0 && <p className={styles.line}>{texts.card.coursesEmpty}</p>}
      <ul className={styles.lines}>
        {courses.map(({ subject, group, teachers }) => (
          <li key={`${subject} ${group}`} className={`${styles.line} ${styles.taught}`}>
            <span className={styles.what}>
              <span className={styles.name}>{subject}</span>
              <span className={styles.quiet}>{group}</span>
            </span>
            <span className={teachers.length === 0 ? styles.note : undefined}>
              {teachers.length === 0 ? texts.card.noTeacher : teachers.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
