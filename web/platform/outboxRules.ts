import type { CommandName } from '#domain/operations.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import { outboxTexts } from './outbox.texts.ru.ts'
import { ready, touches } from './outboxOrder.ts'
import { type Cell, cellsOf, isWhole, oneByOne, readsOf, same, withCells, writesOf } from './outboxShapes.ts'

/** Why a value is not on the server, in words. */
export type Trouble = { code: string; params: RefusalParams; text: string }

/** An operation in the queue as it lies on disk. */
export type Operation = {
  id: string
  personId: string
  name: CommandName
  input: unknown
  slot: string
  label: string
  at: string
  state: 'kept' | 'sending' | 'refused'
  problem: Trouble | null
  /** Place in the queue. Parts of a split operation lie between whole numbers. */
  order: number
  /** How often it was sent. From the first time on it may have landed, so its input never changes again. */
  tries: number
}

/** What a person has just typed: an operation that has no place in the queue yet. */
export type Typed = Omit<Operation, 'state' | 'problem' | 'order' | 'tries'>

/** The server's word, or its silence: `later` is no answer about the operation at all. */
export type Answer =
  | { kind: 'saved'; output: unknown }
  | { kind: 'refused'; problem: Trouble }
  | { kind: 'later'; problem: Trouble | null }

export type Action =
  | { kind: 'submit'; typed: Typed }
  /** The sender starts: whoever was sending before is not any more. */
  | { kind: 'release' }
  /** The sender takes up to `limit` operations, none of `resting`. */
  | { kind: 'claim'; limit: number; resting: ReadonlySet<string> }
  | { kind: 'answer'; id: string; answer: Answer }
  | { kind: 'discard'; id: string }
  | { kind: 'resubmit'; id: string; newId: string; input: unknown; at: string }

/** `saved` and `refused` are the server's word; `needless` never left: it would have written what was seen there. */
export type Settled = { op: Operation; outcome: 'saved' | 'refused' | 'needless'; output: unknown }

/** `settled` is for the screens, `claimed` for the sender; `found` is false when the operation meant is not there any more. */
export type Step = { queue: Operation[]; settled: Settled[]; claimed: Operation[]; found: boolean }

const workRefused = 'outbox.workRefused'

/**
 * One step of the queue. Pure: browser tabs run it inside a transaction on the disk, the simulator in memory. Nothing leaves the queue
 * but by the server's word, by the person's word (discard, resubmit), or because the same person wrote something newer in the same place.
 */
export function step(queue: readonly Operation[], action: Action, newId: () => string): Step {
  switch (action.kind) {
    case 'submit':
      return submit(queue, action.typed)
    case 'release':
      return becomes(queue.map((op) => (op.state === 'sending' ? { ...op, state: 'kept' } : op)))
    case 'claim':
      return claim(queue, action.limit, action.resting)
    case 'answer':
      return answered(queue, action.id, action.answer, newId)
    case 'discard':
      return becomes(queue.filter((op) => op.id !== action.id || op.state !== 'refused'))
    case 'resubmit':
      return resubmit(queue, action)
    default:
      return action satisfies never
  }
}

const becomes = (queue: Operation[], rest: Partial<Step> = {}): Step => ({
  settled: [],
  claimed: [],
  found: true,
  ...rest,
  queue,
})

function submit(queue: readonly Operation[], typed: Typed): Step {
  if (queue.some((op) => op.id === typed.id)) return becomes([...queue])
  const fresh: Operation = { ...typed, state: 'kept', problem: null, tries: 0, order: (queue.at(-1)?.order ?? 0) + 1 }
  const before = queue.findLast((op) => op.state !== 'refused' && touches(op, fresh))
  if (before && isReplacedBy(before, fresh)) {
    const merged = joined(before, fresh)
    return decided(
      queue.map((op) => (op === before ? merged : op)),
      merged,
    )
  }
  const op = before ? fresh : unchained(fresh, queue)
  return decided([...queue, op], op)
}

/** The newer value over what was seen by the older. It has the newer id: should the older one have left after all, the two stay two. */
function joined(before: Operation, fresh: Operation): Operation {
  const [seen] = cellsOf(before)
  const merged = seen ? withCells(fresh, (cell) => ({ ...cell, expected: seen.expected })) : fresh
  return { ...merged, order: before.order }
}

function claim(queue: readonly Operation[], limit: number, resting: ReadonlySet<string>): Step {
  const taken = new Set(ready(queue, limit, resting).map((op) => op.id))
  const next = queue.map((op): Operation => (taken.has(op.id) ? { ...op, state: 'sending', tries: op.tries + 1 } : op))
  return becomes(next, { claimed: next.filter((op) => taken.has(op.id)) })
}

function answered(queue: readonly Operation[], id: string, answer: Answer, newId: () => string): Step {
  const op = queue.find((one) => one.id === id)
  // Answers to one operation may come twice, from two tabs: the first one counts.
  if (!op || op.state === 'refused') return becomes([...queue], { found: false })
  if (answer.kind === 'saved') return settle(without(queue, op), op, 'saved', answer.output)
  if (answer.kind === 'later') return becomes(replaced(queue, { ...op, state: 'kept', problem: answer.problem }))

  // All or nothing, and it was nothing: each cell now asks for itself, so that one bad cell does not hold back its neighbours.
  const parts = oneByOne(op)
  if (parts) {
    const part = ({ input, slot }: { input: unknown; slot: string }, index: number): Operation => {
      return { ...op, id: newId(), input, slot, order: op.order + index / parts.length, state: 'kept', problem: null, tries: 0 }
    }
    return becomes(queue.flatMap((one) => (one === op ? parts.map(part) : [one])))
  }
  const refused: Operation = { ...op, state: 'refused', problem: answer.problem }
  const own = settle(replaced(queue, refused), refused, 'refused', null)
  return followers(own, refused)
}

/** Carries a refusal on to what was typed after it: marks of a column that was not added, values typed over a value that did not land. */
function followers(after: Step, refused: Operation): Step {
  const dead = new Map(cellsOf(refused).map((cell) => [cell.place, cell]))
  let { queue, settled } = after
  for (const op of after.queue) {
    if (op.order <= refused.order || op.state === 'refused' || op.tries > 0) continue
    const now = follower(op, refused, dead)
    // Only the first one after it was typed over the refused value: the next was typed over that one's.
    for (const place of writesOf(op)) dead.delete(place)
    if (now === op) continue
    const next = decided(replaced(queue, now), now)
    queue = next.queue
    settled = [...settled, ...next.settled]
  }
  return { ...after, queue, settled }
}

function follower(op: Operation, refused: Operation, dead: ReadonlyMap<string, Cell>): Operation {
  if (oneByOne(op) || !liesIn(op, refused)) return rebased(op, dead)
  return { ...op, state: 'refused', problem: { code: workRefused, params: {}, text: outboxTexts.workRefused } }
}

/** Settles what needs no sending: it is refused already, or writes what stands there. */
function decided(queue: readonly Operation[], op: Operation): Step {
  if (op.state === 'refused') return settle(queue, op, 'refused', null)
  return isNothing(op) ? settle(without(queue, op), op, 'needless', null) : becomes([...queue])
}

function resubmit(queue: readonly Operation[], { id, newId, input, at }: Extract<Action, { kind: 'resubmit' }>): Step {
  const refused = queue.find((op) => op.id === id && op.state === 'refused')
  if (!refused) return becomes([...queue], { found: false })
  const again = submit(
    queue.filter((op) => op !== refused).map((op) => (waitsFor(op, refused) ? { ...op, state: 'kept', problem: null } : op)),
    { id: newId, personId: refused.personId, name: refused.name, input, slot: refused.slot, label: refused.label, at },
  )
  // A column asked for again goes before the marks that waited for it.
  const queueAgain = again.queue.map((op) =>
    op.id === newId && refused.name === 'marks.addWork' ? { ...op, order: refused.order } : op,
  )
  return { ...again, queue: queueAgain.sort((a, b) => a.order - b.order) }
}

/** The operation is decided; with it every older refused word of the same person about the same place. */
function settle(queue: readonly Operation[], op: Operation, outcome: Settled['outcome'], output: unknown): Step {
  const stays = (other: Operation) =>
    other.state !== 'refused' || other.order >= op.order || other.id === op.id || !saysAllOf(op, other)
  return becomes(queue.filter(stays), { settled: [{ op, outcome, output }] })
}

/**
 * A value typed over one that did not land was typed by a person who last saw the server's value before that one: this is what the server
 * must compare with. Taking the server's present value instead would overwrite what nobody has looked at.
 */
function rebased(op: Operation, dead: ReadonlyMap<string, Cell>): Operation {
  const follows = ({ place, expected }: Cell) => dead.has(place) && same(dead.get(place)!.value, expected)
  if (!cellsOf(op).some(follows)) return op
  return withCells(op, (cell) => (follows(cell) ? { ...cell, expected: dead.get(cell.place)!.expected } : cell))
}

/** Typed over a refused value still on the screen. A conflict is left alone: there the person has been shown the other value. */
function unchained(fresh: Operation, queue: readonly Operation[]): Operation {
  const refused = queue.findLast((op) => op.state === 'refused' && saysAllOf(fresh, op))
  if (!refused || refused.problem?.code === 'journal.changedMeanwhile') return fresh
  return rebased(fresh, new Map(cellsOf(refused).map((cell) => [cell.place, cell])))
}

const replaced = (queue: readonly Operation[], op: Operation): Operation[] => queue.map((one) => (one.id === op.id ? op : one))
const without = (queue: readonly Operation[], op: Operation): Operation[] => queue.filter((one) => one.id !== op.id)

/** Is the operation about something inside the column that the other one adds? */
const liesIn = (op: Operation, adding: Operation): boolean =>
  adding.name === 'marks.addWork' && readsOf(op).includes(writesOf(adding)[0]!)

const waitsFor = (op: Operation, adding: Operation): boolean =>
  op.state === 'refused' && op.problem?.code === workRefused && liesIn(op, adding)

/** An operation that was never sent gives way to a newer one typed over its very value. */
function isReplacedBy(before: Operation, fresh: Operation): boolean {
  if (before.tries > 0 || before.name !== fresh.name || !saysAllOf(fresh, before)) return false
  const [old] = cellsOf(before)
  const [young] = cellsOf(fresh)
  return !old || !young || same(old.value, young.expected)
}

/** Does the newer operation speak about the very place of the older one, and about all of it? */
function saysAllOf(newer: Operation, older: Operation): boolean {
  if (isWhole(newer) || newer.name === 'marks.addWork')
    return newer.name === older.name && writesOf(newer)[0] === writesOf(older)[0]
  const [a, ...more] = cellsOf(newer)
  const [b, ...others] = cellsOf(older)
  return a !== undefined && b !== undefined && more.length + others.length === 0 && a.place === b.place
}

const isNothing = (op: Operation): boolean => {
  const cells = cellsOf(op)
  return cells.length > 0 && cells.every((cell) => same(cell.value, cell.expected))
}
