import { memo, useCallback, useSyncExternalStore } from 'react'
import { absenceLetters } from '#domain/attendance/rules.ts'
import { markText } from '#domain/journal/entry.ts'
import { whyNotInGroup } from '#domain/marks/rules.ts'
import { type Cell, cellKey } from '../cells.ts'
import type { Scale } from '../keys.ts'
import { type Column, type Row, whyCellLocked } from '../model.ts'
import type { Sheet } from '../sheet.ts'
import styles from './MarkCell.module.css'

type Props = { sheet: Sheet; column: Column; row: Row; scale: Scale; today: boolean }

/** One cell: the absence of its lesson, its marks, and how safe they are. Painted again only when it changes itself. */
export const MarkCell = memo(function MarkCell({ sheet, column, row, scale, today }: Props) {
  const subscribe = useCallback(
    (listener: () => void) => sheet.subscribe(cellKey(column.id, row.studentId), listener),
    [sheet, column.id, row.studentId],
  )
  const cell = useSyncExternalStore(subscribe, () => sheet.cell(column, row.studentId))
  const { code } = cell.attendance
  const marks = markText(cell.mark.values, cell.mark.dueOn !== null, scale)
  const locked = !column.mine || whyCellLocked(column, row) !== null
  const away = whyNotInGroup(row, column.lesson.date) !== null
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      aria-colindex={column.index + 2}
      className={styles.cell}
      data-today={today || undefined}
      data-locked={locked || undefined}
      data-away={away || undefined}
      data-joined={column.first ? undefined : true}
      data-state={cell.state === 'saved' ? undefined : cell.state}
      data-long={howLong((code ? absenceLetters[code].length + 1 : 0) + marks.length)}
      data-noted={cell.mark.comment !== '' || cell.mark.basis !== '' || undefined}
      data-flash={cell.flash === 0 ? undefined : cell.flash % 2 ? 'odd' : 'even'}
      aria-invalid={cell.state === 'refused' || undefined}
      aria-readonly={locked || undefined}
    >
      {code && <span className={column.first ? styles.absence : styles.absenceEcho}>{absenceLetters[code]}</span>}
      {code && marks && <span className={styles.slash}>/</span>}
      {marks && <span className={tint(cell, scale)}>{marks}</span>}
    </div>
  )
})

/** A column has the same width whatever stands in it: what is long is written smaller. */
const howLong = (signs: number): string | undefined => (signs > 6 ? 'very' : signs > 3 ? 'rather' : undefined)

/** The ink of the lowest value: one colour a cell, the digits say the rest. */
function tint({ mark }: Cell, scale: Scale): string | undefined {
  if (mark.dueOn !== null) return styles.point
  const lowest = Math.min(...mark.values)
  if (scale === 'passFail') return lowest === 1 ? styles.v5 : styles.v2
  return lowest >= 5 ? styles.v5 : lowest === 4 ? styles.v4 : lowest === 3 ? styles.v3 : styles.v2
}
