import { type KeyboardEvent, type ReactNode, type Ref, useId, useLayoutEffect, useRef } from 'react'
import { Field } from '#web/ui/Field.tsx'
import styles from './TextArea.module.css'

type Props = {
  label: string
  /** The label is read aloud only: the column of the table says it. */
  bare?: boolean
  hint?: ReactNode
  problem?: string | null
  value: string
  rows?: number
  maxLength?: number
  disabled?: boolean
  placeholder?: string
  describedBy?: string
  ref?: Ref<HTMLTextAreaElement>
  onChange: (value: string) => void
  /** The person leaves the field: the time to save. */
  onLeave?: () => void
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
}

/** Several lines of text that grow with what is written. */
export function TextArea({ label, bare = false, hint, problem, onChange, onLeave, rows = 1, describedBy, ref, ...rest }: Props) {
  const id = useId()
  const own = useRef<HTMLTextAreaElement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = own.current
    if (!area || CSS.supports('field-sizing', 'content')) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
  }, [rest.value])
  const area = (
    <textarea
      {...rest}
      ref={(element) => {
        own.current = element
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
      id={id}
      rows={rows}
      className={bare ? styles.bare : styles.area}
      aria-label={bare ? label : undefined}
      aria-invalid={problem ? true : undefined}
      aria-describedby={describedBy ?? (hint || problem ? `${id}-hint` : undefined)}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  )
  return bare ? (
    area
  ) : (
    <Field id={id} label={label} hint={hint} problem={problem}>
      {area}
    </Field>
  )
}
