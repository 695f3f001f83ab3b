import { type FormEvent, useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { ProvePassword } from './ProvePassword.tsx'
import * as texts from './protection.texts.ru.ts'
import form from './SignInForm.module.css'
import styles from './TotpDialog.module.css'
import { useQr } from './useQr.ts'

/** Connects an app of codes: the password, the picture, the first code. */
export function TotpDialog({ onDone, onClose }: { onDone: (codes: readonly string[]) => void; onClose: () => void }) {
  const start = useCommand('access.startTotp')
  const [made, setMade] = useState<{ secret: string; uri: string } | null>(null)
  return (
    <Dialog title={texts.factor.totpTitle} onClose={onClose}>
      {made ? (
        <FirstCode {...made} onDone={onDone} onClose={onClose} />
      ) : (
        <ProvePassword
          action={texts.factor.continue}
          onCancel={onClose}
          onProve={async (password) => setMade(await start.run({ password }))}
        />
      )}
    </Dialog>
  )
}

type Made = { secret: string; uri: string; onDone: (codes: readonly string[]) => void; onClose: () => void }

function FirstCode({ secret, uri, onDone, onClose }: Made) {
  const confirm = useCommand('access.confirmTotp')
  const pictures = useQr([uri])
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    try {
      const { recoveryCodes } = await confirm.run({ code })
      toast(texts.factor.totpDone)
      onDone(recoveryCodes)
    } catch (error) {
      setProblem(sentenceOf(error as Error))
      setCode('')
    }
  }
  return (
    <form className={form.form} onSubmit={submit} method="post">
      <p>{texts.factor.scan}</p>
      <div className={styles.picture}>
        {pictures && <img src={pictures.get(uri)} alt={texts.factor.scan} width="180" height="180" />}
      </div>
      <p className={form.small}>
        {texts.factor.orType} <span className={styles.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      <TextField
        label={texts.factor.code}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        autoFocus
        maxLength={10}
      />
      <div className={form.actions}>
        <SaveButton kind="primary" busy={confirm.running} onCancel={onClose}>
          {texts.factor.confirm}
        </SaveButton>
      </div>
    </form>
  )
}
