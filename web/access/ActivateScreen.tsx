import { type FormEvent, useEffect, useState } from 'react'
import { tokenIn } from '#domain/access/slipAddress.ts'
import { call, Problem } from '#web/platform/client.ts'
import { signIn } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { documentTitle, sentenceOf } from '#web/ui/texts.ru.ts'
import styles from './ActivateScreen.module.css'
import { Doorway } from './Doorway.tsx'
import * as texts from './protection.texts.ru.ts'
import form from './SignInForm.module.css'
import * as own from './texts.ru.ts'

/** Where an activation link leads. Its token stands behind the «#»: servers and proxies on the way never see it. */
export default function ActivateScreen() {
  const [token] = useState(() => tokenIn(location.hash))
  const [password, setPassword] = useState('')
  const [login, setLogin] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error | null>(null)
  useEffect(() => {
    document.title = documentTitle(texts.activate.title)
    history.replaceState(null, '', '/activate') // whoever looks at the screen or its history finds no token
  }, [])
  const weak = problem instanceof Problem && problem.code === 'access.weakPassword'
  const attempt = async (event: FormEvent, work: () => Promise<void>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(error as Error)
    }
    setBusy(false)
  }
  const save = (event: FormEvent) =>
    attempt(event, async () => setLogin((await call('access.activate', { token, password })).login))
  const enter = (event: FormEvent) =>
    attempt(event, async () => {
      await signIn(login!, password) // whoever has a second step is asked for it at the door
      location.replace('/')
    })
  if (login !== null) {
    return (
      <Doorway title={texts.activate.done} lead={texts.activate.doneText}>
        <form className={form.form} onSubmit={enter} method="post">
          {problem && <Notice kind="bad">{sentenceOf(problem)}</Notice>}
          <p className={styles.login}>
            {texts.activate.login}
            <b className={styles.code}>{login}</b>
          </p>
          <Button type="submit" kind="primary" busy={busy}>
            {texts.activate.enter}
          </Button>
        </form>
      </Doorway>
    )
  }
  return (
    <Doorway title={texts.activate.title} lead={token ? texts.activate.lead : undefined}>
      {token ? (
        <form className={form.form} onSubmit={save} method="post">
          {problem && !weak && <Notice kind="bad">{sentenceOf(problem)}</Notice>}
          <PasswordField
            label={texts.activate.next}
            value={password}
            onChange={setPassword}
            autoComplete="new-password"
            autoFocus
            hint={own.password.hint}
            problem={weak ? problem.message : null}
          />
          <Button type="submit" kind="primary" busy={busy} className={form.submit}>
            {texts.activate.submit}
          </Button>
        </form>
      ) : (
        <Notice kind="note">{texts.activate.noToken}</Notice>
      )}
      <Button kind="quiet" onClick={() => location.replace('/')}>
        {texts.activate.signIn}
      </Button>
    </Doorway>
  )
}
