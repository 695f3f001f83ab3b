import { useEffect, useState } from 'react'
import { queueNow, subscribeQueue } from '#web/platform/outbox.ts'

/** Nothing entered for so long is a rest; who enters without one gets the news all the same. */
const REST = 1000
const MOST = 5000

/**
 * Is nothing being entered? Each saved mark makes the server say «ask again» to its author too, who has nothing to learn from it and
 * whose keys would have to wait for the answer to be read: questions about a page are put off until the hands rest on it.
 */
export function useResting(pageKey: string): boolean {
  const [resting, setResting] = useState(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is asked for at once
  useEffect(() => {
    setResting(true)
    let newest = newestIn(queueNow())
    let since: number | null = null
    let timer = 0
    const rest = () => {
      since = null
      setResting(true)
    }
    const follow = () => {
      const now = newestIn(queueNow())
      if (now <= newest) return
      newest = now
      since ??= performance.now()
      setResting(false)
      clearTimeout(timer)
      timer = window.setTimeout(rest, Math.min(REST, since + MOST - performance.now()))
    }
    const stop = subscribeQueue(follow)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [pageKey])
  return resting
}

/** Ids of operations grow with time. */
const newestIn = (queue: ReturnType<typeof queueNow>): string => queue.reduce((newest, { id }) => (id > newest ? id : newest), '')
