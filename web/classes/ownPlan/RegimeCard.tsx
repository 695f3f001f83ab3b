import { useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import * as setUp from '../setUp/texts.ru.ts'
import styles from './OwnPlan.module.css'
import type { OwnPlan } from './OwnPlanScreen.tsx'
import * as texts from './texts.ru.ts'

const words = texts.regime

/** Shift and school week of the plan: those of the class until others are set. R085. */
export function RegimeCard({ data, keeps, onSaved }: { data: OwnPlan; keeps: boolean; onSaved: () => void }) {
  const { groupId, className, regime, classRegime } = data.plan
  const set = useCommand('classes.setGroupRegime')
  const [draft, setDraft] = useState(regime)
  const [problem, setProblem] = useState<string | null>(null)
  const same = (a: typeof regime, b: typeof regime) => a.shift === b.shift && a.studyDays === b.studyDays
  const week = (days: number | null) => (days === null ? words.asYear : words.days(days))
  const save = async () => {
    setProblem(null)
    try {
      await set.run({ groupId, regime: draft, expected: regime })
      toast(words.saved)
      onSaved()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  return (
    <Card title={words.title} padded>
      <div className={styles.fields}>
        {keeps ? (
          <>
            <SelectField
              label={words.shift}
              value={String(draft.shift)}
              options={[1, 2, 3].map((n) => ({ value: String(n), label: setUp.shiftName(n) }))}
              onChange={(value) => setDraft({ ...draft, shift: Number(value) })}
            />
            <SelectField
              label={words.week}
              value={String(draft.studyDays ?? '')}
              options={[null, 5, 6].map((days) => ({ value: String(days ?? ''), label: week(days) }))}
              onChange={(value) => setDraft({ ...draft, studyDays: value === '' ? null : Number(value) })}
            />
          </>
        ) : (
          <p>
            {setUp.shiftName(regime.shift)}, {week(regime.studyDays)}
          </p>
        )}
        <p>{same(regime, classRegime) ? words.asClass : words.own(className, classRegime.shift)}</p>
        {problem && <Notice kind="bad">{problem}</Notice>}
        {keeps && !same(draft, regime) && (
          <div>
            <Button busy={set.running} onClick={save}>
              {words.save}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
