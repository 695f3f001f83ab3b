import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { layOutSchool } from '#scripts/demo/layOut.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrate } from '#server/platform/migrate.ts'

/** A Friday. */
export const TODAY = '2026-11-20'
export const PASSWORD = 'journey-2026'

const LAID_OUT = 'ZVONOK_JOURNEYS_SCHOOL'
/** By their day: folders with a demo school laid out, its database stopped. A copy costs a second, another laying out twelve. */
const patterns = new Map<string, Promise<string>>()

/** A folder of one's own with a demo school of the day in it, ready for a server; `removeFolder` removes it. */
export async function newSchool(today: string): Promise<string> {
  const ready = today === TODAY ? process.env[LAID_OUT] : undefined
  if (!ready && !patterns.has(today)) patterns.set(today, layOut(today))
  const pattern = ready ?? (await patterns.get(today)!)
  const folder = newFolder()
  // With owners and rights: PostgreSQL reads nobody else's files.
  if (process.platform === 'win32') cpSync(pattern, folder, { recursive: true })
  else execFileSync('cp', ['-a', `${pattern}/.`, folder])
  return folder
}

export async function forgetSchools(): Promise<void> {
  for (const folder of await Promise.all(patterns.values())) removeFolder(folder)
  patterns.clear()
}

/** Lays the school out once for all processes of a run. */
export async function globalSetup(): Promise<void> {
  process.env[LAID_OUT] = await layOut(TODAY)
}

export function globalTeardown(): void {
  removeFolder(process.env[LAID_OUT]!)
}

async function layOut(today: string): Promise<string> {
  const folder = newFolder()
  const database = await startEmbeddedPostgres({ directory: join(folder, 'postgres') })
  await migrate(database.url())
  const client = new pg.Client({ connectionString: database.url() })
  await client.connect()
  await layOutSchool(client, { schoolId: 1, seed: 12, today, size: 'demo', passwordHash: await hashPassword(PASSWORD) })
  await client.query('analyze')
  await client.end()
  await database.stop()
  return folder
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'zvonok-journey-'))

export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
