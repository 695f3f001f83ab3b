import { type ReadTx, sql } from '#server/platform/db.ts'
import type { Findings } from './findings.ts'
import { countOf, endOfBatch, type Unfolded, unfoldedOf } from './tableStatements.ts'
import type { Table } from './tables.ts'
import { piecesOf } from './tree.ts'
import type { Reading } from './verify.ts'

const BATCH = 2_000

/** Compares every row of every table with the last that the history tells of it; answers how many tables' rows it went through, in batches. */
export async function foldTables(
  read: Reading,
  tables: readonly Table[],
  findings: Findings,
  told: (table: number) => void,
): Promise<number> {
  let looked = 0
  for (const [number, table] of tables.entries()) {
    const { rows } = await read((tx) => tx.one<{ rows: number }>(countOf(table)))
    looked += rows
    for (let after: string | null = null; ; ) {
      const until: string | null = await read(
        async (tx) => (await tx.one<{ until: string | null }>(endOfBatch(table.name, after, BATCH))).until,
      )
      const unfolded = await read((tx) => tx.rows<Unfolded>(unfoldedOf(table, after, until)))
      const laid = unfolded.some(({ change }) => change === null) ? await read((tx) => laidOut(tx, table.name, unfolded)) : null
      for (const { id, change, digest } of unfolded) {
        if (change !== null) findings.add({ kind: 'changedRow', table: table.name, rowId: id })
        else if (!laid?.get(id)) findings.add({ kind: 'unknownRow', table: table.name, rowId: id })
        else if (!laid.get(id)!.equals(digest)) findings.add({ kind: 'changedRow', table: table.name, rowId: id })
      }
      if (until === null) break
      after = until
    }
    told(number + 1)
  }
  return looked
}

/** The sealed digests of rows that came in without a history. */
async function laidOut(tx: ReadTx, table: string, rows: readonly Unfolded[]): Promise<Map<string, Buffer>> {
  const ids = rows.filter(({ change }) => change === null).map(({ id }) => id)
  const blocks = await tx.rows<{ row_ids: string[]; digests: Buffer }>(sql`
    select row_ids, digests from log_leaf
    where school_id = current_school() and kind = 'rows' and table_name = ${table} and row_ids && ${ids}::uuid[]`)
  return new Map(
    blocks.flatMap(({ row_ids, digests }) => {
      const pieces = piecesOf(digests)
      return row_ids.map((id, i) => [id, pieces[i]!] as const)
    }),
  )
}
