import { useSyncExternalStore } from 'react'
import { Offline } from './client.ts'
import { queueStatusNow, subscribeQueue } from './outbox.ts'
import { queryClient } from './queryClient.ts'

/**
 * Can the server be reached? The browser's own word is trusted only when it says no; otherwise the last answers tell: offline while
 * the newest question on the page stayed without an answer.
 */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, onlineNow)

/** The same, at this moment. */
export const onlineNow = (): boolean => navigator.onLine && !queueStatusNow().unreachable && !unanswered()

function unanswered(): boolean {
  let newest = 0
  let offline = false
  for (const { state } of queryClient.getQueryCache().getAll()) {
    const data = state.data as { keptAt?: string | null } | undefined
    const at = Math.max(state.dataUpdatedAt, state.errorUpdatedAt)
    if (at < newest) continue
    newest = at
    offline = state.errorUpdatedAt >= state.dataUpdatedAt ? state.error instanceof Offline : Boolean(data?.keptAt)
  }
  return offline
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  const stops = [queryClient.getQueryCache().subscribe(listener), subscribeQueue(listener)]
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
    for (const stop of stops) stop()
  }
}
