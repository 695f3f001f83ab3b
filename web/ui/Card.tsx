import type { ReactNode } from 'react'
import styles from './Card.module.css'

/** A framed sheet. With a title it is a section that can be found by its heading. */
export function Card({
  title,
  note,
  padded = false,
  children,
}: {
  title?: ReactNode
  note?: ReactNode
  padded?: boolean
  children: ReactNode
}) {
  return (
    <section className={styles.card}>
      {title && (
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          {note && <span className={styles.note}>{note}</span>}
        </div>
      )}
      {padded ? <div className={styles.padded}>{children}</div> : children}
    </section>
  )
}
