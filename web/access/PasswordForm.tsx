import { type FormEvent, useState } from 'react'
import { Problem } from '#web/platform/client.ts'
import { useMe } from '#web/platform/session.tsx'
import { changePassword, typedPassword } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './SignInForm.module.css'
import * as texts from './texts.ru.ts'

/** The present password and the next one. A one-time password just typed at the door is not asked for again. */
export function PasswordForm({ first, onDone }: { first: boolean; onDone?: () => void }) {
  const { login } = useMe()
  const [known] = useState(typedPassword)
  const [current, setCurrent] = useState(known ?? '')
  const [next, setNext] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  const weak = problem instanceof Problem && problem.code === 'access.weakPassword'
  const wrong = problem instanceof Problem && problem.code === 'access.wrongPassword' && known === null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await changePassword(current, next)
      onDone?.()
    } catch (error) {
      setProblem(error as Error)
    }
    setBusy(false)
  }
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      {problem && !weak && !wrong && <Notice kind="bad">{sentenceOf(problem)}</Notice>}
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
      {known === null && (
        <PasswordField
          label={first ? texts.password.oneTime : texts.password.current}
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
          autoFocus={first}
          problem={wrong ? problem.message : null}
        />
      )}
      <PasswordField
        label={texts.password.next}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        autoFocus={first && known !== null}
        hint={texts.password.hint}
        problem={weak ? problem.message : null}
      />
      <Button type="submit" kind="primary" busy={busy} className={styles.submit}>
        {first ? texts.password.first : texts.password.submit}
      </Button>
    </form>
  )
}
