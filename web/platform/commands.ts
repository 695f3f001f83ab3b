import { useCallback, useRef, useState } from 'react'
import type { CommandName, Input, Output } from '#domain/operations.ts'
import { call, Problem } from './client.ts'
import { newOperationId } from './operationId.ts'

/**
 * Runs a command that only makes sense with the server at hand: accounts, passwords. A second press with the same input after an
 * answer was lost carries the same operation id, so that nothing is done twice.
 */
export function useCommand<N extends CommandName>(name: N): { run(input: Input<N>): Promise<Output<N>>; running: boolean } {
  const [running, setRunning] = useState(false)
  const unanswered = useRef<{ input: string; id: string } | null>(null)
  const run = useCallback(
    async (input: Input<N>) => {
      const written = JSON.stringify(input)
      const id = unanswered.current?.input === written ? unanswered.current.id : newOperationId()
      unanswered.current = { input: written, id }
      setRunning(true)
      try {
        const output = await call(name, input, { operationId: id })
        unanswered.current = null
        return output
      } catch (error) {
        if (error instanceof Problem) unanswered.current = null
        throw error
      } finally {
        setRunning(false)
      }
    },
    [name],
  )
  return { run, running }
}
