import { useEffect, useRef, useState } from 'react'
import type { Output } from '#domain/operations.ts'
import type { Presence } from '#domain/training/rules.ts'
import { call } from '#web/platform/client.ts'
import { newOperationId } from '#web/platform/operationId.ts'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { toast } from '#web/ui/toasts.ts'
import { type Marked, withMarks } from './presence.ts'

type Person = Output<'training.sheet'>['people'][number]
export type Marks = { personId: string; presence: Presence | null; expected: Presence | null }[]

/** The list with marks that are seen at once and sent one after another; what is refused goes back with the reason. */
export function useMarks(trainingId: string, people: readonly Person[], onChange: () => void) {
  const [ahead, setAhead] = useState<ReadonlyMap<string, Presence | null>>(new Map())
  const line = useRef<Promise<void>>(Promise.resolve())
  const waiting = useRef(0)
  useEffect(() => {
    // The list has been read anew and nothing is on its way: it says all.
    if (people.length > 0 && waiting.current === 0) setAhead(new Map())
  }, [people])
  const shown: (Person & Marked)[] = withMarks(people, ahead)
  const mark = (marks: Marks) => {
    if (marks.length === 0) return
    setAhead((standing) => new Map([...standing, ...marks.map(({ personId, presence }) => [personId, presence] as const)]))
    waiting.current++
    line.current = line.current.then(async () => {
      try {
        await call('training.mark', { trainingId, marks }, { operationId: newOperationId() })
      } catch (failure) {
        const back = marks.map(({ personId, expected }) => [personId, expected] as const)
        setAhead((standing) => new Map([...standing, ...back]))
        toast(sentenceOf(failure as Error))
      } finally {
        waiting.current--
        if (waiting.current === 0) onChange()
      }
    })
  }
  return { shown, mark }
}
