import { absenceLetters } from '#domain/attendance/rules.ts'
import { homeworkText } from './homeworkText.ts'
import styles from './PaperDay.module.css'
import { texts } from './texts.ru.ts'
import { isTask, type Lesson, type WeekDay } from './week.ts'

/** A day on paper: lessons in lines, empty ones below to write into. */
export function PaperDay({ day }: { day: WeekDay }) {
  const spare = day.lessons.length === 0 ? 4 : Math.max(0, 7 - day.lessons.length)
  return (
    <table className={styles.day}>
      <caption className={styles.date}>
        <b>{texts.weekday(day.date)}</b> {texts.dayAndMonth(day.date)}
        {day.off && <span className={styles.off}>{day.off}</span>}
      </caption>
      <colgroup>
        <col className={styles.number} />
        <col className={styles.subject} />
        <col />
        <col className={styles.mark} />
      </colgroup>
      <thead className="unseen">
        <tr>
          <th scope="col">{texts.lessonNumber}</th>
          <th scope="col">{texts.paperSubject}</th>
          <th scope="col">{texts.paperHomework}</th>
          <th scope="col">{texts.paperMark}</th>
        </tr>
      </thead>
      <tbody>
        {day.lessons.map((lesson) => (
          <tr key={lesson.lessonId}>
            <td className={styles.number}>{lesson.number}</td>
            <td className={styles.subject}>{lesson.cancelled ? <s>{lesson.subject}</s> : lesson.subject}</td>
            <td className={styles.task}>{taskOf(lesson)}</td>
            <td className={styles.mark}>{cellOf(lesson)}</td>
          </tr>
        ))}
        {day.off === null &&
          Array.from({ length: spare }, (_, line) => (
            <tr key={`empty ${line}`}>
              <td className={styles.number} />
              <td className={styles.subject} />
              <td className={styles.task} />
              <td className={styles.mark} />
            </tr>
          ))}
      </tbody>
    </table>
  )
}

/** As in a paper journal: the letter of an absence stays beside the mark. */
function cellOf(lesson: Lesson): string {
  return [lesson.absence ? absenceLetters[lesson.absence] : '', ...lesson.marks.map((mark) => mark.text)]
    .filter(Boolean)
    .join(' ')
}

function taskOf(lesson: Lesson): string {
  if (lesson.cancelled) return texts.cancelled
  return lesson.homework.filter(isTask).map(homeworkText).join('. ')
}
