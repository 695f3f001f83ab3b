import type { Action, Operation, Step } from '#web/platform/outboxRules.ts'
import { cellsOf, same, type Written, writesOf } from '#web/platform/outboxShapes.ts'

/**
 * Stands beside a device and does not know how its queue works: only what must never happen to a value that was called kept.
 * Every operation that leaves the queue must leave for a reason that a person would accept.
 */
export function createWatch(hasLanded: (id: string) => boolean) {
  const kept = new Set<string>()
  const left = new Set<string>()
  const violations: string[] = []

  function see(before: readonly Operation[], action: Action | { kind: 'restart' }, after: Step): void {
    const there = new Map(after.queue.map((op) => [op.id, op]))
    for (const op of before) {
      const now = there.get(op.id)
      if (now) seeChange(op, now)
      else {
        left.add(op.id)
        const wrong = whyNotToLeave(op, before, action, after)
        if (wrong) violations.push(`${wrong}: ${op.id} ${op.name} ${op.slot} at ${action.kind}`)
      }
    }
    for (const op of after.queue) kept.add(op.id)
    if (action.kind === 'submit' && !there.has(action.typed.id)) {
      kept.add(action.typed.id)
      left.add(action.typed.id)
      if (!after.settled.some(({ op }) => op.id === action.typed.id && isNothing(op)))
        violations.push(`not taken: ${action.typed.id}`)
    }
  }

  function seeChange(op: Operation, now: Operation): void {
    if (op.tries > 0 && !same(op.input, now.input)) violations.push(`a sent operation changed: ${op.id}`)
    if (op.state === 'refused' && now.state !== 'refused' && op.problem?.code !== 'outbox.workRefused')
      violations.push(`a refusal was taken back: ${op.id}`)
  }

  function whyNotToLeave(
    op: Operation,
    before: readonly Operation[],
    action: Action | { kind: 'restart' },
    after: Step,
  ): string | null {
    if (action.kind === 'answer' && action.id === op.id) {
      if (action.answer.kind === 'saved') return hasLanded(op.id) ? null : 'called saved and is not'
      return heirOf(op, action, after) ? null : whyNotToSplit(op, before, after)
    }
    if ((action.kind === 'discard' || action.kind === 'resubmit') && action.id === op.id)
      return op.state === 'refused' ? null : 'given up unasked'
    const heir = heirOf(op, action, after)
    if (op.state === 'refused') return heir ? null : 'a refusal vanished'
    if (op.tries > 0) return 'vanished after it was sent'
    const settled = after.settled.find((one) => one.op.id === op.id)
    return heir || (settled && isNothing(settled.op)) ? null : 'vanished'
  }

  /** Every cell of a split operation must go on by itself. */
  function whyNotToSplit(op: Operation, before: readonly Operation[], after: Step): string | null {
    const old = new Set(before.map((one) => one.id))
    const parts = after.queue.filter((one) => !old.has(one.id)).flatMap(cellsOf)
    return same(parts, cellsOf(op)) ? null : 'a part was lost'
  }

  return {
    see,
    violations,
    unaccounted: (queue: readonly Operation[]) => [...kept].filter((id) => !left.has(id) && !queue.some((op) => op.id === id)),
  }
}

/** The newer word of the same person about the same place, for which the older one may go. */
function heirOf(op: Operation, action: Action | { kind: 'restart' }, after: Step): boolean {
  const decided = after.settled.map((one) => one.op)
  const place = writesOf(op)[0]!
  const heirs: readonly (Written & { id: string; at: string })[] =
    action.kind === 'submit'
      ? [action.typed]
      : action.kind === 'resubmit'
        ? [...after.queue, ...decided].filter((one) => one.id === action.newId)
        : action.kind === 'answer'
          ? decided
          : []
  return heirs.some((one) => one.id !== op.id && one.at >= op.at && writesOf(one).length === 1 && writesOf(one)[0] === place)
}

const isNothing = (op: Operation): boolean => cellsOf(op).every((cell) => same(cell.value, cell.expected))
