import { type FormEvent, type ReactNode, Suspense, useState } from 'react'
import { type SecondStep, signIn } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './SignInForm.module.css'
import * as texts from './texts.ru.ts'

const SecondStepForm = lazyPart(() => import('./SecondStepForm.tsx'))

/** Login and password, and the second step of who has one. When the login is known already, one starts with the password. */
export function SignInForm({ known = '', children }: { known?: string; children?: ReactNode }) {
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [second, setSecond] = useState<SecondStep | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      setSecond(await signIn(login.trim(), password))
      setBusy(false)
    } catch (error) {
      setProblem(sentenceOf(error as Error))
      setBusy(false)
    }
  }
  if (second) {
    const again = (why: string | null) => {
      setSecond(null)
      setPassword('')
      setProblem(why)
    }
    return (
      <Suspense>
        <SecondStepForm second={second} password={password} onAgain={again} />
      </Suspense>
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      {problem && <Notice kind="bad">{problem}</Notice>}
      <TextField
        label={texts.signIn.login}
        name="username"
        value={login}
        onChange={(event) => setLogin(event.target.value)}
        autoComplete="username"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus={!known}
        required
        maxLength={60}
      />
      <PasswordField
        label={texts.signIn.password}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus={Boolean(known)}
      />
      <Button type="submit" kind="primary" busy={busy} className={styles.submit}>
        {texts.signIn.submit}
      </Button>
      {children}
    </form>
  )
}
