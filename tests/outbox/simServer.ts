import type { Answer, Operation } from '#web/platform/outboxRules.ts'
import { cellsOf, same } from '#web/platform/outboxShapes.ts'
import { mark, trouble } from './typed.ts'

/** One value that changed on the server: what stood there, what stands there, by which operation. */
export type Landed = { id: string; place: string; from: unknown; to: unknown; at: string }

export type Reply = Answer | { kind: 'signedOut' }

/**
 * What the real server promises, on a page: what was said of an operation id is said to every copy, done or refused; `expected` is
 * compared, a closed term refuses, all or nothing.
 */
export function createServer(bugs: { forgetsIds?: boolean; forgetsRefusals?: boolean; overwrites?: boolean } = {}) {
  const values = new Map<string, unknown>()
  const works = new Set(['w1', 'w2'])
  const outputs = new Map<string, Answer>()
  const refusals = new Map<string, Answer>()
  const landed: Landed[] = []
  let closed = false

  const valueAt = (place: string): unknown => values.get(place) ?? (place.startsWith('topic:') ? '' : mark(''))

  function execute(op: Operation): Answer {
    const before = refusals.get(op.id)
    if (before && !bugs.forgetsRefusals) return before
    const answer = decide(op)
    if (answer.kind === 'refused') refusals.set(op.id, answer)
    return answer
  }

  function decide(op: Operation): Answer {
    const before = outputs.get(op.id)
    if (before && !bugs.forgetsIds) return before
    if (closed) return refused('journal.termLocked')
    if (op.name === 'marks.addWork') {
      works.add((op.input as { workId: string }).workId)
      landed.push({ id: op.id, place: op.slot, from: null, to: op.input, at: op.at })
    }
    const cells = cellsOf(op)
    for (const { place, expected } of cells) {
      const [kind, work] = place.split(':')
      if (kind === 'mark' && !works.has(work!)) return refused('marks.unknownWork')
      // As on the real server the text of a refusal carries the value that stands there.
      if (!bugs.overwrites && !same(valueAt(place), expected)) return refused('journal.changedMeanwhile')
    }
    for (const { place, value } of cells) {
      landed.push({ id: op.id, place, from: valueAt(place), to: value, at: op.at })
      values.set(place, value)
    }
    const answer: Answer = { kind: 'saved', output: { by: op.id } }
    outputs.set(op.id, answer)
    return answer
  }

  return {
    execute,
    valueAt,
    landed,
    hasLanded: (id: string) => outputs.has(id),
    close() {
      closed = true
    },
  }
}

const refused = (code: string): Answer => ({ kind: 'refused', problem: trouble(code) })
