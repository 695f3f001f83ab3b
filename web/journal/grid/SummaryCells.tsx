import { memo, useCallback, useSyncExternalStore } from 'react'
import { rowKey } from '../cells.ts'
import { averageText } from '../explain.ts'
import type { Row } from '../model.ts'
import type { Sheet } from '../sheet.ts'
import styles from './SummaryCells.module.css'

type Props = { sheet: Sheet; row: Row; at: number; averages: boolean }

/** The end of a row: the weighted average, which moves while one types, and the lessons missed. */
export const SummaryCells = memo(function SummaryCells({ sheet, row, at, averages }: Props) {
  const subscribe = useCallback(
    (listener: () => void) => sheet.subscribe(rowKey(row.studentId), listener),
    [sheet, row.studentId],
  )
  const weighed = useSyncExternalStore(subscribe, () => sheet.weighed(row.studentId))
  const missed = useSyncExternalStore(subscribe, () => sheet.missed(row.studentId))
  return (
    <div role="presentation" className={styles.summary}>
      {averages && (
        <div
          role="gridcell"
          tabIndex={-1}
          aria-colindex={at + 2}
          aria-readonly
          className={styles.average}
          data-summary="average"
          data-student={row.studentId}
        >
          <span className={styles.value}>{averageText(weighed)}</span>
        </div>
      )}
      <div
        role="gridcell"
        tabIndex={-1}
        aria-colindex={at + (averages ? 3 : 2)}
        aria-readonly
        className={styles.missed}
        data-summary="missed"
      >
        <span className={styles.value}>{missed || ''}</span>
      </div>
    </div>
  )
})
