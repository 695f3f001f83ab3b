import { MarkChip } from '#web/ui/MarkChip.tsx'
import { weightShown } from './average.ts'
import { markKey } from './fresh.ts'
import styles from './LessonMarks.module.css'
import { texts } from './texts.ru.ts'
import { type Lesson, workName } from './week.ts'

type Props = { lesson: Lesson; fresh: ReadonlySet<string> }

/** Marks of a lesson, each with its kind of work; what the teacher wrote about one stands under it in full. */
export function LessonMarks({ lesson, fresh }: Props) {
  return (
    <ul className={styles.marks} aria-label={texts.marks}>
      {lesson.marks.map((mark, index) => {
        const key = markKey(lesson.lessonId, lesson.marks, index)
        return (
          <li key={key} className={styles.mark}>
            <span className={styles.chip} data-fresh={fresh.has(key) || undefined}>
              <MarkChip text={mark.text} weight={weightShown(mark)} size="s" />
            </span>
            <span className={styles.type}>{workName(mark)}</span>
            {mark.dueOn && <span className={styles.due}>{texts.due(mark.dueOn)}</span>}
            {mark.comment && <span className={styles.comment}>{mark.comment}</span>}
          </li>
        )
      })}
    </ul>
  )
}
