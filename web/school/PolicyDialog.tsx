import { useState } from 'react'
import { defaultPolicies, type Policies, type PolicyKey } from '#domain/school/policies.ts'
import { whyPolicyIsWrong } from '#domain/school/policyBook.ts'
import { policyTexts } from '#domain/school/texts.ru.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { ClauseList } from './ClauseList.tsx'
import styles from './PoliciesScreen.module.css'
import { ruleOf, valueText } from './policyValue.ts'
import * as texts from './texts.ru.ts'

type Value = Policies[PolicyKey]

/** One policy: what it means, its value, and the way back to what is recommended. */
export function PolicyDialog({
  policy,
  value: standing,
  onSaved,
  onClose,
}: {
  policy: PolicyKey
  value: Value
  onSaved: () => void
  onClose: () => void
}) {
  const { title, about, clauses } = policyTexts[policy]
  const command = useCommand('school.setPolicy')
  const [value, setValue] = useState<Value>(standing)
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (next: Value) => {
    setProblem(null)
    try {
      await command.run({ key: policy, value: next, expected: standing })
      toast(texts.policies.saved(title), {
        label: texts.policies.restore,
        run: () => void command.run({ key: policy, value: standing, expected: next }).then(onSaved),
      })
      onSaved()
      onClose()
    } catch (failure) {
      setProblem(sentenceOf(failure as Error))
    }
  }
  const byDefault = defaultPolicies[policy]
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          {standing !== byDefault && <Button onClick={() => save(byDefault)}>{texts.policies.restore}</Button>}
          <Button
            kind="primary"
            busy={command.running}
            disabled={value === standing || whyPolicyIsWrong(policy, value) !== null}
            onClick={() => save(value)}
          >
            {texts.policies.save}
          </Button>
        </>
      }
    >
      <p>{about}</p>
      <ClauseList clauses={clauses} />
      <p className={styles.clause}>{texts.policies.recommended(valueText(policy, byDefault))}.</p>
      <PolicyValue policy={policy} value={value} onChange={setValue} />
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Dialog>
  )
}

function PolicyValue({ policy, value, onChange }: { policy: PolicyKey; value: Value; onChange: (value: Value) => void }) {
  const rule = ruleOf(policy)
  const { title, unit, nothing, choices } = policyTexts[policy]
  if (rule.kind === 'yesNo') return <CheckboxField label={title} checked={value === true} onChange={onChange} />
  if (rule.kind === 'choice')
    return (
      <SelectField
        label={texts.policies.value}
        value={String(value)}
        options={rule.choices.map((one) => ({ value: String(one), label: choices?.[String(one)] ?? String(one) }))}
        onChange={(text) => onChange(rule.choices.find((one) => String(one) === text) as Value)}
      />
    )
  return (
    <>
      {rule.orNothing && (
        <CheckboxField
          label={nothing ?? texts.policies.unlimited}
          checked={value === null}
          onChange={(no) => onChange((no ? null : rule.min) as Value)}
        />
      )}
      {value !== null && (
        <NumberField
          label={unit ? `${texts.policies.value}, ${unit[2]}` : texts.policies.value}
          value={value as number}
          min={rule.min}
          max={rule.max}
          onChange={(number) => number !== null && onChange(number as Value)}
        />
      )}
    </>
  )
}
