import { memo } from 'react'
import type { Row } from '../model.ts'
import styles from './NameColumn.module.css'

/**
 * The names that stay in sight, for the eye only: each row has its own for those who listen and for paper. One column for all of them,
 * because a browser puts whatever stays in sight on a layer, and with one in every row each key had a hundred layers to look through.
 */
export const NameColumn = memo(function NameColumn({ rows }: { rows: Row[] }) {
  return (
    <div aria-hidden="true" className={styles.names}>
      {rows.map((row) => (
        <div key={row.studentId} className={styles.name}>
          <NameInList row={row} />
        </div>
      ))}
    </div>
  )
})

/** The place in the list and the name. */
export function NameInList({ row }: { row: Row }) {
  return (
    <>
      <span className={styles.number} aria-hidden="true">
        {row.index + 1}
      </span>
      {row.name}
    </>
  )
}
