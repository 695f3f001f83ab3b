import type { CSSProperties, ReactNode } from 'react'
import styles from './ColumnBox.module.css'

/** The cells of a few columns in one row. What changes in it is laid out and painted without the rest of the page. */
export function ColumnBox({ width, children }: { width: number; children: ReactNode }) {
  return (
    <div role="presentation" className={styles.box} style={{ '--columns': width } as CSSProperties}>
      {children}
    </div>
  )
}
