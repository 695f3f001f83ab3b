import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import { ProvePassword } from './ProvePassword.tsx'
import * as texts from './protection.texts.ru.ts'

export type Removing = { kind: 'totp' } | { kind: 'passkey'; passkeyId: string }

/** Takes one way of the second step away, by password. */
export function RemoveFactorDialog({ what, onClose }: { what: Removing; onClose: () => void }) {
  const removeTotp = useCommand('access.removeTotp')
  const removePasskey = useCommand('access.removePasskey')
  const remove = async (password: string) => {
    if (what.kind === 'totp') await removeTotp.run({ password })
    else await removePasskey.run({ passkeyId: what.passkeyId, password })
    toast(texts.factor.removed)
    onClose()
  }
  return (
    <Dialog title={texts.factor.removeTitle} onClose={onClose}>
      <ProvePassword action={texts.factor.disconnect} onProve={remove} onCancel={onClose} />
    </Dialog>
  )
}
