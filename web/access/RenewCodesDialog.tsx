import { useCommand } from '#web/platform/commands.ts'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ProvePassword } from './ProvePassword.tsx'
import * as texts from './protection.texts.ru.ts'

/** Ten new recovery codes, by password. */
export function RenewCodesDialog({ onDone, onClose }: { onDone: (codes: readonly string[]) => void; onClose: () => void }) {
  const renew = useCommand('access.renewRecoveryCodes')
  return (
    <Dialog title={texts.factor.renewTitle} onClose={onClose}>
      <p>{texts.factor.renewText}</p>
      <ProvePassword
        action={texts.factor.renew}
        onCancel={onClose}
        onProve={async (password) => onDone((await renew.run({ password })).recoveryCodes)}
      />
    </Dialog>
  )
}
