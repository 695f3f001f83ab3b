import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Operation } from './outboxRules.ts'

/** Where the queue lies. `change` is one transaction over all tabs: nobody else reads or writes in between. */
export type OutboxStorage = {
  read(personId: string): Promise<Operation[]>
  /** Resolves with what was written when it is on the disk. `owner` is whoever uses the device now. */
  change(personId: string, change: (queue: Operation[], owner: string | null) => Operation[]): Promise<Operation[]>
  /** From now on only this person's operations may be sent from this device. */
  own(personId: string): Promise<void>
}

interface OutboxDatabase extends DBSchema {
  operations: { key: string; value: Operation; indexes: { personId: string } }
  owner: { key: 'owner'; value: string }
}

/** The queue in the browser's database. Every failure is thrown: the caller tells the person. */
export function createOutboxStore(name = 'zvonok-outbox'): OutboxStorage {
  let opened: Promise<IDBPDatabase<OutboxDatabase>> | null = null

  async function database(): Promise<IDBPDatabase<OutboxDatabase>> {
    opened ??= open(name, () => {
      opened = null
    })
    try {
      return await opened
    } catch (error) {
      opened = null
      throw error
    }
  }

  return {
    async read(personId) {
      return inOrder(await (await database()).getAllFromIndex('operations', 'personId', personId))
    },

    async change(personId, change) {
      const db = await database()
      // Chromium's default is relaxed: a power cut would take back what the cell has called kept.
      const tx = db.transaction(['operations', 'owner'], 'readwrite', { durability: 'strict' })
      const operations = tx.objectStore('operations')
      try {
        const [stored, owner] = await Promise.all([
          operations.index('personId').getAll(personId),
          tx.objectStore('owner').get('owner'),
        ])
        const before = new Map(stored.map((op) => [op.id, op]))
        const queue = change(inOrder(stored), owner ?? null)
        const after = new Set(queue.map((op) => op.id))
        for (const op of queue) if (before.get(op.id) !== op) void operations.put(op).catch(ofTransaction)
        for (const id of before.keys()) if (!after.has(id)) void operations.delete(id).catch(ofTransaction)
        await tx.done
        return queue
      } catch (error) {
        void tx.done.catch(ofTransaction)
        abort(tx)
        throw error
      }
    },

    async own(personId) {
      await (await database()).put('owner', personId, 'owner')
    },
  }
}

function open(name: string, lost: () => void): Promise<IDBPDatabase<OutboxDatabase>> {
  return openDB<OutboxDatabase>(name, 1, {
    upgrade(db) {
      db.createObjectStore('operations', { keyPath: 'id' }).createIndex('personId', 'personId')
      db.createObjectStore('owner')
    },
    // A newer version of the app waits in another tab: let it go on, this one opens again when it needs to.
    blocking(_current, _next, event) {
      lost()
      ;(event.target as IDBDatabase).close()
    },
    terminated: lost,
  })
}

const inOrder = (queue: Operation[]): Operation[] => queue.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** A failed request fails the whole transaction, and it is the transaction that is awaited. */
function ofTransaction(): void {}

function abort(tx: { abort(): void }): void {
  try {
    tx.abort()
  } catch {
    // It has ended by itself, which is why we are here.
  }
}
