import styles from './Form.module.css'

/** Several lines under their label. */
export function TextArea({
  label,
  hint,
  value,
  onChange,
}: {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <label className={styles.label}>
      {label}
      <textarea className={styles.area} value={value} maxLength={1000} onChange={(event) => onChange(event.target.value)} />
      {hint && <span className={styles.hint}>{hint}</span>}
    </label>
  )
}
