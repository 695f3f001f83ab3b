import { registerSW } from 'virtual:pwa-register'

let waiting = false
let update: ((reload?: boolean) => Promise<void>) | null = null
const listeners = new Set<() => void>()

/** Registers the worker that lets pages open without a network. A new version waits until the person asks for it. */
export function startServiceWorker(): void {
  if (!import.meta.env.PROD) return
  update = registerSW({
    onNeedRefresh() {
      waiting = true
      for (const listener of listeners) listener()
    },
    onRegisteredSW(_address, registration) {
      // A page may stay open for weeks.
      if (registration) setInterval(() => void registration.update().catch(() => undefined), 30 * 60_000)
    },
  })
}

/** Is a new version ready? */
export const updateWaits = (): boolean => waiting

/** Calls back when a new version is ready. */
export function subscribeUpdate(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Starts the new version: the page reloads. */
export const applyUpdate = (): Promise<void> => update?.(true) ?? Promise.resolve()
