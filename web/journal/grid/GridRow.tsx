import { memo } from 'react'
import type { Scale } from '../keys.ts'
import type { Column, Row } from '../model.ts'
import type { Sheet } from '../sheet.ts'
import styles from './GridRow.module.css'
import { MarkCell } from './MarkCell.tsx'
import { SummaryCells } from './SummaryCells.tsx'

type Props = { sheet: Sheet; row: Row; columns: Column[]; scale: Scale; today: string; averages: boolean }

/** A student: the name that stays in sight, the cells, the summaries. */
export const GridRow = memo(function GridRow({ sheet, row, columns, scale, today, averages }: Props) {
  return (
    <tr aria-rowindex={row.index + 2}>
      <th scope="row" aria-colindex={1} className={styles.name}>
        <span className={styles.number} aria-hidden="true">
          {row.index + 1}
        </span>
        {row.name}
      </th>
      {columns.map((column) => (
        <MarkCell key={column.id} sheet={sheet} column={column} row={row} scale={scale} today={column.lesson.date === today} />
      ))}
      <SummaryCells sheet={sheet} row={row} at={columns.length} averages={averages} />
    </tr>
  )
})
