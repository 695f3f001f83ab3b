import { useSyncExternalStore } from 'react'

/** What stands on paper in place of names, while something is being printed masked; null otherwise. */
let masks: ReadonlyMap<string, string> | null = null
const listeners = new Set<() => void>()

export function setMasks(to: ReadonlyMap<string, string> | null): void {
  if (masks === to) return
  masks = to
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The name of a student as it is shown now: on paper perhaps another than on the screen. */
export const usePrintedName = (studentId: string, name: string): string =>
  useSyncExternalStore(subscribe, () => masks?.get(studentId) ?? (masks ? '' : name))

/** Are names hidden on what is being printed? Then other people’s names are to be left out as well. */
export const useMasked = (): boolean => useSyncExternalStore(subscribe, () => masks !== null)
