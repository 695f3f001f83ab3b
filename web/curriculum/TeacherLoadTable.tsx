import { hoursText, ratePercent } from '#domain/curriculum/rules.ts'
import { decimal } from '#domain/platform/numbers.ts'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import styles from './Load.module.css'
import type { Load, TeacherCourse, TeacherLoad } from './loadView.ts'
import { datesOf, namesIn } from './loadWords.ts'
import * as texts from './texts.ru.ts'

const words = texts.teacherLoad

/** Everything one teacher has in the year: now, before, later. */
export function TeacherLoadTable({
  load,
  shown,
  onChange,
}: {
  load: Load
  shown: TeacherLoad
  onChange: ((one: TeacherCourse) => void) | null
}) {
  const { teacher, running, ended, later, halfHours } = shown
  if (running.length + ended.length + later.length === 0)
    return <EmptyState title={words.nothingTitle} text={words.nothingText} />
  const rate = decimal(ratePercent(halfHours, load.rateHours) / 100)
  const parts: [string, string, TeacherCourse[]][] = [
    [teacher.name, words.total(hoursText(halfHours), rate), running],
    [words.later, '', later],
    [words.ended, '', ended],
  ]
  return parts
    .filter(([, , courses]) => courses.length > 0)
    .map(([title, note, courses]) => (
      <Card key={title} title={title} note={note}>
        <Courses load={load} courses={courses} label={title} onChange={onChange} />
      </Card>
    ))
}

function Courses({
  load,
  courses,
  label,
  onChange,
}: {
  load: Load
  courses: readonly TeacherCourse[]
  label: string
  onChange: ((one: TeacherCourse) => void) | null
}) {
  const names = namesIn(load)
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{texts.classLoad.subject}</th>
          <th scope="col">{words.columns.hours}</th>
          <th scope="col">{texts.classLoad.group}</th>
          <th scope="col">{words.term}</th>
        </tr>
      </thead>
      <tbody>
        {courses.map((one) => {
          const subject = names.subject(one.course.subjectId)
          const group = names.group(one.course.groupId)
          return (
            <tr key={one.assignment.assignmentId}>
              <th scope="row">
                {onChange ? (
                  <button
                    type="button"
                    className={styles.change}
                    aria-label={texts.classLoad.change(`${subject}, ${group}`)}
                    onClick={() => onChange(one)}
                  >
                    {subject}
                  </button>
                ) : (
                  subject
                )}
              </th>
              <td className={styles.number}>{hoursText(one.assignment.halfHours)}</td>
              <td>{group}</td>
              <td className={styles.soft}>{datesOf(one.assignment, load.year.from)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
