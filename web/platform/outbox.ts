import { useRef, useSyncExternalStore } from 'react'
import type { CommandName, Input } from '#domain/operations.ts'
import { call } from './client.ts'
import { newOperationId } from './operationId.ts'
import { outboxTexts } from './outbox.texts.ru.ts'
import {
  createOutbox,
  type Outbox,
  type OutboxMessage,
  type Queued,
  type QueueStatus,
  type SettledListener,
} from './outboxQueue.ts'
import { createOutboxStore } from './outboxStore.ts'
import { type Session, sessionNow, subscribeSession } from './sessionState.ts'

export type { Queued, QueueState, QueueStatus } from './outboxQueue.ts'
export { type Cell, cellsOf, withCells } from './outboxShapes.ts'

const EVERY = 15_000
const nothing: readonly Queued[] = []
const idle: QueueStatus = { waiting: 0, storing: 0, refused: 0, paused: null, unreachable: false }

let outbox: Outbox | null = null
let passed = false
const listeners = new Set<() => void>()
const settledListeners = new Set<SettledListener>()

/** Starts the queue for whoever is signed in, now and later. Called once, when the app starts. */
export function openOutbox(): void {
  follow()
  subscribeSession(follow)
  window.addEventListener('online', () => outbox?.nudge())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && outbox?.nudge())
  setInterval(() => outbox?.kick(), EVERY)
}

/**
 * Puts an operation into the queue. Resolves with its id when it is safe on this device («kept»); rejects with a Russian sentence when the
 * device refuses to store it: then it stays on the screen as «storing» and is sent from there.
 */
export async function submit<N extends CommandName>(
  name: N,
  input: Input<N>,
  about: { slot: string; label: string },
): Promise<string> {
  if (!outbox) throw new Error(outboxTexts.closed)
  const id = await outbox.submit({ name, input, ...about })
  void askToPersist()
  return id
}

/** What the signed-in person has typed and the server does not have yet. The same array until it changes. */
export const queueNow = (): readonly Queued[] => outbox?.queueNow() ?? nothing

/** Calls back after every change of the queue. */
export function subscribeQueue(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The queue as it changes. */
export const useQueue = (): readonly Queued[] => useSyncExternalStore(subscribeQueue, queueNow)

/** What of the queue matches: the same array, and nothing rendered, until one of these comes, goes or changes its state. */
export function useQueueOf(matches: (op: Queued) => boolean): readonly Queued[] {
  const last = useRef(nothing)
  return useSyncExternalStore(subscribeQueue, () => {
    const now = queueNow().filter(matches)
    const same = now.length === last.current.length && now.every((op, i) => isAsBefore(op, last.current[i]!))
    if (!same) last.current = now
    return last.current
  })
}

/** Counts for the indicator, and why nothing is being sent. */
export const useQueueStatus = (): QueueStatus => useSyncExternalStore(subscribeQueue, queueStatusNow)

/** The same, at this moment. */
export const queueStatusNow = (): QueueStatus => outbox?.statusNow() ?? idle

/** Calls back in every tab of the person when the server has decided an operation, whichever tab sent it. */
export function onSettled(listener: SettledListener): () => void {
  settledListeners.add(listener)
  return () => settledListeners.delete(listener)
}

/** The person gives up a refused value. */
export const discard = async (id: string): Promise<void> => outbox?.discard(id)

/** The person decides a refused value anew: another operation, with what stands in the cell now as `expected`. */
export const resubmit = async (id: string, input: unknown): Promise<void> => outbox?.resubmit(id, input)

/** The server has just been heard: sends what waits at once, whatever the pause after the last failure. */
export const nudge = (): void => outbox?.nudge()

/** Goes on after the session is good again. The queue follows the session by itself; this is for what the session does not tell. */
export const resume = (): void => outbox?.resume()

function follow(): void {
  const session = sessionNow()
  const before = passed
  passed = isPassed(session)
  const personId = session.me?.actor.personId ?? null
  if (outbox && outbox.personId !== personId) {
    outbox.close()
    outbox = null
    tellAll()
  }
  if (personId !== null && !outbox) open(personId)
  // Also when it is not paused yet: the word that would pause it may be on its way from before.
  else if (passed && (!before || outbox?.statusNow().paused)) outbox?.resume()
}

/** Awake, with every gate behind. */
const isPassed = ({ state, me }: Session): boolean =>
  state === 'open' && !me.mustChangePassword && !me.mustAcceptTerms && !me.mustProtect

function open(personId: string): void {
  const opened = createOutbox({
    personId,
    send: (name, input, operationId) => call(name, input as Input<typeof name>, { operationId, personId }),
    storage: createOutboxStore(),
    locks: navigator.locks ?? { request: (_name, run) => run() },
    channel: openChannel(),
    clock: { now: Date.now, after },
    random: Math.random,
    newId: newOperationId,
    failed: reportError,
  })
  outbox = opened
  opened.subscribe(tellAll)
  opened.onSettled((...settled) => {
    for (const listener of settledListeners) listener(...settled)
  })
  void opened.start()
}

function openChannel() {
  const channel = new BroadcastChannel('zvonok-outbox')
  return {
    post: (message: OutboxMessage & { personId: string }) => channel.postMessage(message),
    listen(listener: (message: OutboxMessage & { personId: string }) => void) {
      channel.onmessage = ({ data }: MessageEvent<OutboxMessage & { personId: string }>) => listener(data)
      return () => channel.close()
    },
  }
}

function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

const isAsBefore = (op: Queued, before: Queued): boolean => op.id === before.id && op.state === before.state

function tellAll(): void {
  for (const listener of listeners) listener()
}

let asked = false

/** Asks the browser once not to clear the queue when space is short. It may refuse; the queue works all the same. */
async function askToPersist(): Promise<void> {
  if (asked || !navigator.storage?.persist) return
  asked = true
  if (!(await navigator.storage.persisted())) await navigator.storage.persist()
}
