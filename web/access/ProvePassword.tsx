import { type FormEvent, useState } from 'react'
import { useMe } from '#web/platform/session.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import * as texts from './protection.texts.ru.ts'
import styles from './SignInForm.module.css'

type Props = { action: string; onProve: (password: string) => Promise<void>; onCancel: () => void }

/** Asks for the password once more: whoever finds a journal open must not change how it is opened. */
export function ProvePassword({ action, onProve, onCancel }: Props) {
  const { login } = useMe()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await onProve(password)
    } catch (error) {
      setProblem(sentenceOf(error as Error))
      setPassword('')
    }
    setBusy(false)
  }
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      {problem && <Notice kind="bad">{problem}</Notice>}
      <input
        className="unseen"
        type="text"
        name="username"
        autoComplete="username"
        value={login}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        label={texts.factor.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus
        hint={texts.factor.passwordText}
      />
      <div className={styles.actions}>
        <SaveButton kind="primary" busy={busy} onCancel={onCancel}>
          {action}
        </SaveButton>
      </div>
    </form>
  )
}
