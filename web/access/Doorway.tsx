import type { ReactNode } from 'react'
import styles from './Doorway.module.css'

/** A page of one card in the middle: signing in, the first password, the lock. */
export function Doorway({
  title,
  lead,
  picture,
  children,
}: {
  title: string
  lead?: ReactNode
  picture?: ReactNode
  children: ReactNode
}) {
  return (
    <main className={styles.doorway}>
      <div className={styles.card}>
        <div className={styles.head}>
          {picture ?? <img src="/icon.svg" alt="" width="48" height="48" />}
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </div>
    </main>
  )
}
