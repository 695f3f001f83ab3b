import { type MouseEvent, type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './SaveButton.module.css'
import { cancel } from './texts.ru.ts'
import { unfilledIn, whatIsMissing } from './unfilled.ts'

type Props = {
  kind?: 'primary' | 'danger'
  /** Everything needed is filled in; left out, the fields of the form themselves say whether it is. */
  ready?: boolean
  /** What is missing where no field can say it: «Выберите ученика». */
  wanted?: string
  busy: boolean
  /** Left out inside a form that has its own `onSubmit`. */
  onSave?: () => void
  /** Shows «Отмена» before it. */
  onCancel?: () => void
  children: ReactNode
}

/**
 * The main action of a form. Pressed before everything is filled in it does nothing but help: says what is missing and leads to the
 * first such field. A grey button would keep that to itself.
 */
export function SaveButton({ kind = 'primary', ready, wanted, busy, onSave, onCancel, children }: Props) {
  const [missing, setMissing] = useState({ text: '', turn: 0 })
  const press = (event: MouseEvent<HTMLElement>) => {
    const form = event.currentTarget.closest<HTMLElement>('dialog, form')
    const fields = form ? unfilledIn(form) : []
    const done = ready ?? fields.length === 0
    // A form sends itself, by Enter too.
    if (!done || onSave) event.preventDefault()
    if (done) {
      setMissing({ text: '', turn: 0 })
      return onSave?.()
    }
    form?.setAttribute('data-told', '')
    setMissing({ text: (fields.length === 0 && wanted) || whatIsMissing(fields), turn: missing.turn + 1 })
    fields[0]?.focus()
  }
  return (
    <>
      {!ready && missing.text && (
        <p key={missing.turn} className={styles.missing} role="alert">
          {missing.text}
        </p>
      )}
      {onCancel && <Button onClick={onCancel}>{cancel}</Button>}
      <Button type="submit" kind={kind} busy={busy} onClick={press}>
        {children}
      </Button>
    </>
  )
}
