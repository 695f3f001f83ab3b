import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useId, useState } from 'react'
import styles from './FileDrop.module.css'

/** A file, chosen or dropped. The whole field is pressed; the keyboard reaches the browser's own control. */
export function FileDrop({
  label,
  accept,
  onFile,
  hint,
  disabled,
}: {
  label: string
  /** As the browser takes it: '.xlsx,.csv'. */
  accept: string
  onFile: (file: File) => void
  hint?: ReactNode
  disabled?: boolean
}) {
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !disabled) onFile(file)
  }
  return (
    <label
      htmlFor={id}
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={28} stroke={1.5} aria-hidden />
      <span className={styles.label}>{label}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={disabled}
        className={styles.input}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = '' // the same file may be chosen again, after it was put right
          if (file) onFile(file)
        }}
      />
    </label>
  )
}
