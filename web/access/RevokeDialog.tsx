import { useCommand } from '#web/platform/commands.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import { toast } from '#web/ui/toasts.ts'
import type { OwnSession } from './SessionItem.tsx'
import * as texts from './texts.ru.ts'

/** Asks before another device is signed out. */
export function RevokeDialog({ session, onClose }: { session: OwnSession; onClose: () => void }) {
  const revoke = useCommand('access.revokeSession')
  const confirm = async () => {
    await revoke.run({ sessionId: session.sessionId })
    toast(texts.security.revoked)
    onClose()
  }
  return (
    <ConfirmDialog title={texts.security.revokeTitle} action={texts.security.revoke} danger onConfirm={confirm} onClose={onClose}>
      <p>{texts.security.revokeText(session.device)}</p>
    </ConfirmDialog>
  )
}
