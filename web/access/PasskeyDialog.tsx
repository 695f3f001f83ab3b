import { type FormEvent, useState } from 'react'
import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { SaveButton } from '#web/ui/SaveButton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { ProvePassword } from './ProvePassword.tsx'
import { makePasskey } from './passkey.ts'
import * as texts from './protection.texts.ru.ts'
import form from './SignInForm.module.css'

type Started = { ticket: string; options: string }

/** Adds a passkey: the password, a name for the device, and the browser's own window. */
export function PasskeyDialog({ onDone, onClose }: { onDone: (codes: readonly string[]) => void; onClose: () => void }) {
  const start = useCommand('access.startPasskey')
  const [started, setStarted] = useState<Started | null>(null)
  return (
    <Dialog title={texts.factor.passkeyTitle} onClose={onClose}>
      {started ? (
        <Naming started={started} onDone={onDone} onClose={onClose} />
      ) : (
        <ProvePassword
          action={texts.factor.continue}
          onCancel={onClose}
          onProve={async (password) => setStarted(await start.run({ password }))}
        />
      )}
    </Dialog>
  )
}

type ToName = { started: Started; onDone: (codes: readonly string[]) => void; onClose: () => void }

function Naming({ started, onDone, onClose }: ToName) {
  const add = useCommand('access.addPasskey')
  const [name, setName] = useState(texts.factor.passkeyDefault)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    try {
      const response = await makePasskey(started.options)
      if (response === null) return setProblem(texts.second.cancelled)
      const { recoveryCodes } = await add.run({ ticket: started.ticket, response, name })
      toast(texts.factor.passkeyDone)
      onDone(recoveryCodes)
    } catch (error) {
      setProblem(sentenceOf(error as Error))
    }
  }
  return (
    <form className={form.form} onSubmit={submit} method="post">
      {problem && <Notice kind="bad">{problem}</Notice>}
      <TextField
        label={texts.factor.passkeyName}
        hint={texts.factor.passkeyHint}
        value={name}
        onChange={(event) => setName(event.target.value)}
        required
        autoFocus
        maxLength={60}
      />
      <div className={form.actions}>
        <SaveButton kind="primary" busy={add.running} onCancel={onClose}>
          {texts.factor.continue}
        </SaveButton>
      </div>
    </form>
  )
}
