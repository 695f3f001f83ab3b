import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import { testDatabase } from './database.ts'
import type { World } from './world.ts'

export type Rival = pg.Client

/** Somebody else at work: the server's role on a connection of its own, inside one operation of the school. */
export async function begin({ schoolId }: World, operationId: string = randomUUIDv7()): Promise<Rival> {
  const client = new pg.Client({ connectionString: (await testDatabase()).appUrl })
  await client.connect()
  await client.query(`begin; set local app.school_id = ${schoolId}; set local app.operation_id = '${operationId}'`)
  return client
}

export async function end(rival: Rival, how: 'commit' | 'rollback' = 'commit'): Promise<void> {
  await rival.query(how)
  await rival.end()
}

/** Resolves when somebody waits for what the rival holds, or asks for ahead of them. */
export const isWaitedFor = (rival: Rival): Promise<void> =>
  happens('select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', rival)

/** Resolves when the rival waits for somebody. */
export const waits = (rival: Rival): Promise<void> => happens('select 1 where cardinality(pg_blocking_pids($1)) > 0', rival)

async function happens(statement: string, rival: Rival): Promise<void> {
  const { owner } = await testDatabase()
  const { processID } = rival as unknown as { processID: number }
  while ((await owner.query(statement, [processID])).rowCount === 0);
}
