import { type Action, type Operation, step } from '#web/platform/outboxRules.ts'
import { cellsOf } from '#web/platform/outboxShapes.ts'

/** Mistakes that a checker worth its name must find. */
export const bugs = [
  'the server forgets ids',
  'the server forgets refusals',
  'the server overwrites',
  'the queue lives in memory',
  'silence counts as saved',
  'sent operations are joined',
  'order within a cell is not kept',
  'a conflict is rebased on the value nobody has seen',
] as const
export type Bug = (typeof bugs)[number]

/** The queue's own step, or the same with a mistake planted into it. */
export function spoiled(
  bug: Bug | null,
  queue: readonly Operation[],
  action: Action,
  newId: () => string,
  valueAt: (place: string) => unknown,
) {
  if (bug === 'sent operations are joined' && action.kind === 'submit') {
    return step(
      queue.map((op) => (op.state === 'refused' ? op : { ...op, tries: 0 })),
      action,
      newId,
    )
  }
  if (bug === 'order within a cell is not kept' && action.kind === 'claim') {
    const claimed = queue
      .filter((op) => op.state === 'kept')
      .slice(-action.limit || queue.length)
      .map((op): Operation => ({ ...op, state: 'sending', tries: op.tries + 1 }))
    const byId = new Map(claimed.map((op) => [op.id, op]))
    return { queue: queue.map((op) => byId.get(op.id) ?? op), settled: [], claimed, found: true }
  }
  const after = step(queue, action, newId)
  if (
    bug !== 'a conflict is rebased on the value nobody has seen' ||
    action.kind !== 'answer' ||
    action.answer.kind !== 'refused'
  )
    return after
  const places = new Set(
    queue
      .filter((op) => op.id === action.id)
      .flatMap(cellsOf)
      .map((cell) => cell.place),
  )
  const rebase = (op: Operation) =>
    op.state === 'kept' && op.tries === 0 && op.name === 'marks.set' && places.has(op.slot)
      ? { ...op, input: inputWith(op, valueAt(op.slot)) }
      : op
  return { ...after, queue: after.queue.map(rebase) }
}

/** The same input over another value seen. */
export const inputWith = (op: Operation, expected: unknown): unknown => {
  const input = op.input as { cells?: object[] }
  return input.cells ? { ...input, cells: [{ ...input.cells[0], expected }] } : { ...input, expected }
}
