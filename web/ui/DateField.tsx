import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'
import { Field } from './Field.tsx'

type Props = {
  label: string
  /** 'YYYY-MM-DD', or '' when no day is chosen. */
  value: string
  onChange: (value: string) => void
  min?: string
  max?: string
  required?: boolean
  disabled?: boolean
  hint?: ReactNode
  /** What is wrong with the day. */
  error?: string | null
}

/** A day, by the browser's own calendar: it knows the keyboard, and the phone. */
export function DateField({ label, value, onChange, hint, error, ...rest }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} problem={error}>
      <input
        {...rest}
        id={id}
        type="date"
        className={styles.control}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={hint || error ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
