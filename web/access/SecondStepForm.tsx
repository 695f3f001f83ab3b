import { type FormEvent, useState } from 'react'
import { Problem } from '#web/platform/client.ts'
import { type SecondStep, takeSecondStep } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { answerOfPasskey } from './passkey.ts'
import * as texts from './protection.texts.ru.ts'
import styles from './SignInForm.module.css'

type Way = SecondStep['ways'][number]
const ask = { totp: texts.second.useTotp, passkey: texts.second.usePasskey, recovery: texts.second.useRecovery } as const

/** What comes after the right password: a code, a passkey, or a code kept for a bad day. */
export default function SecondStepForm({
  second,
  password,
  onAgain,
}: {
  second: SecondStep
  password: string
  onAgain: (why: string | null) => void
}) {
  const [way, setWay] = useState<Way>(second.ways[0]!)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      const passkey = way === 'passkey' ? await answerOfPasskey(second.passkey) : ''
      if (passkey === null) setProblem(texts.second.cancelled)
      else await takeSecondStep(second, way === 'passkey' ? { passkey } : { code }, password)
    } catch (error) {
      // The password was given too long ago, or has opened something already.
      if (error instanceof Problem && error.code === 'access.stepExpired') return onAgain(error.message)
      setProblem(sentenceOf(error as Error))
      setCode('')
    }
    setBusy(false)
  }
  const turnTo = (next: Way) => {
    setWay(next)
    setCode('')
    setProblem(null)
  }
  return (
    <form className={styles.form} onSubmit={submit} method="post">
      {problem && <Notice kind="bad">{problem}</Notice>}
      {way === 'passkey' ? (
        <p>{texts.second.passkeyText}</p>
      ) : (
        <TextField
          key={way}
          label={way === 'totp' ? texts.second.totp : texts.second.recovery}
          hint={way === 'totp' ? texts.second.totpHint : texts.second.recoveryHint}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="one-time-code"
          inputMode={way === 'totp' ? 'numeric' : 'text'}
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
          required
          maxLength={40}
        />
      )}
      <Button type="submit" kind="primary" busy={busy} className={styles.submit} data-autofocus={way === 'passkey' || undefined}>
        {way === 'passkey' ? texts.second.passkey : texts.second.submit}
      </Button>
      {second.ways
        .filter((other) => other !== way)
        .map((other) => (
          <Button key={other} kind="quiet" onClick={() => turnTo(other)}>
            {ask[other]}
          </Button>
        ))}
      <Button kind="quiet" onClick={() => onAgain(null)}>
        {texts.second.again}
      </Button>
      <p className={styles.small}>{texts.second.lost}</p>
    </form>
  )
}
