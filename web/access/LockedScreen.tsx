import { type FormEvent, useRef, useState } from 'react'
import { fullName, initials } from '#domain/people/names.ts'
import { Problem } from '#web/platform/client.ts'
import { useQueue } from '#web/platform/outbox.ts'
import { useMe } from '#web/platform/session.tsx'
import { signOut, unlock } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { PasswordField } from '#web/ui/PasswordField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { useModal } from '#web/ui/useModal.ts'
import { Doorway } from './Doorway.tsx'
import styles from './LockedScreen.module.css'
import * as texts from './texts.ru.ts'

/** Nothing of the journal is to be seen until its person gives the password; the pages behind keep what was typed. */
export function LockedScreen() {
  const { actor, login } = useMe()
  const queue = useQueue()
  const ref = useRef<HTMLDialogElement>(null)
  useModal(ref)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const attempt = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      // The session is over altogether: the dialog «Войдите снова» has taken over.
      if (!(error instanceof Problem && error.status === 401)) setProblem(sentenceOf(error as Error))
      setPassword('')
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => unlock(password))
  }
  return (
    <dialog
      ref={ref}
      className={styles.cover}
      aria-label={texts.locked.title}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
    >
      <Doorway
        title={texts.locked.title}
        lead={texts.locked.text}
        picture={<span className={styles.avatar}>{initials(actor.name)}</span>}
      >
        <form className={styles.form} onSubmit={submit} method="post">
          {problem && <Notice kind="bad">{problem}</Notice>}
          <p className={styles.name}>{fullName(actor.name)}</p>
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
            label={texts.signIn.password}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            autoFocus
          />
          <Button type="submit" kind="primary" busy={busy}>
            {texts.locked.submit}
          </Button>
          <Button kind="quiet" onClick={() => void attempt(signOut)}>
            {texts.locked.notMe}
          </Button>
        </form>
        {queue.length > 0 && <p className={styles.kept}>{texts.locked.kept(queue.length)}</p>}
      </Doorway>
    </dialog>
  )
}
