import { useRef, useState } from 'react'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import * as texts from './settings.texts.ru.ts'

/**
 * A choice that is kept as soon as it is made. It stands as it was made, whatever is asked again meanwhile; several made quickly reach the
 * server in their order. When one is refused, what the server has stands again.
 */
export function useKeeping<V>(standing: V, keep: (value: V) => Promise<unknown>): [V, (value: V) => void] {
  const [made, setMade] = useState<{ value: V } | null>(null)
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const make = (value: V) => {
    setMade({ value })
    before.current = before.current
      .then(() => keep(value))
      .then(
        () => toast(texts.saved),
        (failure: unknown) => {
          toast(sentenceOf(failure as Error))
          setMade(null)
        },
      )
  }
  return [made ? made.value : standing, make]
}
