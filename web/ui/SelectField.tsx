import { type SelectHTMLAttributes, useId } from 'react'
import styles from './SelectField.module.css'

type Option = { value: string; label: string; disabled?: boolean }
type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value' | 'id'> & {
  label: string
  /** The label is read aloud only: what is chosen speaks for itself. */
  bare?: boolean
  value: string
  options: readonly Option[] | readonly { group: string; options: readonly Option[] }[]
  onChange: (value: string) => void
}

/** The browser's own select in our dress: on a phone it opens the phone's own list. */
export function SelectField({ label, bare = false, value, options, onChange, ...rest }: Props) {
  const id = useId()
  return (
    <span className={styles.field}>
      <label htmlFor={id} className={bare ? 'unseen' : styles.label}>
        {label}
      </label>
      <select {...rest} id={id} className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) =>
          'group' in option ? (
            <optgroup key={option.group} label={option.group}>
              {option.options.map(choice)}
            </optgroup>
          ) : (
            choice(option)
          ),
        )}
      </select>
    </span>
  )
}

const choice = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
)
