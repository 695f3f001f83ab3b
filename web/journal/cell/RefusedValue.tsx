import { type Attendance, absenceLetters } from '#domain/attendance/rules.ts'
import { entryText, markText } from '#domain/journal/entry.ts'
import type { Mark } from '#domain/marks/rules.ts'
import { Button } from '#web/ui/Button.tsx'
import type { Cell, Waiting } from '../cells.ts'
import { attendanceChange, markChange } from '../changes.ts'
import { useJournal } from '../JournalContext.ts'
import type { Column, Row } from '../model.ts'
import { TwoVersions } from '../TwoVersions.tsx'
import styles from './RefusedValue.module.css'
import { panel } from './texts.ru.ts'

type Props = { column: Column; row: Row; cell: Cell; refused: Waiting }

/** A value the server did not take: why, and what to do with it. When a colleague was first, both values stand side by side to choose from. */
export function RefusedValue({ column, row, cell, refused }: Props) {
  const { sheet, pen, model } = useJournal()
  const standing = sheet.standing(column, row.studentId)
  const { scale } = model.page.course
  const shown = ({ mark, attendance }: { mark: Mark; attendance: Attendance }) =>
    entryText({ values: mark.values, absence: column.first ? attendance.code : null, pending: mark.dueOn !== null }, scale) ||
    panel.empty
  const aboutMark = refused.name === 'marks.set' || refused.name === 'marks.setMany'
  const part = (from: { mark: Mark; attendance: Attendance }) =>
    aboutMark
      ? markText(from.mark.values, from.mark.dueOn !== null, scale) || panel.empty
      : from.attendance.code
        ? absenceLetters[from.attendance.code]
        : panel.present
  const again = () => {
    const change = aboutMark
      ? markChange(column, row, standing.mark, cell.mark)
      : attendanceChange(column, row, standing.attendance, cell.attendance)
    if (change) pen.write([change], { columnId: column.id, studentId: row.studentId })
    else pen.giveUp([refused.id])
  }
  if (refused.problem?.code !== 'journal.changedMeanwhile') {
    return (
      <div className={styles.refused} role="alert">
        <p className={styles.value}>{shown(cell)}</p>
        <p>{refused.problem?.text}</p>
        <div className={styles.actions}>
          <Button size="s" onClick={again}>
            {panel.tryAgain}
          </Button>
          <Button size="s" onClick={() => pen.giveUp([refused.id])}>
            {panel.giveUp(shown(standing))}
          </Button>
        </div>
      </div>
    )
  }
  const conflict = {
    question: panel.conflict,
    theirs: [part(standing)],
    who: panel.theirs(refused.problem.params),
    mine: [part(cell)],
    keepTheirs: () => pen.giveUp([refused.id]),
    writeMine: again,
  }
  return <TwoVersions conflict={conflict} large />
}
