import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StartFailure } from './startFailure.ts'

const folder = join(import.meta.dirname, '../../migrations')

/**
 * Brings the database to this program's schema: each unseen file in a transaction of its own, one process at a time. Refuses a
 * database that a newer program has already changed, or whose past migrations are not those we know.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect().catch((error: Error) => {
    throw new StartFailure(`Нет связи с базой данных (${new URL(ownerUrl).host || 'локальной'}): ${error.message || String(error)}`)
  })
  try {
    await client.query(`select pg_advisory_lock(hashtext('zvonok.migrate'))`)
    await refuseUnsafe(client)
    await client.query('create table if not exists migration (name text primary key, at timestamptz not null default now())')
    const done = (await client.query<{ name: string }>('select name from migration order by name')).rows.map((row) => row.name)
    const known = readdirSync(folder).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort()
    const foreign = done.find((name, i) => known[i] !== name)
    if (foreign) {
      throw new StartFailure(`База данных новее этой программы (в ней есть изменение ${foreign}). Обновите Звонок и запустите снова.`)
    }
    for (const name of known.slice(done.length)) {
      await client.query('begin')
      try {
        await client.query(readFileSync(join(folder, name), 'utf8'))
        await client.query('insert into migration (name) values ($1)', [name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new StartFailure(`Схема базы данных повреждена или изменена вручную: ${name} не применяется (${(error as Error).message}).`)
      }
    }
  } finally {
    await client.end()
  }
}

/** A journal that may forget what it acknowledged is no journal. */
async function refuseUnsafe(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; sync: string; commit: string; fpw: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as sync,
            current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as fpw`,
  )
  const { version, sync, commit, fpw } = rows[0]!
  if (version < 180000) throw new StartFailure('Нужен PostgreSQL 18 или новее.')
  if (process.env.ZVONOK_UNSAFE_TEST_DATABASE === 'yes') return
  if (sync !== 'on' || commit === 'off' || fpw !== 'on') {
    throw new StartFailure('База данных настроена терять записи при сбое (fsync, synchronous_commit или full_page_writes выключены).')
  }
}
