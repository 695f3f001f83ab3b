import { type CSSProperties, memo, type RefObject, useEffect, useMemo, useRef } from 'react'
import { useJournal } from '../JournalContext.ts'
import type { Size } from '../navigation.ts'
import { grid } from '../texts.ru.ts'
import { inBoxes } from './boxes.ts'
import type { Cursor } from './Cursor.ts'
import type { Entry } from './Entry.ts'
import { GridHead } from './GridHead.tsx'
import { GridRow } from './GridRow.tsx'
import type { GridCalls } from './gridKeys.ts'
import styles from './MarksGrid.module.css'
import type { Sight } from './Sight.ts'
import { useGridEvents } from './useGridEvents.ts'
import { useSight } from './useSight.ts'

type Props = {
  cursor: Cursor
  sight: Sight
  entry: Entry
  calls: GridCalls & { paste(text: string): void }
  /** What was set at a lesson, for the tip of its head. */
  homeworkOf: (lessonId: string) => string
  scroller: RefObject<HTMLDivElement | null>
}

/** The page of the class journal: students down, lessons across. One Tab stop, everything else by arrows. */
export const MarksGrid = memo(function MarksGrid({ cursor, sight, entry, calls, homeworkOf, scroller }: Props) {
  const { model } = useJournal()
  const { columns, rows, page, noMarks } = model
  const { sheet } = useJournal()
  const table = useRef<HTMLDivElement>(null)
  const averages = noMarks === null && page.course.scale === 'five'
  const events = useGridEvents({ cursor, entry, calls, homeworkOf })
  const boxes = useMemo(() => inBoxes(columns), [columns])
  const drawn = useSight(sight, scroller)
  useEffect(() => {
    cursor.attach(table.current)
    return () => cursor.attach(null)
  }, [cursor])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page with other rows or columns is painted anew
  useEffect(() => cursor.fit(), [cursor, rows, columns, drawn])
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        ref={table}
        role="grid"
        aria-label={grid.label(page.course.group, page.course.subject, page.term.name)}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + (averages ? 3 : 2)}
        className={styles.table}
        data-averages={averages || undefined}
        style={{ '--columns': columns.length } as CSSProperties}
        {...events}
      >
        <GridHead boxes={boxes} today={page.today} averages={averages} marks={noMarks === null} />
        <div role="rowgroup">
          {rows.map((row) => (
            <GridRow
              key={row.studentId}
              sheet={sheet}
              row={row}
              boxes={boxes}
              drawn={drawn}
              at={columns.length}
              scale={page.course.scale}
              today={page.today}
              averages={averages}
            />
          ))}
        </div>
      </div>
    </div>
  )
})

/** Rows, works and summary columns of the grid as it is drawn. */
export const sizeOf = (model: ReturnType<typeof useJournal>['model']): Size => ({
  rows: model.rows.length,
  columns: model.columns.length,
  summaries: model.noMarks === null && model.page.course.scale === 'five' ? 2 : 1,
})
