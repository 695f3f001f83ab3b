import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const LONGEST = 60_000

/** Waits until the database has written down and tidied up what measurements before left: one client would measure that. */
export async function settle(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('checkpoint')
    for (const started = performance.now(); performance.now() - started < LONGEST; await pause(500)) {
      const { rows } = await client.query(`select from pg_stat_activity where backend_type = 'autovacuum worker'`)
      if (rows.length === 0) return
    }
  } finally {
    await client.end()
  }
}
