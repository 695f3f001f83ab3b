import { useId } from 'react'
import styles from './ProgressBar.module.css'

/** How much of something is done, told in words too. */
export function ProgressBar({ label, value, max, told }: { label: string; value: number; max: number; told?: string }) {
  const id = useId()
  return (
    <div className={styles.progress}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <progress className={styles.bar} aria-labelledby={id} value={Math.min(value, max)} max={Math.max(max, 1)} />
      <span className={styles.told}>{told ?? `${max > 0 ? Math.floor((value / max) * 100) : 0} %`}</span>
    </div>
  )
}
