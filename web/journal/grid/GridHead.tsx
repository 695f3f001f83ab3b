import { memo } from 'react'
import { monthName, shortWeekday } from '#domain/platform/dateTexts.ts'
import type { Column } from '../model.ts'
import { capital, columnName, grid } from '../texts.ru.ts'
import styles from './GridHead.module.css'

type Props = { columns: Column[]; today: string; averages: boolean; marks: boolean }

/** Months over days over kinds of work. A press on a day opens its lesson. */
export const GridHead = memo(function GridHead({ columns, today, averages, marks }: Props) {
  return (
    <thead className={styles.head}>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in this row takes focus; each day names its month */}
      <tr aria-hidden="true">
        <td className={styles.corner} />
        {monthsOf(columns).map((month) => (
          <td key={month.name} colSpan={month.span} className={styles.month}>
            <span>{month.name}</span>
          </td>
        ))}
        {averages && <td className={styles.summaryAverage} />}
        <td className={styles.summaryMissed} />
      </tr>
      <tr aria-rowindex={1}>
        <th scope="col" aria-colindex={1} className={styles.student}>
          {grid.student}
        </th>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
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
          </th>
        ))}
        {averages && (
          <th scope="col" tabIndex={-1} aria-colindex={columns.length + 2} className={styles.average} data-tip={grid.averageFull}>
            {grid.average}
          </th>
        )}
        <th
          scope="col"
          tabIndex={-1}
          aria-colindex={columns.length + (averages ? 3 : 2)}
          className={styles.missed}
          data-tip={grid.missedFull}
        >
          {grid.missed}
        </th>
      </tr>
    </thead>
  )
})

function monthsOf(columns: Column[]): { name: string; span: number }[] {
  const months: { name: string; span: number }[] = []
  for (const { lesson } of columns) {
    const name = capital(monthName(lesson.date))
    const last = months.at(-1)
    if (last?.name === name) last.span++
    else months.push({ name, span: 1 })
  }
  return months
}
