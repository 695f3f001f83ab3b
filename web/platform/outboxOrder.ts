import type { Operation } from './outboxRules.ts'
import { readsOf, type Written, writesOf } from './outboxShapes.ts'

/** What may be sent now: nothing before it in the queue touches the same places, and what it lies in stands already. */
export function ready(queue: readonly Operation[], limit: number, resting: ReadonlySet<string>): Operation[] {
  const written = new Set<string>()
  const read = new Set<string>()
  const free: Operation[] = []
  for (const op of queue) {
    if (free.length >= limit) break
    if (op.state === 'refused') continue
    const writes = writesOf(op)
    const reads = readsOf(op)
    const blocked = writes.some((key) => written.has(key) || read.has(key)) || reads.some((key) => written.has(key))
    if (!blocked && op.state === 'kept' && !resting.has(op.id)) free.push(op)
    for (const key of writes) written.add(key)
    for (const key of reads) read.add(key)
  }
  return free
}

/** Must the two keep their order? Two marks of one column need not; a mark and the adding of its column must. */
export function touches(a: Written, b: Written): boolean {
  const written = new Set(writesOf(b))
  const read = new Set(readsOf(b))
  return writesOf(a).some((key) => written.has(key) || read.has(key)) || readsOf(a).some((key) => written.has(key))
}
