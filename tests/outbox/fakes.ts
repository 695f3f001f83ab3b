import { randomUUID } from 'node:crypto'
import type { CommandName } from '#domain/operations.ts'
import { createOutbox, type OutboxMessage, type OutboxWorld } from '#web/platform/outboxQueue.ts'
import type { Operation } from '#web/platform/outboxRules.ts'
import type { OutboxStorage } from '#web/platform/outboxStore.ts'
import { Offline } from '#web/platform/problem.ts'

/** A disk in memory that survives its tabs, copies what it is given, and can be told to refuse. */
export function createDisk(): OutboxStorage & { full: boolean; all(): Operation[] } {
  let operations: Operation[] = []
  let owner: string | null = null
  let last: Promise<unknown> = Promise.resolve()
  const disk = {
    full: false,
    all: () => operations,
    async read(personId: string) {
      return structuredClone(operations.filter((op) => op.personId === personId))
    },
    change(personId: string, change: (queue: Operation[], owner: string | null) => Operation[]) {
      const run = async () => {
        await Promise.resolve()
        const queue = change(await disk.read(personId), owner)
        if (disk.full) throw new DOMException('full', 'QuotaExceededError')
        operations = [...operations.filter((op) => op.personId !== personId), ...structuredClone(queue)]
        return queue
      }
      const done = last.then(run, run)
      last = done.catch(() => {})
      return done
    },
    async own(personId: string) {
      owner = personId
    },
  }
  return disk
}

/** One browser: its locks and its channel are shared by all its tabs. */
export function createBrowser(disk = createDisk()) {
  const faults: unknown[] = []
  const listeners = new Set<(message: OutboxMessage & { personId: string }) => void>()
  let last: Promise<unknown> = Promise.resolve()
  const locks = {
    request(_name: string, run: () => Promise<void>) {
      const done = last.then(run, run)
      last = done.catch(() => {})
      return done
    },
  }
  function openTab(personId: string, send: OutboxWorld['send'], clock: OutboxWorld['clock'] = { now: Date.now, after }) {
    let own: ((message: OutboxMessage & { personId: string }) => void) | null = null
    const channel = {
      post(message: OutboxMessage & { personId: string }) {
        for (const listener of listeners)
          if (listener !== own) queueMicrotask(() => listeners.has(listener) && listener(structuredClone(message)))
      },
      listen(listener: (message: OutboxMessage & { personId: string }) => void) {
        own = listener
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
    return createOutbox({
      personId,
      send,
      storage: disk,
      locks,
      channel,
      clock,
      random: () => 0.5,
      newId: randomUUID,
      failed: (error) => faults.push(error),
    })
  }
  return { disk, openTab, faults }
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

/** A clock that stands until it is told to go on. */
export function createClock() {
  let now = 1_700_000_000_000
  let timers: { at: number; run: () => void }[] = []
  const clock = {
    now: () => now,
    after(milliseconds: number, run: () => void) {
      const timer = { at: now + milliseconds, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    pass(milliseconds: number) {
      now += milliseconds
      const due = timers.filter((timer) => timer.at <= now)
      timers = timers.filter((timer) => timer.at > now)
      for (const { run } of due) run()
    },
    /** Goes to the next timer and says how far that was. */
    async passToNext(): Promise<number> {
      const next = Math.min(...timers.map((timer) => timer.at))
      const gap = next - now
      clock.pass(gap)
      return gap
    },
  }
  return clock
}

/** A server that keeps its promise about ids, and can be down, mute, slow to the end of days, or refuse. */
export function createServer() {
  const landed: { name: CommandName; input: unknown; id: string }[] = []
  const server = {
    down: false,
    losesReplies: false,
    hangs: false,
    answer: (_name: CommandName, _input: unknown): Error | null => null,
    asked: [] as string[],
    landed,
    async send(name: CommandName, input: unknown, id: string): Promise<unknown> {
      server.asked.push(id)
      await new Promise(setImmediate)
      if (server.down) throw new Offline()
      const refusal = server.answer(name, input)
      if (refusal) throw refusal
      if (!landed.some((one) => one.id === id)) landed.push({ name, input, id })
      if (server.losesReplies) throw new Offline()
      if (server.hangs) await new Promise(() => {})
      return {}
    },
  }
  return server
}
