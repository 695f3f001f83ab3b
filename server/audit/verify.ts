import type { Finding, Looked } from '#domain/audit/rules.ts'
import { type Db, type ReadTx, sql } from '#server/platform/db.ts'
import { Findings } from './findings.ts'
import { foldTables } from './fold.ts'
import { checkLeaves } from './leaves.ts'
import { alongKeys, lastSeal } from './seal.ts'
import { LAST_ID, NO_ID } from './tableStatements.ts'
import { tablesLaidBare, tablesWithHistory } from './tables.ts'
import { takeIn } from './takeIn.ts'

export type Verified = { number: number; size: number; root: Buffer; looked: Looked; findings: Finding[] }
/** Told between batches: how much of how much. */
export type Progress = (done: number, total: number) => void

const BATCH = 2_000

/**
 * Proves the log of a school: leaves against what they tell of, the tree against its seals, the seals against one another, and what stands
 * in the tables now against the last that was told of each row. What was there before the log is taken in first. Reads in batches, keeps
 * a bit a change and a hundred findings at most, and trusts no function that the database holds.
 */
export async function verify(db: Db, schoolId: number, told: Progress = () => {}): Promise<Verified> {
  await takeIn(db, schoolId)
  const read: Reading = (work) =>
    db.read(schoolId, (tx) => {
      alongKeys(tx).catch(() => {}) // had it failed, what is sent right behind it fails too
      return work(tx)
    })
  const { seal, tables, bare, changes } = await read(async (tx) => ({
    seal: (await lastSeal(tx))!,
    tables: await tablesWithHistory(tx),
    bare: await tablesLaidBare(tx),
    changes: await tx.one<{ first: number; last: number }>(
      sql`select coalesce(min(id), 0) as first, coalesce(max(id), 0) as last from change where school_id = current_school()`,
    ),
  }))
  const findings = new Findings()
  for (const { name } of bare) findings.add({ kind: 'bareTable', table: name })
  const seen = new Seen(changes.first, changes.last)
  const total = seal.size + tables.length * 100
  const leaves = await checkLeaves(read, { seal, seen, findings, told: (done) => told(done, total) })
  await lookForUnsealed(read, { seen, findings })
  const rows = await foldTables(read, tables, findings, (table) => told(seal.size + table * 100, total))
  return {
    number: seal.number,
    size: seal.size,
    root: seal.root,
    looked: { operations: leaves.operations, changes: leaves.changes, rows, seals: seal.number + 1 },
    findings: findings.list(),
  }
}

export type Reading = <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>

/** Which changes have been met, a bit for each number. */
export class Seen {
  private readonly bits: Uint8Array
  readonly first: number
  constructor(first: number, last: number) {
    this.first = first
    this.bits = new Uint8Array(Math.floor((last - first) / 8) + 1)
  }
  add(id: number): void {
    const place = id - this.first
    if (place >= 0 && place < this.bits.length * 8) this.bits[place >> 3]! |= 1 << (place & 7)
  }
  has(id: number): boolean {
    const place = id - this.first
    return place >= 0 && place < this.bits.length * 8 && (this.bits[place >> 3]! & (1 << (place & 7))) !== 0
  }
}

/** What has neither a leaf nor waits in the queue: it was written past the journal, or its leaf is gone. */
async function lookForUnsealed(read: Reading, { seen, findings }: { seen: Seen; findings: Findings }): Promise<void> {
  for (let after: string = NO_ID, more = true; more; ) {
    const rows: { id: string; at: string; name: string; sealed: boolean }[] = await read((tx) =>
      tx.rows(sql`
        select o.id, o.at, o.name, coalesce((select true from log_leaf l where l.school_id = o.school_id and l.operation_id = o.id and l.kind = 'operation' limit 1),
          (select true from outbox x where x.school_id = o.school_id and x.operation_id = o.id limit 1), false) as sealed
        from operation o where o.school_id = current_school() and o.id > ${after}::uuid order by o.id limit ${BATCH}`),
    )
    for (const { id, at, name, sealed } of rows)
      if (!sealed) findings.add({ kind: 'unsealedOperation', operationId: id, at, name })
    after = rows.at(-1)?.id ?? LAST_ID
    more = rows.length === BATCH
  }
  for (let after = 0, more = true; more; ) {
    const rows: { id: number }[] = await read((tx) =>
      tx.rows(sql`select id from change where school_id = current_school() and id > ${after} order by id limit ${BATCH}`),
    )
    const unmet = rows.map(({ id }) => id).filter((id) => !seen.has(id))
    if (unmet.length > 0) {
      // A change that changes nothing is a secret written anew under another key.
      const odd = await read((tx) =>
        tx.rows<{ operation: string; table: string; row: string; at: string | null }>(sql`
          select c.operation_id as operation, c.table_name as table, c.row_id as row, o.at
          from change c left join operation o on o.school_id = c.school_id and o.id = c.operation_id
          where c.school_id = current_school() and c.id = any(${unmet}::bigint[]) and c.before is distinct from c.after
            and not exists (select from outbox x where x.school_id = c.school_id and x.operation_id = c.operation_id and o.id is not null)
            and not exists (select from log_leaf l where l.school_id = c.school_id and l.operation_id = c.operation_id and l.kind = 'operation' and c.id = any(l.changes))`),
      )
      for (const { operation, table, row, at } of odd)
        findings.add({ kind: 'unsealedChange', operationId: operation, table, rowId: row, at: at ?? undefined })
    }
    after = rows.at(-1)?.id ?? 0
    more = rows.length === BATCH
  }
}
