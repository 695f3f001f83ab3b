import type { ReactNode } from 'react'
import styles from './Notice.module.css'

/** A quiet box with something to know. A refusal (`bad`) is read aloud at once. */
export function Notice({
  kind = 'plain',
  icon,
  children,
}: {
  kind?: 'plain' | 'note' | 'bad' | 'good'
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={[styles.notice, styles[kind]].join(' ')} role={kind === 'bad' ? 'alert' : undefined}>
      {icon}
      <div className={styles.text}>{children}</div>
    </div>
  )
}
