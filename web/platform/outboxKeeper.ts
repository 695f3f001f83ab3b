import { type Action, type Operation, type Step, step } from './outboxRules.ts'
import type { OutboxStorage } from './outboxStore.ts'

/** What became of an action. `durable` is false when the disk refused and the change lives in this tab only. */
export type Kept = Omit<Step, 'queue'> & { durable: boolean; foreign: boolean }

export type Keeper = {
  /** Runs an action in a transaction; actions that come while one is being written share the next. */
  run(action: Action): Promise<Kept>
  /** Reads the disk again: another tab has changed it. */
  refresh(): Promise<void>
  queue(): readonly Operation[]
  /** Does the operation live in this tab only? */
  isLoose(id: string): boolean
}

type Waiting = { action: Action; resolve: (kept: Kept) => void }
type KeeperOptions = {
  personId: string
  storage: OutboxStorage
  newId: () => string
  after: (milliseconds: number, run: () => void) => () => void
  /** Called after every write and every reading of the disk, before those who asked for it go on. */
  written: (kept: readonly Kept[]) => void
}

/** A disk that does not answer is a disk that refuses. */
const PATIENCE = 10_000

/**
 * Keeps the queue on the disk and a copy of it in memory. When the disk refuses (private window, no space), the copy goes on alone and
 * is written back as soon as the disk accepts again.
 */
export function createKeeper({ personId, storage, newId, after, written }: KeeperOptions): Keeper {
  let queue: Operation[] = []
  let onDisk = new Set<string>()
  let alone = false
  let waiting: Waiting[] = []
  let writing = false
  let version = 0

  async function write(): Promise<void> {
    if (writing) return
    writing = true
    version++
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const kept = await writeBatch(batch.map(({ action }) => action))
      written(kept)
      for (const [index, { resolve }] of batch.entries()) resolve(kept[index]!)
    }
    writing = false
  }

  async function writeBatch(actions: Action[]): Promise<Kept[]> {
    let made: { queue: Operation[]; steps: Step[] } | null = null
    let foreign = false
    try {
      const stored = await inTime(
        storage.change(personId, (there, owner) => {
          foreign = owner !== null && owner !== personId
          made = steps(alone ? reunited(there) : there, foreign ? actions.map(withoutSending) : actions)
          return made.queue
        }),
      )
      queue = stored
      onDisk = new Set(stored.map((op) => op.id))
      alone = false
      return results(made!.steps, true, foreign)
    } catch {
      // Not silently: every result says that it is not durable, and the screens say it to the person.
      const own = made ?? steps(queue, actions)
      queue = own.queue
      alone = true
      return results(own.steps, false, foreign)
    }
  }

  function steps(start: Operation[], actions: Action[]) {
    let now = start
    const done = actions.map((action) => {
      const next = step(now, action, newId)
      now = next.queue
      return next
    })
    return { queue: now, steps: done }
  }

  function results(made: Step[], durable: boolean, foreign: boolean): Kept[] {
    return made.map(({ settled, claimed, found }) => ({ settled, claimed, found, durable, foreign }))
  }

  /** The disk is back: what this tab did alone, over what the disk holds. */
  function reunited(stored: Operation[]): Operation[] {
    const mine = new Map(queue.map((op) => [op.id, op]))
    const there = new Set(stored.map((op) => op.id))
    const fromDisk = stored.flatMap((op) => (mine.has(op.id) ? [mine.get(op.id)!] : onDisk.has(op.id) ? [] : [op]))
    // Was on the disk and is not any more: another tab has settled it.
    const fromHere = queue.filter((op) => !there.has(op.id) && !onDisk.has(op.id))
    return [...fromDisk, ...fromHere].sort((a, b) => a.order - b.order)
  }

  function inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = after(PATIENCE, () => reject(new Error('the disk does not answer')))
      work.then(resolve, reject).finally(stop)
    })
  }

  return {
    run: (action) =>
      new Promise((resolve) => {
        waiting.push({ action, resolve })
        void write()
      }),
    async refresh() {
      if (alone || writing) return
      const asked = version
      const read = await storage.read(personId).catch(() => null)
      if (read === null || alone || version !== asked) return
      queue = read
      onDisk = new Set(read.map((op) => op.id))
      written([])
    },
    queue: () => queue,
    isLoose: (id) => alone && !onDisk.has(id),
  }
}

const withoutSending = (action: Action): Action => (action.kind === 'claim' ? { ...action, limit: 0 } : action)
