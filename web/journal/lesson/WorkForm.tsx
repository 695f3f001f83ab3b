import { type FormEvent, useId, useState } from 'react'
import { refusalText } from '#domain/texts.ts'
import { Button } from '#web/ui/Button.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { cancel } from '#web/ui/texts.ru.ts'
import { weightText } from '../explain.ts'
import { useJournal } from '../JournalContext.ts'
import { works } from './texts.ru.ts'
import styles from './WorkForm.module.css'
import { parseWeight, type WorkDraft, whyWorkIsWrong, withType } from './works.ts'

type Props = {
  /** On its own sheet, inside a list. */
  framed?: boolean
  start: WorkDraft
  action: string
  onSave: (draft: WorkDraft) => void
  onCancel: () => void
}

/** Kind, weight and title of a column. */
export function WorkForm({ framed = false, start, action, onSave, onCancel }: Props) {
  const { model } = useJournal()
  const form = useId()
  const [draft, setDraft] = useState(start)
  const [weight, setWeight] = useState(() => weightText(start.weight))
  const [shown, setShown] = useState(false)
  const tenths = parseWeight(weight)
  const refusal = whyWorkIsWrong(model.page, draft)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setShown(true)
    if (tenths === null || refusal) return
    onSave({ ...draft, weight: tenths })
  }
  const { workTypes } = model.page
  const options = (control: boolean) =>
    workTypes
      .filter((type) => type.control === control)
      .map((type) => ({ value: type.typeId, label: `${type.name} (${type.shortName})` }))
  return (
    <form id={form} className={framed ? [styles.form, styles.framed].join(' ') : styles.form} onSubmit={save}>
      <SelectField
        label={works.type}
        value={draft.typeId}
        options={[
          { group: works.current, options: options(false) },
          { group: works.control, options: options(true) },
        ]}
        onChange={(typeId) => {
          const type = workTypes.find((one) => one.typeId === typeId)
          if (!type) return
          setDraft(withType(draft, type))
          setWeight(weightText(type.weight))
        }}
      />
      <TextField
        label={works.title}
        value={draft.title}
        maxLength={200}
        autoComplete="off"
        problem={shown && refusal ? refusalText(refusal.code, refusal.params) : null}
        onChange={(event) => setDraft({ ...draft, title: event.target.value })}
      />
      <TextField
        label={works.weight}
        hint={works.weightHint}
        value={weight}
        inputMode="decimal"
        autoComplete="off"
        problem={tenths === null ? works.weightWrong : null}
        onChange={(event) => setWeight(event.target.value)}
      />
      <div className={styles.actions}>
        <Button onClick={onCancel}>{cancel}</Button>
        <Button kind="primary" type="submit">
          {action}
        </Button>
      </div>
    </form>
  )
}
