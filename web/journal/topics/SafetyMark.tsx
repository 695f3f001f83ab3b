import styles from './SafetyMark.module.css'
import type { Safety } from './tasks.ts'
import { topics } from './texts.ru.ts'

/** How safe a field is: a pencil dot while it waits, the reason when it was refused, nothing when it is in the journal. */
export function SafetyMark({ safety, problem }: { safety: Safety; problem: string | null }) {
  if (problem) {
    return (
      <p className={styles.problem} role="alert">
        {problem}
      </p>
    )
  }
  if (safety.state === 'waiting')
    return <span className={styles.waiting} role="img" aria-label={topics.waiting} data-tip={topics.waiting} />
  return null
}
