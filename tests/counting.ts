import type { App } from '#server/app.ts'
import type { WriteTx } from '#server/platform/db.ts'

/** How many statements the writes of this work send, beside those that open and end a transaction. */
export async function statementsWritten({ db }: App, work: () => Promise<unknown>): Promise<number> {
  const { write } = db
  let sent = 0
  type Send = (...values: unknown[]) => unknown
  const counted =
    (send: Send): Send =>
    (...values) => {
      sent++
      return send(...values)
    }
  const counting = (tx: WriteTx) =>
    Object.fromEntries(Object.entries(tx).map(([name, send]) => [name, counted(send as Send)])) as unknown as WriteTx
  db.write = (schoolId, operationId, run) => write(schoolId, operationId, (tx) => run(counting(tx)))
  try {
    await work()
  } finally {
    db.write = write
  }
  return sent
}
