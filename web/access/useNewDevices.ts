import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { call } from '#web/platform/client.ts'
import { invalidate, useQuery } from '#web/platform/queries.ts'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'

export type NewDevice = Output<'notifications.list'>['devices'][number]

/** Sign-ins to this account on devices it did not know, and the two answers to them. */
export function useNewDevices() {
  const { data } = useQuery('notifications.list', {})
  const [, navigate] = useLocation()
  const again = () => invalidate(['notifications.list', 'access.sessions'])
  return {
    devices: data?.devices ?? [],
    /** Unheard without a network: it is told again the next time. */
    async mine() {
      await call('access.seeDevices', {}, { quiet: true }).catch(() => undefined)
      await again()
    },
    /** Ends that sign-in, and leads to a new password: the old one is known to somebody. */
    async notMine({ sessionId, ended }: NewDevice) {
      try {
        if (!ended) await call('access.revokeSession', { sessionId })
        await call('access.seeDevices', {}, { quiet: true })
      } catch (failure) {
        toast(sentenceOf(failure as Error))
        return
      }
      navigate('/security/password?why=device')
      await again()
    },
  }
}
