import type { Kind, Values } from '#domain/people/many.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import styles from './Form.module.css'
import { many as texts } from './many.texts.ru.ts'

const leave = { value: '', label: texts.leave }
const yesNo = (words: { true: string; false: string }) => [
  leave,
  { value: 'true', label: words.true },
  { value: 'false', label: words.false },
]
const asked = (value: string): boolean | undefined => (value === '' ? undefined : value === 'true')
const chosen = (value: boolean | undefined): string => (value === undefined ? '' : String(value))

/** The fields that can be said of many; what is not touched is left as it is for everybody. */
export function ManyFields({ kind, draft, onChange }: { kind: Kind; draft: Values; onChange: (draft: Values) => void }) {
  const set = (part: Values) => onChange({ ...draft, ...part })
  if (kind === 'student')
    return (
      <div className={styles.fields}>
        <TextField
          label={texts.fields.foreignLanguages}
          hint={texts.hints.foreignLanguages}
          value={draft.foreignLanguages ?? ''}
          maxLength={120}
          onChange={(event) => set({ foreignLanguages: event.target.value || undefined })}
        />
        <CheckboxField
          label={texts.clear}
          checked={draft.foreignLanguages === ''}
          onChange={(clear) => set({ foreignLanguages: clear ? '' : undefined })}
        />
      </div>
    )
  if (kind === 'guardian')
    return (
      <div className={styles.row}>
        <SelectField
          label={texts.fields.informed}
          value={chosen(draft.informed)}
          options={yesNo(texts.informed)}
          onChange={(value) => set({ informed: asked(value) })}
        />
        <SelectField
          label={texts.fields.livesWith}
          value={chosen(draft.livesWith)}
          options={yesNo(texts.livesWith)}
          onChange={(value) => set({ livesWith: asked(value) })}
        />
      </div>
    )
  return (
    <div className={styles.row}>
      <TextField
        label={texts.fields.position}
        hint={texts.hints.position}
        value={draft.position ?? ''}
        maxLength={120}
        onChange={(event) => set({ position: event.target.value || undefined })}
      />
      <SelectField
        label={texts.fields.category}
        value={draft.category === undefined ? 'leave' : draft.category}
        options={[
          { value: 'leave', label: texts.leave },
          ...Object.entries(texts.categories).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(value) => set({ category: value === 'leave' ? undefined : value })}
      />
      <DateField
        label={texts.fields.to}
        hint={texts.hints.to}
        value={draft.to ?? ''}
        onChange={(to) => set({ to: to ? (to as PlainDate) : undefined })}
      />
    </div>
  )
}
