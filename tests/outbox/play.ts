import { type Answer, type Operation, type Settled, step } from '#web/platform/outboxRules.ts'
import { cellsOf } from '#web/platform/outboxShapes.ts'
import type { setMark } from './typed.ts'

type Part = ReturnType<typeof setMark>
/** What happens to a queue, in the order it happens. */
export type Move =
  | Part
  | { send: number }
  | { answer: string; with: Answer }
  | { discard: string }
  | { resubmit: string; as: Part }
  | 'restart'

/** Plays a story: what is typed gets the ids a, b, c …; parts of a split operation 1, 2, 3 … */
export function play(...moves: Move[]): { queue: Operation[]; settled: Settled[] } {
  let queue: Operation[] = []
  const settled: Settled[] = []
  let letters = 0
  let numbers = 0
  const nextId = () => String.fromCharCode(97 + letters++)
  const run = (action: Parameters<typeof step>[1]) => {
    const next = step(queue, action, () => String(++numbers))
    queue = next.queue
    settled.push(...next.settled)
  }
  for (const move of moves) {
    if (move === 'restart') run({ kind: 'release' })
    else if ('send' in move) run({ kind: 'claim', limit: move.send, resting: new Set() })
    else if ('answer' in move) run({ kind: 'answer', id: move.answer, answer: move.with })
    else if ('discard' in move) run({ kind: 'discard', id: move.discard })
    else if ('resubmit' in move) run({ kind: 'resubmit', id: move.resubmit, newId: nextId(), input: move.as.input, at: '' })
    else run({ kind: 'submit', typed: { ...move, id: nextId(), personId: 'p', at: '' } })
  }
  return { queue, settled }
}

/** «b kept ''→4»: id, state, what was seen, what was typed. */
export const shown = (op: Operation): string => {
  const cells = cellsOf(op).map(({ value, expected }) => `${words(expected)}→${words(value)}`)
  return [op.id, op.state, ...cells].join(' ')
}
const words = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { values, code, content } = Object(value) as { values?: number[]; code?: string; content?: string }
  return (values?.join('/') ?? code ?? content) || '∅'
}
