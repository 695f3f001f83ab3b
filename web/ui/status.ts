type Listener = (text: string) => void
const listeners = new Set<Listener>()

/** Has a screen reader read the sentence when it is free. Everything goes through one region, so that nothing is read twice. */
export function say(text: string): void {
  for (const listener of listeners) listener(text)
}

/** For the region itself. */
export function onSay(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
