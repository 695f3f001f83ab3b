import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Db } from './db.ts'
import type { Done } from './execute.ts'

const BATCH_MS = 50
const RETRY_MS = 1_000
const MOST_WAITING = 5_000
const CHANNEL = 'zvonok'

/** Keys of one committed operation, in one school: hints to ask again, never data. */
export type LiveEvent = { schoolId: number; keys: string[] }
type Listener = (event: LiveEvent) => void

/** What tells every running server from outside: a program of the owner has changed something. */
export const announcementOf = (events: readonly LiveEvent[]) => ({
  text: 'select pg_notify($1, $2)',
  values: [CHANNEL, JSON.stringify({ from: 'outside', events })],
})

export type Live = {
  /** Tells this process at once and the others within a twentieth of a second. Never inside a transaction: NOTIFY serializes commits. */
  announce(event: Done | LiveEvent): void
  subscribe(listener: Listener): () => void
  /** Called when the line to the other processes was cut: whatever was remembered may be stale. */
  onGap(listener: () => void): void
  /** Does this process hear the others now? */
  listens(): boolean
  stop(): Promise<void>
}

export async function openLive(db: Db, url: string): Promise<Live> {
  const self = randomUUID()
  const listeners = new Set<Listener>()
  const gaps: (() => void)[] = []
  let waiting: LiveEvent[] = []
  let timer: NodeJS.Timeout | null = null
  let stopped = false
  let listening: pg.Client | null = null

  const tell = (event: LiveEvent) => {
    for (const listener of listeners) listener(event)
  }

  async function send(): Promise<void> {
    timer = null
    // A payload holds 8000 bytes; a key is about 45.
    const batch = waiting.flatMap(inParts)
    waiting = []
    for (let i = 0; i < batch.length; ) {
      const part: LiveEvent[] = []
      let size = 100
      while (i < batch.length && (part.length === 0 || size + batch[i]!.keys.length * 48 < 7_500)) {
        const event = batch[i++]!
        part.push(event)
        size += event.keys.length * 48 + 30
      }
      try {
        await db.pool.query({
          name: 'announce',
          text: 'select pg_notify($1, $2)',
          values: [CHANNEL, JSON.stringify({ from: self, events: part })],
        })
      } catch {
        // Others must hear of a revoked session: said again when the database is back, unless too much has gathered meanwhile.
        waiting = [...part, ...batch.slice(i), ...waiting].slice(0, MOST_WAITING)
        timer ??= setTimeout(send, RETRY_MS)
        return
      }
    }
  }

  async function listen(): Promise<void> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
    let lost = false
    const again = () => {
      if (lost) return // a line that breaks says so several times, and must be laid anew once
      lost = true
      if (listening === client) listening = null
      client.removeAllListeners()
      client.on('error', () => {})
      client.end().catch(() => {})
      if (stopped) return
      for (const gap of gaps) gap()
      setTimeout(() => !stopped && listen().catch(() => {}), 500).unref()
    }
    client.on('error', again)
    client.on('end', again)
    client.on('notification', ({ payload }) => {
      const { from, events } = JSON.parse(payload!) as { from: string; events: LiveEvent[] }
      if (from !== self) for (const event of events) tell(event)
    })
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch (error) {
      again()
      throw error
    }
    if (stopped) return again()
    listening = client
    for (const gap of gaps) gap()
  }

  await listen().catch((error) => {
    stopped = true
    throw error
  })
  return {
    announce({ schoolId, keys }) {
      const event = { schoolId, keys }
      tell(event)
      waiting.push(event)
      timer ??= setTimeout(send, BATCH_MS)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onGap: (listener) => gaps.push(listener),
    listens: () => listening !== null,
    async stop() {
      if (timer) clearTimeout(timer)
      if (waiting.length > 0) await send()
      if (timer) clearTimeout(timer)
      stopped = true
      const client = listening
      listening = null
      client?.removeAllListeners()
      await client?.end().catch(() => {})
    },
  }
}

const MOST_KEYS = 150
const inParts = ({ schoolId, keys }: LiveEvent): LiveEvent[] =>
  Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, i) => ({
    schoolId,
    keys: keys.slice(i * MOST_KEYS, (i + 1) * MOST_KEYS),
  }))
