import { memo } from 'react'
import styles from './DataTable.module.css'
import type { Column } from './DataTable.tsx'
import { Tick } from './Tick.tsx'
import * as texts from './texts.ru.ts'

type Props<R> = {
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey: (row: R) => string
  onOpen: ((row: R) => void) | undefined
  selected: ReadonlySet<string> | undefined
  onTick: (keys: readonly string[], on: boolean) => void
}

function Rows<R>({ rows, columns, rowKey, onOpen, selected, onTick }: Props<R>) {
  return (
    <tbody>
      {rows.map((row) => {
        const key = rowKey(row)
        return (
          <tr key={key} className={onOpen ? styles.opens : undefined} data-ticked={selected?.has(key) || undefined}>
            {selected && (
              <td className={styles.tick}>
                <Tick
                  label={texts.table.one(String(columns[0]!.value(row) ?? ''))}
                  checked={selected.has(key)}
                  onChange={(on) => onTick([key], on)}
                />
              </td>
            )}
            {columns.map((column, i) => (
              <td
                key={column.key}
                data-label={column.label}
                data-first={i === 0 || undefined}
                data-numeric={column.numeric || undefined}
                data-named={column.named || undefined}
                data-wide={column.hideOnPhone || undefined}
              >
                {i === 0 && onOpen ? (
                  <button type="button" className={styles.open} onClick={() => onOpen(row)}>
                    {column.cell?.(row) ?? column.value(row)}
                  </button>
                ) : (
                  (column.cell?.(row) ?? column.value(row))
                )}
              </td>
            ))}
          </tr>
        )
      })}
    </tbody>
  )
}

/** The rows in sight, rendered again only when they or what is said of them change. */
export const TableRows = memo(Rows) as typeof Rows
