import type { Row } from './model.ts'
import styles from './RowNote.module.css'
import { ownPlan } from './texts.ru.ts'

/**
 * Beside a name: the class in a group of several, and who learns the subject, all the term or a part of it, by a plan of their own; the
 * days are told on pointing.
 */
export function RowNote({ row: { apart, ofClass } }: { row: Row }) {
  if (!apart && !ofClass) return null
  return (
    <span className={styles.note} data-plan={apart ? true : undefined} data-tip={apart && ownPlan.full(apart)}>
      {ofClass}
      {apart && (
        <>
          <span aria-hidden="true"> {ownPlan.short}</span>
          <span className="unseen"> {ownPlan.full(apart)}</span>
        </>
      )}
    </span>
  )
}
