import type { ReactNode } from 'react'
import styles from './Banner.module.css'

/** A line above the page about everything on it; read aloud politely when it appears. */
export function Banner({
  kind = 'note',
  icon,
  action,
  children,
}: {
  kind?: 'note' | 'plain'
  icon?: ReactNode
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={[styles.banner, styles[kind]].join(' ')} role="status">
      {icon}
      <span className={styles.text}>{children}</span>
      {action}
    </div>
  )
}
