import type { Answer, Operation } from '#web/platform/outboxRules.ts'
import { cellsOf, same } from '#web/platform/outboxShapes.ts'
import { mark, trouble } from './typed.ts'

/** One value that changed on the server: what stood there, what stands there, by which operation. */
export type Landed = { id: string; place: string; from: unknown; to: unknown; at: string }

export type Reply = Answer | { kind: 'signedOut' }

/**
 * What the real server promises, on a page: one operation id lands once, `expected` is compared, a closed term refuses, all or nothing.
 * Like the real one it keeps no refusals: `late` are operations of which a copy, held up on the way, landed after another was refused.
 */
export function createServer(bugs: { forgetsIds?: boolean; overwrites?: boolean } = {}) {
  const values = new Map<string, unknown>()
  const works = new Set(['w1', 'w2'])
  const outputs = new Map<string, Answer>()
  const landed: Landed[] = []
  const refusals = new Set<string>()
  const late = new Set<string>()
  let closed = false

  const valueAt = (place: string): unknown => values.get(place) ?? (place.startsWith('topic:') ? '' : mark(''))

  function execute(op: Operation): Answer {
    const answer = decide(op)
    if (answer.kind === 'refused') refusals.add(op.id)
    else if (refusals.has(op.id)) late.add(op.id)
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
    late,
    hasLanded: (id: string) => outputs.has(id),
    close() {
      closed = true
    },
  }
}

const refused = (code: string): Answer => ({ kind: 'refused', problem: trouble(code) })
