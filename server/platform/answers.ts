import type { Live } from './live.ts'

/** What a query answered, ready to travel, and what it was about: whoever asks next is judged by that anew. */
type Remembered = { packed: unknown; subject: unknown; bytes: number; keptAt: number }

/** An answer that is being read: it hears what changes meanwhile. */
export type Reading = {
  /** Remembers the answer under its name until one of the keys changes; not at all when one of them changed since the reading began. */
  keep(name: string, keys: readonly string[], answer: { packed: unknown; subject: unknown; bytes: number }): void
  end(): void
}
export type Answers = {
  find(schoolId: number, name: string): { packed: unknown; subject: unknown } | null
  begin(schoolId: number): Reading
  forgetAll(): void
}

const MOST_BYTES = 24 * 1024 * 1024
/** What an answer costs besides its bytes: its keys, its subject, its place in the books. */
const OVERHEAD = 1_500
const REMEMBERED_MS = 15 * 60_000

/**
 * Answers that many ask for again and again, each until something it was made of changes. Changes come as the keys of committed
 * operations: from this process before the operation is answered, from others within a twentieth of a second. While the line to
 * the others is cut, nothing is remembered. What nobody announces (a hand in the database) is seen after a quarter of an hour.
 */
export function openAnswers(live: Pick<Live, 'subscribe' | 'onGap' | 'listens'>, now: () => number): Answers {
  const answers = new Map<string, Remembered & { keys: string[] }>() // in the order of last use
  const byKey = new Map<string, Set<string>>()
  const readings = new Set<{ schoolId: number; heard: Set<string> }>()
  let bytes = 0

  const forget = (id: string) => {
    const known = answers.get(id)
    if (!known) return
    answers.delete(id)
    bytes -= known.bytes
    for (const key of known.keys) {
      const same = byKey.get(key)
      same?.delete(id)
      if (same?.size === 0) byKey.delete(key)
    }
  }
  const forgetAll = () => {
    answers.clear()
    byKey.clear()
    bytes = 0
    for (const reading of readings) reading.heard.add(EVERYTHING)
  }

  live.subscribe(({ schoolId, keys }) => {
    for (const key of keys) for (const id of byKey.get(`${schoolId} ${key}`) ?? []) forget(id)
    for (const reading of readings) if (reading.schoolId === schoolId) for (const key of keys) reading.heard.add(key)
  })
  live.onGap(forgetAll)

  return {
    forgetAll,
    find(schoolId, name) {
      const id = `${schoolId} ${name}`
      const known = answers.get(id)
      if (!known) return null
      if (now() - known.keptAt > REMEMBERED_MS || now() < known.keptAt) {
        forget(id)
        return null
      }
      answers.delete(id)
      answers.set(id, known)
      return known
    },
    begin(schoolId) {
      const reading = { schoolId, heard: new Set<string>() }
      readings.add(reading)
      return {
        keep(name, keys, { packed, subject, bytes: size }) {
          if (!live.listens() || reading.heard.has(EVERYTHING) || keys.some((key) => reading.heard.has(key))) return
          const id = `${schoolId} ${name}`
          forget(id)
          const own = keys.map((key) => `${schoolId} ${key}`)
          answers.set(id, { packed, subject, bytes: size + OVERHEAD, keptAt: now(), keys: own })
          for (const key of own) byKey.getOrInsertComputed(key, () => new Set<string>()).add(id)
          bytes += size + OVERHEAD
          for (const [oldest] of answers) {
            if (bytes <= MOST_BYTES) break
            forget(oldest)
          }
        },
        end: () => readings.delete(reading),
      }
    },
  }
}

const EVERYTHING = '*'
