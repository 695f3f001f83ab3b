import { useRef, useState } from 'react'
import type { Input } from '#domain/operations.ts'
import { call } from '#web/platform/client.ts'
import { sentenceOf } from '#web/ui/texts.ru.ts'
import { type Batch, type By, batchesOf, type Issued, type Recipient } from './batches.ts'

export type Issuing = {
  /** Nothing asked for yet; at work; stopped by a refusal with the rest still to do; done. */
  state: 'idle' | 'running' | 'stopped' | 'done'
  issued: readonly Issued[]
  all: number
  problem: string | null
  start(recipients: readonly Recipient[], by: By): void
  goOn(): void
  reset(): void
}

/** Hands out accounts batch by batch. What has been answered is kept on the screen, also when a later batch is refused. */
export function useIssuing(classId: string | null): Issuing {
  const [state, setState] = useState<Issuing['state']>('idle')
  const [issued, setIssued] = useState<readonly Issued[]>([])
  const [all, setAll] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const rest = useRef<{ batches: Batch[]; by: By }>({ batches: [], by: 'password' })

  const ask = async ({ create, personIds }: Batch, by: By) => {
    const input: Input<'access.createAccounts'> = { personIds, by }
    if (classId) return call('access.issueInClass', { ...input, classId })
    return call(create ? 'access.createAccounts' : 'access.reissue', input)
  }
  const work = async () => {
    setState('running')
    setProblem(null)
    try {
      for (let batch = rest.current.batches[0]; batch; batch = rest.current.batches[0]) {
        const answer = await ask(batch, rest.current.by)
        rest.current.batches.shift()
        setIssued((before) => [...before, ...answer.issued])
      }
      setState('done')
    } catch (error) {
      setProblem(sentenceOf(error as Error))
      setState('stopped')
    }
  }
  return {
    state,
    issued,
    all,
    problem,
    start(recipients, by) {
      rest.current = { batches: batchesOf(recipients), by }
      setIssued([])
      setAll(new Set(recipients.map(({ personId }) => personId)).size)
      void work()
    },
    goOn: () => void work(),
    reset() {
      rest.current.batches = []
      setIssued([])
      setState('idle')
      setProblem(null)
    },
  }
}
