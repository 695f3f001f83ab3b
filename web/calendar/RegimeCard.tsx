import type { Output } from '#domain/operations.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import * as texts from './texts.ru.ts'
import styles from './YearPlan.module.css'

/** Classes by shift and week. */
export function RegimeCard({ plan, href }: { plan: Output<'calendar.yearPlan'>; href: string | null }) {
  const groups = Map.groupBy(plan.classes, ({ shift, studyDays }) => `${shift}/${studyDays ?? plan.studyDays}`)
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <Card title={texts.steps.classes}>
      {plan.classes.length === 0 && <p className={styles.empty}>{texts.classesStep.none}</p>}
      <ul className={styles.list}>
        {sorted.map(([key, own]) => {
          const [shift, studyDays] = key.split('/').map(Number)
          return (
            <li key={key}>
              <span className={styles.what}>
                {texts.shifts[shift! - 1]} {texts.classesStep.shift.toLowerCase()}
              </span>
              <span className={styles.soft}>{texts.weekOf(studyDays!)}</span>
              <span>{own.map(({ name }) => name).join(', ')}</span>
            </li>
          )
        })}
      </ul>
      {href && (
        <div className={styles.foot}>
          <ButtonLink size="s" href={href}>
            {texts.change}
          </ButtonLink>
        </div>
      )}
    </Card>
  )
}
