import { type ReadTx, sql } from '#server/platform/db.ts'

/**
 * What the school has erased for good: rows of the history and operations as an erasure has left them, by their digests. These digests are
 * rows under the history themselves, in the leaf of the erasing operation, so that no difference is explained by its looks.
 */
export class Erased {
  private readonly digests: ReadonlySet<string>
  private constructor(digests: ReadonlySet<string>) {
    this.digests = digests
  }

  static async load(tx: ReadTx): Promise<Erased> {
    const rows = await tx.rows<{ key: string }>(sql`
      select coalesce(e.change_id::text, e.emptied_operation_id::text) || ' ' || encode(e.digest, 'hex') as key
      from erased_record e where e.school_id = current_school()`)
    return new Erased(new Set(rows.map(({ key }) => key)))
  }

  /** Did an erasure leave the row of the history, or the operation, exactly so? */
  explains(id: number | string, digest: Buffer): boolean {
    return this.digests.has(`${id} ${digest.toString('hex')}`)
  }
}
