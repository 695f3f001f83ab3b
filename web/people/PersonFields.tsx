import { useMe } from '#web/platform/session.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from './Form.module.css'
import { type PersonDraft, sexBy, snilsProblem } from './personDraft.ts'
import * as texts from './texts.ru.ts'

/** The facts of a card. A child’s birth date and languages matter, an adult’s languages do not. */
export function PersonFields({
  draft,
  onChange,
  student,
}: {
  draft: PersonDraft
  onChange: (draft: PersonDraft) => void
  student: boolean
}) {
  const { today } = useMe()
  const { fields } = texts
  const set = (part: Partial<PersonDraft>) => onChange({ ...draft, ...part })
  const name = (key: 'surname' | 'givenName', maxLength = 60) => (
    <TextField
      label={fields[key]}
      value={draft[key]}
      required
      maxLength={maxLength}
      autoComplete="off"
      onChange={(event) => set({ [key]: event.target.value })}
    />
  )
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        {name('surname')}
        {name('givenName')}
        <TextField
          label={fields.patronymic}
          value={draft.patronymic}
          maxLength={60}
          autoComplete="off"
          hint={fields.patronymicHint}
          onChange={(event) => set({ patronymic: event.target.value, sex: draft.sex || sexBy(event.target.value) })}
        />
      </div>
      <div className={styles.row}>
        <SelectField
          label={fields.sex}
          value={draft.sex}
          required
          options={[
            { value: '', label: '—', disabled: true },
            ...Object.entries(fields.sexes).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(sex) => set({ sex })}
        />
        <DateField
          label={fields.bornOn}
          value={draft.bornOn}
          min="1900-01-01"
          max={today}
          onChange={(bornOn) => set({ bornOn })}
        />
        <TextField
          label={fields.snils}
          value={draft.snils}
          inputMode="numeric"
          maxLength={20}
          autoComplete="off"
          hint={fields.snilsHint}
          problem={snilsProblem(draft.snils)}
          onChange={(event) => set({ snils: event.target.value })}
        />
      </div>
      {student && (
        <TextField
          label={fields.foreignLanguages}
          value={draft.foreignLanguages}
          maxLength={120}
          hint={fields.foreignLanguagesHint}
          onChange={(event) => set({ foreignLanguages: event.target.value })}
        />
      )}
    </div>
  )
}
