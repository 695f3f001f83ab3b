import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { PlainDate } from '#domain/platform/dates.ts'
import { type Done, doneKey, readDone, withTick } from './done.ts'

/** Our own pages of the same tab are not told by `storage`. */
const ownChange = 'zvonok:done'

/** Ticks of the person on this device, the same in every open tab. */
export function useDone(
  personId: string,
  today: PlainDate,
): { done: Done; tick(task: string, due: PlainDate, ticked: boolean): void } {
  const key = doneKey(personId)
  const stored = useSyncExternalStore(subscribe, () => localStorage.getItem(key))
  const done = useMemo(() => readDone(stored), [stored])
  const tick = useCallback(
    (task: string, due: PlainDate, ticked: boolean) => {
      localStorage.setItem(key, JSON.stringify(withTick(readDone(localStorage.getItem(key)), task, due, ticked, today)))
      window.dispatchEvent(new Event(ownChange))
    },
    [key, today],
  )
  return { done, tick }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('storage', changed)
  window.addEventListener(ownChange, changed)
  return () => {
    window.removeEventListener('storage', changed)
    window.removeEventListener(ownChange, changed)
  }
}
