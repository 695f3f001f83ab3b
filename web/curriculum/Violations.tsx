import { violationsOf } from '#domain/curriculum/rules.ts'
import { violationText } from '#domain/curriculum/texts.ru.ts'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './Curriculum.module.css'
import type { Plan } from './sheet.ts'
import * as texts from './texts.ru.ts'

/** What the curricula shown break, by name and with the rule it comes from; or that they break nothing. */
export function Violations({ plans }: { plans: readonly Plan[] }) {
  const broken = plans.flatMap((plan) =>
    violationsOf(plan, plan.lines).map((violation) => ({ plan, violation, text: violationText(violation, plan.studyDays) })),
  )
  if (broken.length === 0)
    return plans.some(({ lines }) => lines.length > 0) ? <Notice kind="good">{texts.plan.fine}</Notice> : null
  return (
    <section aria-label={texts.plan.violations} className={styles.violations}>
      <h2 className={styles.heading}>{texts.plan.violations}</h2>
      <ul>
        {broken.map(({ plan, violation, text }) => (
          <li key={`${plan.curriculumId} ${violation.rule}`} data-rule={violation.rule} className={styles.violation}>
            <strong>{plan.name}:</strong> {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
