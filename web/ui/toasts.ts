/** A short word about what has just been done, with a way back while there is one. */
export type Toast = { id: number; text: string; action: { label: string; run: () => void } | null }

const STAY = 8_000
let toasts: readonly Toast[] = []
let next = 1
const listeners = new Set<() => void>()

/** Shows a toast for a few seconds; it is read aloud politely. Returns a function that takes it away. */
export function toast(text: string, action: Toast['action'] = null): () => void {
  const id = next++
  change([...toasts.slice(-2), { id, text, action }])
  const remove = () => change(toasts.filter((shown) => shown.id !== id))
  setTimeout(remove, STAY)
  return remove
}

/** Takes a toast away. */
export const removeToast = (id: number): void => change(toasts.filter((shown) => shown.id !== id))

/** What is shown now. */
export const toastsNow = (): readonly Toast[] => toasts

/** Calls back after every change. */
export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(to: readonly Toast[]): void {
  toasts = to
  for (const listener of listeners) listener()
}
