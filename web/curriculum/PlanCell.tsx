import { memo, useState } from 'react'
import { parseEntry } from '#domain/curriculum/entry.ts'
import styles from './PlanGrid.module.css'

type Props = {
  /** Subject and curriculum, read aloud. */
  label: string
  text: string
  row: number
  column: number
  readOnly: boolean
  /** A value that is understood. Null: the person has left something that is not. */
  onCommit: (row: number, column: number, text: string) => void
  onWrong: (text: string) => void
}

/** One cell: typing replaces what stands there, leaving it keeps what was typed, Escape brings the old back. */
export const PlanCell = memo(function PlanCell({ label, text, row, column, readOnly, onCommit, onWrong }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft === null) return
    if (draft === text) return setDraft(null)
    if (!parseEntry(draft)) return onWrong(draft)
    setDraft(null)
    onCommit(row, column, draft)
  }
  const wrong = draft !== null && !parseEntry(draft)
  return (
    <input
      className={styles.input}
      data-at={`${row}:${column}`}
      data-typed={draft === null ? undefined : ''}
      aria-label={label}
      aria-invalid={wrong || undefined}
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      readOnly={readOnly}
      value={draft ?? text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
})
