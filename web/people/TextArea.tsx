import styles from './Form.module.css'

/** Several lines under their label. */
export function TextArea({
  label,
  hint,
  value,
  required = false,
  onChange,
}: {
  label: string
  hint?: string
  value: string
  required?: boolean
  onChange: (value: string) => void
}) {
  return (
    <label className={styles.label}>
      {label}
      <textarea
        className={styles.area}
        value={value}
        required={required}
        maxLength={1000}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && <span className={styles.hint}>{hint}</span>}
    </label>
  )
}
