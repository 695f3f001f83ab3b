import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import styles from './OwnPlan.module.css'
import type { OwnPlan } from './OwnPlanScreen.tsx'
import * as texts from './texts.ru.ts'

const words = texts.curriculum

/** Which curriculum the plan follows, chosen at once; its hours are set where the curricula are. R084. */
export function CurriculumCard({ data, keeps, onSaved }: { data: OwnPlan; keeps: boolean; onSaved: () => void }) {
  const { plan, curricula } = data
  const attach = useCommand('curriculum.attach')
  const [problem, setProblem] = useState<string | null>(null)
  const choose = async (curriculumId: string | null) => {
    setProblem(null)
    try {
      await attach.run({ groups: [{ groupId: plan.groupId, curriculumId, expected: plan.curriculumId }] })
      toast(words.saved)
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
    onSaved()
  }
  return (
    <Card title={words.title} padded>
      <div className={styles.fields}>
        {curricula.length === 0 ? (
          <p>{words.noneYet}</p>
        ) : keeps ? (
          <SelectField
            label={words.label}
            value={plan.curriculumId ?? ''}
            options={[
              { value: '', label: words.none },
              ...curricula.map(({ curriculumId, name }) => ({ value: curriculumId, label: name })),
            ]}
            onChange={(value) => void choose(value || null)}
          />
        ) : (
          <p>{curricula.find(({ curriculumId }) => curriculumId === plan.curriculumId)?.name ?? words.none}</p>
        )}
        {problem && <Notice kind="bad">{problem}</Notice>}
        {keeps && (
          <div>
            <ButtonLink size="s" href="/school/curriculum?level=individual">
              {words.open}
            </ButtonLink>{' '}
            <ButtonLink size="s" href={`/school/load?of=${plan.groupId}`}>
              {words.load}
            </ButtonLink>
          </div>
        )}
      </div>
    </Card>
  )
}
