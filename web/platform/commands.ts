import { useCallback, useRef, useState } from 'react'
import type { CommandName, Input, Output } from '#domain/operations.ts'
import { call } from './client.ts'
import { createPresses } from './operationId.ts'
import { verdictOf } from './outboxAnswers.ts'

/**
 * Runs a command that only makes sense with the server at hand: accounts, passwords. A second press with the same input carries the
 * same operation id while nobody knows whether the first was done; after the server's last word it is another operation.
 */
export function useCommand<N extends CommandName>(name: N): { run(input: Input<N>): Promise<Output<N>>; running: boolean } {
  const [running, setRunning] = useState(false)
  const presses = useRef(createPresses())
  const run = useCallback(
    async (input: Input<N>) => {
      const operationId = presses.current.idOf(input)
      setRunning(true)
      try {
        const output = await call(name, input, { operationId })
        presses.current.decided()
        return output
      } catch (error) {
        if (verdictOf(error).kind === 'refused') presses.current.decided()
        throw error
      } finally {
        setRunning(false)
      }
    },
    [name],
  )
  return { run, running }
}
