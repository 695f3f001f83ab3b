import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type App, createApp } from '#server/app.ts'
import { type Clock, clockFrom } from '#server/platform/clock.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrate } from '#server/platform/migrate.ts'
import { vaultOf } from '#server/platform/vault.ts'

export type TestDatabase = { ownerUrl: string; appUrl: string; owner: pg.Pool; embedded: EmbeddedPostgres }

/** The moment at which the world of the tests stands: Friday 20 November 2026, 15:00 in Moscow. */
export const NOW = '2026-11-20T12:00:00Z'
export const TODAY = '2026-11-20'

/** Every application of a run opens what another has sealed. */
export const vault = vaultOf([randomBytes(32)])

let database: Promise<TestDatabase> | null = null

/** One real PostgreSQL for a run, born with the first test that asks and gone with the process. A test's world is a school of its own. */
export function testDatabase(): Promise<TestDatabase> {
  database ??= bear()
  return database
}

async function bear(): Promise<TestDatabase> {
  process.env.ZVONOK_UNSAFE_TEST_DATABASE = 'yes' // without fsync: these tests kill nothing; the fault suite has a database of its own
  const directory = mkdtempSync(join(tmpdir(), 'zvonok-test-'))
  const embedded = await startEmbeddedPostgres({
    directory: join(directory, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
  process.once('exit', () => {
    process.kill(embedded.pid, 'SIGQUIT')
    rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  })
  await migrate(embedded.url())
  const owner = new pg.Pool({ connectionString: embedded.url(), max: 2 })
  owner.on('error', () => {})
  return { ownerUrl: embedded.url(), appUrl: embedded.url('postgres', 'zvonok_app'), owner, embedded }
}

let shared: Promise<App> | null = null

/** The application over the test database, standing at NOW. Shared by the tests that do not move its clock. */
export function testApp(): Promise<App> {
  shared ??= newApp()
  return shared
}

/** An application of one's own over the same database: another clock, another process as far as it can tell. */
export async function newApp(clock: Clock = clockFrom(NOW)): Promise<App> {
  const { appUrl } = await testDatabase()
  return createApp({ databaseUrl: appUrl, vault, clock, poolSize: 6 })
}
