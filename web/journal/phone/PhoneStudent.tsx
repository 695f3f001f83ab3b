import { memo, useCallback, useSyncExternalStore } from 'react'
import { absenceLetters } from '#domain/attendance/rules.ts'
import { markText } from '#domain/journal/entry.ts'
import { tintOf } from '#web/ui/markTint.ts'
import { cellKey, rowKey } from '../cells.ts'
import { averageText } from '../explain.ts'
import type { Scale } from '../keys.ts'
import { type Column, type Row, whyCellLocked } from '../model.ts'
import { RowNote } from '../RowNote.tsx'
import type { Sheet } from '../sheet.ts'
import styles from './PhoneStudent.module.css'
import { phone } from './texts.ru.ts'

type Props = {
  sheet: Sheet
  column: Column
  row: Row
  scale: Scale
  averages: boolean
  current: boolean
  appending: boolean
  onChoose: () => void
}

/** A student on a phone: the name, the average, the cell of the lesson. A press chooses, a second one opens the cell. */
export const PhoneStudent = memo(function PhoneStudent({
  sheet,
  column,
  row,
  scale,
  averages,
  current,
  appending,
  onChoose,
}: Props) {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [
        sheet.subscribe(cellKey(column.id, row.studentId), listener),
        sheet.subscribe(rowKey(row.studentId), listener),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [sheet, column.id, row.studentId],
  )
  const cell = useSyncExternalStore(subscribe, () => sheet.cell(column, row.studentId))
  const weighed = useSyncExternalStore(subscribe, () => sheet.weighed(row.studentId))
  const { code } = cell.attendance
  const marks = markText(cell.mark.values, cell.mark.dueOn !== null, scale)
  const away = whyCellLocked({ ...column, locked: null }, row) !== null
  return (
    <li>
      <button
        type="button"
        className={styles.student}
        aria-current={current}
        data-state={cell.state}
        data-away={away || undefined}
        onClick={onChoose}
      >
        <span className={styles.number} aria-hidden="true">
          {row.index + 1}
        </span>
        <span className={styles.name}>
          {row.name} <RowNote row={row} />
        </span>
        {averages && (
          <span className={styles.average}>
            <span className="unseen">{phone.average} </span>
            {averageText(weighed)}
          </span>
        )}
        <span className={styles.cell}>
          {code && <span className={styles.absence}>{absenceLetters[code]}</span>}
          {marks && <span className={[styles.mark, tintOf(marks)].join(' ')}>{marks}</span>}
          {appending && <span className={styles.appending}>/…</span>}
          {cell.state === 'refused' && <span className={styles.refused}>{phone.refused}</span>}
        </span>
      </button>
    </li>
  )
})
