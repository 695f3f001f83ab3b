import { type CSSProperties, memo } from 'react'
import { shortWeekday } from '#domain/platform/dateTexts.ts'
import type { Column } from '../model.ts'
import { columnName, grid } from '../texts.ru.ts'
import { ColumnBox } from './ColumnBox.tsx'
import styles from './GridHead.module.css'
import { monthsOf } from './months.ts'

type Props = { boxes: Column[][]; today: string; averages: boolean; marks: boolean }

/** Months over days over kinds of work. A press on a day opens its lesson. */
export const GridHead = memo(function GridHead({ boxes, today, averages, marks }: Props) {
  const columns = boxes.flat()
  return (
    <div role="rowgroup" className={styles.head}>
      {/* Nothing in this row takes focus; each day names its month. */}
      <div aria-hidden="true" className={styles.months}>
        <div className={styles.corner} />
        {monthsOf(columns).map((month) => (
          <div key={month.name} className={styles.month} style={{ '--columns': month.span } as CSSProperties}>
            <span>{month.name}</span>
          </div>
        ))}
        <div className={styles.summary}>
          {averages && <div className={styles.average} />}
          <div className={styles.missed} />
        </div>
      </div>
      {/* biome-ignore lint/a11y/useFocusableInteractive: its heads take the focus */}
      <div role="row" aria-rowindex={1} className={styles.days}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: not a stop of the keyboard */}
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          {grid.student}
        </div>
        {boxes.map((box) => (
          <ColumnBox key={box[0]!.index} width={box.length}>
            {box.map((column) => (
              <div
                key={column.id}
                role="columnheader"
                tabIndex={-1}
                aria-colindex={column.index + 2}
                aria-haspopup="dialog"
                className={styles.day}
                data-column={column.id}
                data-today={column.lesson.date === today || undefined}
                data-control={column.type?.control || undefined}
                data-cancelled={column.lesson.cancelled || undefined}
                data-joined={column.first ? undefined : true}
              >
                <span aria-hidden="true">
                  <span className={styles.weekday}>{column.first ? shortWeekday(column.lesson.date) : '\u00a0'}</span>
                  <span className={styles.date}>{Number(column.lesson.date.slice(8))}</span>
                  <span className={styles.type}>{marks ? (column.type?.shortName ?? '') : '\u00a0'}</span>
                </span>
                <span className="unseen">
                  {columnName(column.lesson.date, marks ? (column.type?.name ?? '') : '', column.work?.title ?? '')}
                </span>
              </div>
            ))}
          </ColumnBox>
        ))}
        <div role="presentation" className={styles.summary}>
          {averages && (
            <div
              role="columnheader"
              tabIndex={-1}
              aria-colindex={columns.length + 2}
              className={styles.average}
              data-tip={grid.averageFull}
            >
              {grid.average}
            </div>
          )}
          <div
            role="columnheader"
            tabIndex={-1}
            aria-colindex={columns.length + (averages ? 3 : 2)}
            className={styles.missed}
            data-tip={grid.missedFull}
          >
            {grid.missed}
          </div>
        </div>
      </div>
    </div>
  )
})
