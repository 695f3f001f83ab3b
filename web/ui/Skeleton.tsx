import styles from './Skeleton.module.css'
import * as texts from './texts.ru.ts'

/** Grey rows in place of a list, as tall as the rows that come, so that nothing jumps. Appears only after a moment. */
export function Skeleton({ rows = 6, height = 'row' }: { rows?: number; height?: 'row' | 'card' | 'line' }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="unseen">{texts.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={[styles.bone, styles[height]].join(' ')} aria-hidden="true" />
      ))}
    </div>
  )
}
