import { type ReadTx, sql } from '#server/platform/db.ts'

/**
 * What has no row to hold yet, a name that nobody has given, is written by one at a time: of two who give it at the same moment the second
 * waits here, sees the first one’s, and is told so instead of running into an index.
 */
export const oneAtATime = (tx: ReadTx): Promise<unknown> =>
  tx.rows(sql`select from school where school_id = current_school() for no key update`)
