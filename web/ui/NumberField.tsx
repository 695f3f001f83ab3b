import { type ReactNode, useId, useState } from 'react'
import styles from './Field.module.css'
import { Field } from './Field.tsx'
import * as texts from './table.texts.ru.ts'

type Props = {
  label: string
  value: number | null
  /** Null when the field is empty or holds no number in range. */
  onChange: (value: number | null) => void
  min?: number
  max?: number
  /** 0.5 takes «2,5». */
  step?: number
  disabled?: boolean
  hint?: ReactNode
  error?: string | null
}

const MANY = 1_000_000
const shown = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))

/** A number as people write it: with a comma. What is half typed stays as it is, and what is out of range says so. */
export function NumberField({ label, value, onChange, min = 0, max = MANY, step = 1, disabled, hint, error }: Props) {
  const id = useId()
  const [typed, setTyped] = useState(shown(value))
  const read = (text: string): number | null => {
    const number = Number(text.trim().replace(',', '.'))
    return text.trim() !== '' && number >= min && number <= max && Number.isInteger(number / step) ? number : null
  }
  const text = read(typed) === value ? typed : shown(value)
  const wrong = error ?? (text.trim() !== '' && read(text) === null ? texts.range(min, max, MANY) : null)
  return (
    <Field id={id} label={label} hint={hint} problem={wrong}>
      <input
        id={id}
        type="text"
        inputMode={step < 1 ? 'decimal' : 'numeric'}
        className={styles.control}
        value={text}
        disabled={disabled}
        autoComplete="off"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={hint || wrong ? `${id}-hint` : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(read(event.target.value))
        }}
      />
    </Field>
  )
}
