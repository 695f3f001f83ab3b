import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What a person has seen, kept on the device so that it can be read without a network. */
export type KeptCopy = { key: string; personId: string; value: unknown; at: string }

interface KeptDatabase extends DBSchema {
  copies: { key: string; value: KeptCopy; indexes: { at: string } }
  /** Whoever used the journal here last: without a network the app opens as that person. */
  person: { key: 'last'; value: { personId: string; me: unknown } }
}

const LIMIT = 80
let opened: Promise<IDBPDatabase<KeptDatabase>> | null = null

function database() {
  opened ??= openDB<KeptDatabase>('zvonok-kept', 1, {
    upgrade(db) {
      db.createObjectStore('copies', { keyPath: 'key' }).createIndex('at', 'at')
      db.createObjectStore('person')
    },
    terminated() {
      opened = null
    },
  })
  return opened
}

/** Keeps an answer; of many the oldest go. A device that refuses storage works on without copies. */
export async function keepCopy(personId: string, name: string, input: object, value: unknown): Promise<void> {
  try {
    const db = await database()
    await db.put('copies', { key: keyOf(personId, name, input), personId, value, at: new Date().toISOString() })
    const extra = (await db.count('copies')) - LIMIT
    if (extra <= 0) return
    const oldest = await db.getAllKeysFromIndex('copies', 'at', null, extra)
    await Promise.all(oldest.map((key) => db.delete('copies', key)))
  } catch {
    // Private windows and full disks refuse storage; a copy is a convenience, the page must not fail for it.
  }
}

/** The answer kept for this person, or null. */
export async function keptCopy(personId: string, name: string, input: object): Promise<KeptCopy | null> {
  try {
    return (await (await database()).get('copies', keyOf(personId, name, input))) ?? null
  } catch {
    return null
  }
}

/** Remembers who uses this device now. Copies of another person are wiped. */
export async function keepPerson(personId: string, me: unknown): Promise<void> {
  try {
    const db = await database()
    const before = await db.get('person', 'last')
    if (before && before.personId !== personId) await db.clear('copies')
    await db.put('person', { personId, me }, 'last')
  } catch {
    // As above.
  }
}

/** Who used this device last and has not signed out, or null. */
export async function keptPerson(): Promise<{ personId: string; me: unknown } | null> {
  try {
    return (await (await database()).get('person', 'last')) ?? null
  } catch {
    return null
  }
}

/** Forgets everything that was kept for reading. Entries that wait to be sent are elsewhere and stay. */
export async function wipeKept(): Promise<void> {
  try {
    const db = await database()
    await Promise.all([db.clear('copies'), db.clear('person')])
  } catch {
    // Nothing was kept.
  }
}

const keyOf = (personId: string, name: string, input: object): string =>
  `${personId} ${name} ${JSON.stringify(input, Object.keys(input).sort())}`
