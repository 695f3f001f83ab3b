import { shortWeekday } from '#domain/platform/dateTexts.ts'
import { StudentName } from '#web/printing/StudentName.tsx'
import { copiedText } from '../clipboard.ts'
import { averageText } from '../explain.ts'
import { useJournal } from '../JournalContext.ts'
import { grid, paper } from '../texts.ru.ts'
import { monthsOf } from './months.ts'
import styles from './PaperMarks.module.css'
import { paperSheets } from './paperSheets.ts'

/** The page on paper: as many sheets as its columns need, each with the names; averages and missed lessons stand on the last. */
export function PaperMarks() {
  const { model, sheet } = useJournal()
  const { columns, rows, page, noMarks } = model
  const { course, term } = page
  const averages = noMarks === null && course.scale === 'five'
  const sheets = paperSheets(columns)
  return (
    <div className={styles.paper}>
      {sheets.map((part, i) => (
        <section key={part[0]?.id ?? i} className={styles.sheet}>
          <p className={styles.head}>
            <b>{grid.label(course.group, course.subject, term.name)}</b>
            <span>{paper.sheet(i + 1, sheets.length, page.today)}</span>
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th rowSpan={2} className={styles.name}>
                  {grid.student}
                </th>
                {monthsOf(part).map((month) => (
                  <th key={month.name} colSpan={month.span} className={styles.month}>
                    {month.name}
                  </th>
                ))}
                {i === sheets.length - 1 && averages && <th rowSpan={2}>{grid.average}</th>}
                {i === sheets.length - 1 && <th rowSpan={2}>{grid.missed}</th>}
              </tr>
              <tr>
                {part.map((column) => (
                  <th key={column.id} className={styles.day} data-cancelled={column.lesson.cancelled || undefined}>
                    <span>{column.first ? shortWeekday(column.lesson.date) : '\u00a0'}</span>
                    <b>{Number(column.lesson.date.slice(8))}</b>
                    {noMarks === null && <span>{column.type?.shortName ?? '\u00a0'}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.studentId}>
                  <th scope="row" className={styles.name}>
                    {row.index + 1}. <StudentName studentId={row.studentId} name={row.name} />
                  </th>
                  {part.map((column) => (
                    <td key={column.id}>{copiedText(sheet.cell(column, row.studentId), column, course.scale)}</td>
                  ))}
                  {i === sheets.length - 1 && averages && <td>{averageText(sheet.weighed(row.studentId))}</td>}
                  {i === sheets.length - 1 && <td>{sheet.missed(row.studentId) || ''}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}
