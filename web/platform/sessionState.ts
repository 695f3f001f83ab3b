import type { Output } from '#domain/operations.ts'

/** The signed-in person with everything permissions are decided by. */
export type Me = Output<'access.me'>

/**
 * - `opening`: not asked yet
 * - `signedOut`: the sign-in screen
 * - `unreachable`: no network, and nobody has used this device
 * - `open`: work; `reached` is false while the server has not confirmed the person yet
 * - `ended`: the session ended while pages are open: they stay behind the dialog
 * - `locked`: the server or the person asks for the password
 */
export type Session =
  | { state: 'opening' | 'signedOut' | 'unreachable'; me: null }
  | { state: 'open' | 'ended' | 'locked'; me: Me; reached: boolean }

let session: Session = { state: 'opening', me: null }
const listeners = new Set<() => void>()

/** The session at this moment. The same object until it changes. */
export const sessionNow = (): Session => session

/** Id of the person whose page this is, or null. */
export const personNow = (): string | null => session.me?.actor.personId ?? null

/** Calls back after every change of the session. */
export function subscribeSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Only the session's own files change it. */
export function changeSession(next: Session): void {
  session = next
  for (const listener of listeners) listener()
}
