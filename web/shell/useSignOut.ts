import { Offline } from '#web/platform/client.ts'
import { queueNow } from '#web/platform/outbox.ts'
import { signOut } from '#web/platform/sessionActions.ts'
import { toast } from '#web/ui/toasts.ts'
import * as texts from './texts.ru.ts'

/** Signs out at once when nothing waits on the device; otherwise `ask` opens the question. */
export function useSignOut(ask: () => void): () => void {
  return () => {
    if (queueNow().length > 0) return ask()
    signOut().catch((error: unknown) => toast(error instanceof Offline ? texts.leaving.offline : (error as Error).message))
  }
}
