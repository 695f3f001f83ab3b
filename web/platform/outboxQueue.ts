import type { CommandName } from '#domain/operations.ts'
import { outboxTexts } from './outbox.texts.ru.ts'
import { createKeeper, type Kept } from './outboxKeeper.ts'
import type { Operation, Settled, Trouble, Typed } from './outboxRules.ts'
import { createSender } from './outboxSender.ts'
import type { OutboxStorage } from './outboxStore.ts'

export type QueueState = 'storing' | 'kept' | 'sending' | 'refused'

/** An operation that is not on the server yet, as screens show it. */
export type Queued = Pick<Operation, 'id' | 'personId' | 'name' | 'input' | 'slot' | 'label' | 'at' | 'problem'> & {
  state: QueueState
}

export type SettledListener = (op: Queued, outcome: 'saved' | 'refused', output: unknown) => void

/** For the indicator. `waiting` is everything not on the server yet and not refused; `paused` is why nothing is being sent. */
export type QueueStatus = { waiting: number; storing: number; refused: number; paused: string | null; unreachable: boolean }

export type OutboxMessage =
  | { kind: 'changed' }
  | { kind: 'settled'; settled: Settled[] }
  | { kind: 'resumed' }
  | { kind: 'owned' }

/** The world the queue lives in; the browser's is bound in outbox.ts, tests bring their own. */
export type OutboxWorld = {
  personId: string
  send: (name: CommandName, input: unknown, operationId: string) => Promise<unknown>
  storage: OutboxStorage
  locks: { request(name: string, run: () => Promise<void>): Promise<void> }
  channel: {
    post(message: OutboxMessage & { personId: string }): void
    listen(listener: (message: OutboxMessage & { personId: string }) => void): () => void
  }
  clock: { now(): number; after(milliseconds: number, run: () => void): () => void }
  random: () => number
  newId: () => string
  /** Takes the error of a screen that failed while it heard the news: the queue goes on. */
  failed: (error: unknown) => void
}

export type Outbox = ReturnType<typeof createOutbox>

/** The disk refused; the value is on the screen only, and the person is told so. */
export class NotStored extends Error {
  readonly code = 'outbox.notStored'
  constructor() {
    super(outboxTexts.notStored)
    this.name = 'NotStored'
  }
}

/** The queue of one person on one device. Sends by itself; `nudge` tells it that the time is good. */
export function createOutbox({ personId, send, storage, locks, channel, clock, random, newId, failed }: OutboxWorld) {
  const keeper = createKeeper({ personId, storage, newId, after: clock.after, written })
  const sender = createSender({ send, locks, clock, random, ...keeper, changed })
  const listeners = new Set<() => void>()
  const settledListeners = new Set<SettledListener>()
  let arriving: Typed[] = []
  let snapshot: readonly Queued[] = []
  let status: QueueStatus = { waiting: 0, storing: 0, refused: 0, paused: null, unreachable: false }

  const stopListening = channel.listen((message) => {
    if (message.kind === 'owned') hearOwner(message.personId)
    else if (message.personId !== personId) return
    else if (message.kind === 'settled') tell(message.settled)
    else if (message.kind === 'resumed') resume(false)
    else void keeper.refresh().then(sender.kick)
  })

  function changed(): void {
    const inQueue = keeper.queue().map((op) => asShown(op, keeper.isLoose(op.id)))
    const known = new Set(inQueue.map((op) => op.id))
    snapshot = [...inQueue, ...arriving.filter((op) => !known.has(op.id)).map(asArriving)]
    const refused = snapshot.filter((op) => op.state === 'refused').length
    const storing = snapshot.filter((op) => op.state === 'storing').length
    status = { waiting: snapshot.length - refused, storing, refused, paused: sender.paused(), unreachable: sender.unreachable() }
    for (const listener of listeners) safely(listener)
  }

  /** Screens hear of the server's word before the value leaves the queue, so that no cell falls back for a moment. */
  function written(kept: readonly Kept[]): void {
    const settled = kept.flatMap((one) => one.settled)
    tell(settled)
    changed()
    if (settled.length > 0) channel.post({ kind: 'settled', settled, personId })
    if (kept.some((one) => one.durable)) channel.post({ kind: 'changed', personId })
  }

  function tell(settled: Settled[]): void {
    for (const { op, outcome, output } of settled) {
      if (outcome === 'needless') continue
      for (const listener of settledListeners) safely(() => listener(asShown(op, false), outcome, output))
    }
  }

  function safely(tellScreen: () => void): void {
    try {
      tellScreen()
    } catch (error) {
      failed(error)
    }
  }

  /** Resolves when the operation is on the disk, and rejects with NotStored when the disk refuses: then it is sent from memory. */
  async function submit(typed: Omit<Typed, 'id' | 'personId' | 'at'>): Promise<string> {
    const op: Typed = { ...structuredClone(typed), id: newId(), personId, at: new Date(clock.now()).toISOString() }
    arriving = [...arriving, op]
    changed()
    const kept = await keeper.run({ kind: 'submit', typed: op })
    arriving = arriving.filter((one) => one !== op)
    changed()
    sender.kick()
    if (!kept.durable) throw new NotStored()
    return op.id
  }

  /** The person gives up a refused value. */
  async function discard(id: string): Promise<void> {
    await keeper.run({ kind: 'discard', id })
  }

  /** The person decides a refused value anew, under a new operation id. Rejects when another tab has decided it already. */
  async function resubmit(id: string, input: unknown): Promise<void> {
    const at = new Date(clock.now()).toISOString()
    const kept = await keeper.run({ kind: 'resubmit', id, newId: newId(), input: structuredClone(input), at })
    if (!kept.found) throw new Error(outboxTexts.gone)
    sender.kick()
    if (!kept.durable) throw new NotStored()
  }

  /** The network may be back: no more waiting. */
  function nudge(): void {
    sender.nudge()
    void keeper.refresh().then(sender.kick)
  }

  /** The session is good again, here or in another tab. */
  function resume(here = true): void {
    sender.resume()
    if (here) channel.post({ kind: 'resumed', personId })
    changed()
    nudge()
  }

  function hearOwner(owner: string): void {
    sender.yieldTo(owner !== personId)
    changed()
    if (owner === personId) nudge()
  }

  /** Reads what waits on the disk and begins to send. Other people's tabs fall silent. */
  async function start(): Promise<void> {
    await storage.own(personId).catch(ofNoDisk)
    channel.post({ kind: 'owned', personId })
    await keeper.refresh()
    sender.kick()
  }

  return {
    personId,
    start,
    submit,
    discard,
    resubmit,
    resume,
    nudge,
    /** Sends if there is something to send and the time is good. */
    kick: sender.kick,
    queueNow: () => snapshot,
    statusNow: () => status,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onSettled(listener: SettledListener): () => void {
      settledListeners.add(listener)
      return () => settledListeners.delete(listener)
    },
    /** The person leaves: what waits stays on the disk. */
    close(): void {
      sender.close()
      stopListening()
    },
  }
}

const notStored: Trouble = { code: 'outbox.notStored', params: {}, text: outboxTexts.notStored }

function asShown({ id, personId, name, input, slot, label, at, state, problem }: Operation, loose: boolean): Queued {
  const shown = { id, personId, name, input, slot, label, at }
  return loose && state !== 'refused' ? { ...shown, state: 'storing', problem: notStored } : { ...shown, state, problem }
}

const asArriving = (op: Typed): Queued => ({ ...op, state: 'storing', problem: null })

/** Without a disk the first submit says so; there is nothing to own. */
function ofNoDisk(): void {}
