import styles from './PlanGrid.module.css'
import type { Plan, Plans } from './sheet.ts'
import * as texts from './texts.ru.ts'

/** The head of a column: which curriculum, how long it is studied, who follows it. */
export function PlanHeading({
  plan,
  classes,
  onOpen,
}: {
  plan: Plan
  classes: readonly Plans['groups'][number][]
  onOpen: ((plan: Plan) => void) | null
}) {
  return (
    <th scope="col" className={styles.head}>
      {onOpen ? (
        <button type="button" className={styles.open} aria-label={texts.plan.edit(plan.name)} onClick={() => onOpen(plan)}>
          {plan.name}
        </button>
      ) : (
        <span className={styles.name}>{plan.name}</span>
      )}
      <span className={styles.detail}>
        {texts.plan.days(plan.studyDays)}, {texts.plan.weeks(plan.weeks)}
      </span>
      <span className={classes.length > 0 ? styles.classes : styles.lacking}>
        {classes.length > 0 ? classes.map(({ name }) => name).join(', ') : texts.plan.noClasses}
      </span>
    </th>
  )
}
