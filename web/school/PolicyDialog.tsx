import { useState } from 'react'
import { defaultPolicies, type Policies, type PolicyKey } from '#domain/school/policies.ts'
import { whyPolicyIsWrong } from '#domain/school/policyBook.ts'
import { unlimited, policyValueText as valueText } from '#domain/school/policyValue.texts.ru.ts'
import { policyTexts } from '#domain/school/texts.ru.ts'
import { useCommand } from '#web/platform/commands.ts'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { NumberField } from '#web/ui/NumberField.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { ClauseList } from './ClauseList.tsx'
import styles from './PoliciesScreen.module.css'
import { ruleOf } from './policyValue.ts'
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
  // The number is being typed: it is empty or out of range, and the former one is not sent for it.
  const [blank, setBlank] = useState(false)
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
          <SaveButton
            ready={!blank && whyPolicyIsWrong(policy, value) === null}
            busy={command.running}
            onSave={() => (value === standing ? onClose() : void save(value))}
          >
            {texts.policies.save}
          </SaveButton>
        </>
      }
    >
      <p>{about}</p>
      <ClauseList clauses={clauses} />
      <p className={styles.clause}>{texts.policies.recommended(valueText(policy, byDefault))}.</p>
      <PolicyValue policy={policy} value={value} blank={blank} onBlank={setBlank} onChange={setValue} />
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Dialog>
  )
}

function PolicyValue({
  policy,
  value,
  blank,
  onBlank,
  onChange,
}: {
  policy: PolicyKey
  value: Value
  blank: boolean
  onBlank: (blank: boolean) => void
  onChange: (value: Value) => void
}) {
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
          label={nothing ?? unlimited}
          checked={value === null}
          onChange={(no) => {
            onBlank(false)
            onChange((no ? null : rule.min) as Value)
          }}
        />
      )}
      {value !== null && (
        <NumberField
          label={unit ? `${texts.policies.value}, ${unit[2]}` : texts.policies.value}
          value={blank ? null : (value as number)}
          min={rule.min}
          max={rule.max}
          onChange={(number) => {
            onBlank(number === null)
            if (number !== null) onChange(number as Value)
          }}
        />
      )}
    </>
  )
}
