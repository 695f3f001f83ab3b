import type { ReactNode } from 'react'
import styles from './Field.module.css'

/** The label above a control, the hint or the refusal under it. The control names them by `${id}-hint`. */
export function Field({
  id,
  label,
  hint,
  problem,
  children,
}: {
  id: string
  label: string
  hint?: ReactNode
  problem?: string | null
  children: ReactNode
}) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      {problem ? (
        <p id={`${id}-hint`} className={styles.problem}>
          {problem}
        </p>
      ) : (
        hint && (
          <div id={`${id}-hint`} className={styles.hint}>
            {hint}
          </div>
        )
      )}
    </div>
  )
}
