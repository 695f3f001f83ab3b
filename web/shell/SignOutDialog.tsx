import { Offline } from '#web/platform/client.ts'
import { useQueue } from '#web/platform/outbox.ts'
import { signOut } from '#web/platform/sessionActions.ts'
import { ConfirmDialog } from '#web/ui/ConfirmDialog.tsx'
import * as texts from './texts.ru.ts'

/** Asked when entries still wait on this device: they stay here, and only here. */
export function SignOutDialog({ onClose }: { onClose: () => void }) {
  const queue = useQueue()
  const leave = async () => {
    try {
      await signOut()
    } catch (error) {
      throw error instanceof Offline ? Object.assign(new Error(texts.leaving.offline), { name: 'Problem' }) : error
    }
  }
  return (
    <ConfirmDialog title={texts.leaving.title} action={texts.leaving.leave} danger onConfirm={leave} onClose={onClose}>
      <p>{texts.leaving.text(queue.length)}</p>
    </ConfirmDialog>
  )
}
