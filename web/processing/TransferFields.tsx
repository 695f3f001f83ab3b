import type { Note, Transfer } from '#domain/processing/rules.ts'
import { SelectField } from '#web/ui/SelectField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { note as texts } from './texts.ru.ts'

type Said = Pick<Note, 'transfer' | 'transferredTo'>

/** Do data go to somebody else, and to whom. */
export function TransferFields({ value, onChange }: { value: Said; onChange: (value: Said) => void }) {
  return (
    <>
      <SelectField
        label={texts.transfer}
        value={value.transfer}
        options={Object.entries(texts.transfers).map(([key, label]) => ({ value: key, label }))}
        onChange={(transfer) =>
          onChange({ transfer: transfer as Transfer, transferredTo: transfer === 'some' ? value.transferredTo : '' })
        }
      />
      {value.transfer === 'some' && (
        <TextField
          label={texts.transferredTo}
          value={value.transferredTo}
          maxLength={500}
          required
          onChange={(event) => onChange({ ...value, transferredTo: event.target.value })}
        />
      )}
    </>
  )
}
