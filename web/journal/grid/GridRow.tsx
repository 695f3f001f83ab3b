import { memo } from 'react'
import type { Scale } from '../keys.ts'
import type { Column, Row } from '../model.ts'
import { RowNote } from '../RowNote.tsx'
import type { Sheet } from '../sheet.ts'
import { ColumnBox } from './ColumnBox.tsx'
import styles from './GridRow.module.css'
import { MarkCell } from './MarkCell.tsx'
import { type Drawn, isDrawn } from './Sight.ts'
import { SummaryCells } from './SummaryCells.tsx'

type Props = {
  sheet: Sheet
  row: Row
  boxes: Column[][]
  drawn: Drawn
  at: number
  scale: Scale
  today: string
  averages: boolean
}

/** A student: the name that stays in sight, the cells, the summaries `at` the end. */
export const GridRow = memo(function GridRow({ sheet, row, boxes, drawn, at, scale, today, averages }: Props) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div role="row" aria-rowindex={row.index + 2} className={styles.row}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: a name is not a stop of the keyboard */}
      <div role="rowheader" aria-colindex={1} className={styles.name}>
        <span className={styles.number} aria-hidden="true">
          {row.index + 1}
        </span>
        {row.name}
        <RowNote row={row} />
      </div>
      {boxes.map((columns, box) => (
        <ColumnBox key={columns[0]!.index} width={columns.length}>
          {isDrawn(drawn, box) &&
            columns.map((column) => (
              <MarkCell
                key={column.id}
                sheet={sheet}
                column={column}
                row={row}
                scale={scale}
                today={column.lesson.date === today}
              />
            ))}
        </ColumnBox>
      ))}
      <SummaryCells sheet={sheet} row={row} at={at} averages={averages} />
    </div>
  )
})
