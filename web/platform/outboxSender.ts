import { delayBefore, verdictOf } from './outboxAnswers.ts'
import type { Kept } from './outboxKeeper.ts'
import { ready } from './outboxOrder.ts'
import type { OutboxWorld } from './outboxQueue.ts'
import type { Action, Answer, Operation } from './outboxRules.ts'

type SenderParts = Pick<OutboxWorld, 'send' | 'locks' | 'clock' | 'random'> & {
  queue: () => readonly Operation[]
  run: (action: Action) => Promise<Kept>
  refresh: () => Promise<void>
  changed: () => void
}

export type Sender = ReturnType<typeof createSender>

const LANES = 4
const LOCK = 'zvonok-outbox'
/** Another person uses the device now; not a code of the server. */
const SOMEBODY_ELSE = 'outbox.somebodyElse'

/** Sends what is ready, four at a time, one tab at a time, and knows when to rest. */
export function createSender({ send, locks, clock, random, queue, run, refresh, changed }: SenderParts) {
  let closed = false
  let flushing = false
  let paused: string | null = null
  let failures = 0
  let resumed = 0
  let restUntil = 0
  const resting = new Map<string, number>()
  let cancelTimer = () => {}
  let wake = () => {}

  function kick(): void {
    plan()
    if (flushing) wake()
    else if (isFree() && hasWork()) void hold()
  }

  /** One tab sends at a time. The lock falls by itself when its tab dies, and the next in line goes on. */
  async function hold(): Promise<void> {
    flushing = true
    try {
      await locks.request(LOCK, flush)
    } catch {
      rest(true, null)
    }
    flushing = false
    kick()
  }

  const isFree = () => !closed && paused === null && clock.now() >= restUntil

  /** What looks as if it were being sent may be left from a tab that died: the lock will tell. */
  const hasWork = () => queue().some((op) => op.state === 'sending') || ready(queue(), 1, new Set(resting.keys())).length > 0

  async function flush(): Promise<void> {
    await refresh()
    if (queue().some((op) => op.state === 'sending')) await run({ kind: 'release' })
    const flying = new Set<Promise<void>>()
    while (true) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      for (const op of await claim(isFree() ? LANES - flying.size : 0)) {
        const flight: Promise<void> = deliver(op).finally(() => flying.delete(flight))
        flying.add(flight)
      }
      if (flying.size === 0) return
      await Promise.race([...flying, woken])
    }
  }

  async function claim(limit: number): Promise<Operation[]> {
    const asleep = new Set(resting.keys())
    if (limit === 0 || ready(queue(), limit, asleep).length === 0) return []
    const { claimed, foreign } = await run({ kind: 'claim', limit, resting: asleep })
    if (foreign) pause(SOMEBODY_ELSE)
    return claimed
  }

  async function deliver(op: Operation): Promise<void> {
    const answer = await ask(op)
    await run({ kind: 'answer', id: op.id, answer })
  }

  async function ask(op: Operation): Promise<Answer> {
    const asked = resumed
    try {
      const output = await send(op.name, op.input, op.id)
      failures = 0
      return { kind: 'saved', output }
    } catch (error) {
      const verdict = verdictOf(error)
      if (verdict.kind === 'later') {
        rest(verdict.everything, op)
        return verdict
      }
      failures = 0
      if (verdict.kind === 'refused') return verdict
      // Asked before the person came back, answered after: of a session that is over. What it was asked for goes again.
      if (asked === resumed) pause(verdict.problem.code)
      return { kind: 'later', problem: null }
    }
  }

  function rest(everything: boolean, op: Operation | null): void {
    failures++
    if (op) resting.set(op.id, clock.now() + delayBefore(op.tries, random))
    // Four failures on end are not one operation's fault.
    if (everything || failures >= LANES) restUntil = clock.now() + delayBefore(failures, random)
    plan()
  }

  function plan(): void {
    cancelTimer()
    const now = clock.now()
    for (const [id, until] of resting) if (until <= now) resting.delete(id)
    const times = [restUntil, ...resting.values()].filter((time) => time > now)
    if (!closed && paused === null && times.length > 0) cancelTimer = clock.after(Math.min(...times) - now, kick)
  }

  function pause(code: string): void {
    paused = code
    changed()
  }

  return {
    kick,
    /** The network may be back: no more waiting. */
    nudge(): void {
      failures = 0
      restUntil = 0
      resting.clear()
      kick()
    },
    /** Another person has taken the device over, or this one has it back. */
    yieldTo(other: boolean): void {
      if (other) pause(SOMEBODY_ELSE)
      else if (paused === SOMEBODY_ELSE) paused = null
    },
    /** The session is good again. */
    resume(): void {
      resumed++
      if (paused !== SOMEBODY_ELSE) paused = null
    },
    paused: () => paused,
    unreachable: () => failures > 0,
    close(): void {
      closed = true
      cancelTimer()
      wake()
    },
  }
}
