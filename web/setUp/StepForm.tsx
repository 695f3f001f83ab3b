import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import type { Draft, Problems } from './draft.ts'
import styles from './FirstStart.module.css'
import * as texts from './texts.ru.ts'

export type StepProps = { draft: Draft; onChange: (draft: Draft) => void; onBack: (() => void) | null; onNext: () => unknown }

/** A step as a form: its first field has the focus, what is wrong is told when one wants to go on, and goes as soon as it is right. */
export function StepForm({
  problems,
  action,
  onBack,
  onNext,
  children,
}: {
  problems: Problems
  action: string
  onBack: (() => void) | null
  onNext: () => unknown
  children: (told: Problems) => ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setTried(true)
    setRefused(null)
    if (Object.keys(problems).length > 0) {
      // After the words have been painted: the field that is wrong is in sight and read aloud with them.
      requestAnimationFrame(() => form.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus())
      return
    }
    setBusy(true)
    try {
      await onNext()
    } catch (error) {
      setRefused(sentenceOf(error as Error))
    }
    setBusy(false)
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} method="post" noValidate>
      {children(tried ? problems : {})}
      {refused && <Notice kind="bad">{refused}</Notice>}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" busy={busy}>
          {action}
        </Button>
        {onBack && <Button onClick={onBack}>{texts.back}</Button>}
      </div>
    </form>
  )
}
