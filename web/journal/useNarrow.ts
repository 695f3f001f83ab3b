import { useSyncExternalStore } from 'react'

/** Is the page shown on a phone? */
export const useNarrow = (): boolean => useSyncExternalStore(followWidth, () => phones.matches)

const phones = window.matchMedia('(max-width: 48rem)')

function followWidth(listener: () => void): () => void {
  phones.addEventListener('change', listener)
  return () => phones.removeEventListener('change', listener)
}
