import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

/** A scan is attached by who uploaded it: an id alone opens nobody else's. Refused with the code of who asks. */
export async function proveOwnFiles(tx: ReadTx, actorId: string, files: readonly string[], code: string): Promise<void> {
  if (files.length === 0) return
  const { own } = await tx.one<{ own: number }>(sql`
    select count(distinct f.id)::int as own from file f join change c on c.school_id = f.school_id and c.row_id = f.id
      join operation o on o.school_id = c.school_id and o.id = c.operation_id
    where f.school_id = current_school() and f.id = any(${files}::uuid[]) and o.actor_id = ${actorId}`)
  if (own < new Set(files).size) throw new Refusal(code)
}
