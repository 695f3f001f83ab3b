import { hoursText } from '#domain/curriculum/rules.ts'
import styles from './PlanGrid.module.css'
import type { Plan } from './sheet.ts'
import * as texts from './texts.ru.ts'

/** A row of sums; where there is a norm, how much of it is used, as a bar and in words. */
export function PlanTotal({
  label,
  kept = false,
  plans,
  has,
  limit,
}: {
  label: string
  /** Stays in sight while the rows are scrolled. */
  kept?: boolean
  plans: readonly Plan[]
  has: (plan: Plan) => number
  limit: (plan: Plan) => number | null
}) {
  return (
    <tr className={kept ? `${styles.total} ${styles.kept}` : styles.total}>
      <th scope="row" className={styles.subject}>
        {label}
      </th>
      {plans.map((plan) => {
        const [sum, most] = [has(plan), limit(plan)]
        if (most === null) return <td key={plan.curriculumId}>{hoursText(sum)}</td>
        return (
          <td key={plan.curriculumId} className={sum > most ? styles.over : undefined}>
            {texts.plan.ofLimit(hoursText(sum), hoursText(most))}
            <progress className={styles.bar} aria-label={`${label}: ${plan.name}`} value={Math.min(sum, most)} max={most} />
          </td>
        )
      })}
    </tr>
  )
}
