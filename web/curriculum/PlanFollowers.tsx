import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import styles from './Curriculum.module.css'
import type { Plans } from './sheet.ts'
import * as texts from './texts.ru.ts'

/** Classes (or groups with a plan of their own) of the grade, ticked where they follow the curriculum. */
export function PlanFollowers({
  data,
  grade,
  individual,
  own,
  chosen,
  onChoose,
}: {
  data: Plans
  grade: number
  individual: boolean
  own: string | null
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}) {
  const words = texts.planDialog
  const groups = data.groups.filter((group) => group.grade === grade && (group.kind === 'individual') === individual)
  const planOf = new Map(data.plans.map((plan) => [plan.curriculumId, plan.name]))
  const tick = (groupId: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(groupId)
    else next.delete(groupId)
    onChoose(next)
  }
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{words.classes}</legend>
      {groups.length === 0 && <p className={styles.hint}>{individual ? words.noIndividual : words.noClasses}</p>}
      {groups.map(({ groupId, name, curriculumId }) => (
        <CheckboxField
          key={groupId}
          label={name}
          hint={curriculumId && curriculumId !== own ? words.otherPlan(planOf.get(curriculumId) ?? '') : undefined}
          checked={chosen.has(groupId)}
          onChange={(on) => tick(groupId, on)}
        />
      ))}
    </fieldset>
  )
}
