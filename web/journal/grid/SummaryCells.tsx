import { memo, useCallback, useSyncExternalStore } from 'react'
import { averageText } from '../explain.ts'
import type { Row } from '../model.ts'
import { rowKey, type Sheet } from '../sheet.ts'
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
    <>
      {averages && (
        <td
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
          role="gridcell"
          tabIndex={-1}
          aria-colindex={at + 2}
          aria-readonly
          className={styles.average}
          data-summary="average"
          data-student={row.studentId}
        >
          {averageText(weighed)}
        </td>
      )}
      <td
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
        role="gridcell"
        tabIndex={-1}
        aria-colindex={at + (averages ? 3 : 2)}
        aria-readonly
        className={styles.missed}
        data-summary="missed"
      >
        {missed || ''}
      </td>
    </>
  )
})
