import { useEffect, useState } from 'react'

/**
 * State of a list that is still there when one comes back to it — by «Назад», or by reloading the page: it lies in this entry of the
 * browser's history. Written at the click that may lead away and not while one types: browsers count how often it is written.
 */
export function useKept<T>(key: string, initial: T): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => (keptNow()[key] as T | undefined) ?? initial)
  useEffect(() => {
    const keep = () => {
      const kept = keptNow()
      if (JSON.stringify(kept[key] ?? initial) === JSON.stringify(value)) return
      history.replaceState({ ...history.state, kept: { ...kept, [key]: value } }, '')
    }
    document.addEventListener('click', keep, true)
    return () => document.removeEventListener('click', keep, true)
  })
  return [value, setValue]
}

const keptNow = (): Record<string, unknown> => (history.state as { kept?: Record<string, unknown> } | null)?.kept ?? {}
