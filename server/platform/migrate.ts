import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { databaseTrouble } from './databaseTrouble.ts'
import { schemaShape } from './schemaShape.ts'
import { StartFailure } from './startFailure.ts'

const folder = join(import.meta.dirname, '../../migrations')

/**
 * Brings the database to this program's schema: each unseen file in a transaction of its own, one process at a time. Refuses a
 * database that a newer program has already changed, whose past migrations are not those we know, or that has lost something of
 * what they made.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = await connect(ownerUrl)
  try {
    await client.query(`select pg_advisory_lock(hashtext('zvonok.migrate'))`)
    await refuseUnsafe(client)
    await client.query('create table if not exists migration (name text primary key, at timestamptz not null default now())')
    await client.query('alter table migration add column if not exists shape text[]') // what stood there when it was done
    const done = (await client.query<{ name: string; shape: string[] | null }>('select name, shape from migration order by name'))
      .rows
    const known = readdirSync(folder)
      .filter((name) => /^\d{4}_.*\.sql$/.test(name))
      .sort()
    const foreign = done.find(({ name }, i) => known[i] !== name)
    if (foreign) {
      throw new StartFailure(
        `База данных новее этой программы (в ней есть изменение ${foreign.name}). Обновите Звонок и запустите снова.`,
      )
    }
    await refuseDamaged(client, done.at(-1)?.shape ?? [])
    for (const name of known.slice(done.length)) await apply(client, name)
    await client.query('update migration set shape = $1 where name = $2 and shape is null', [
      await schemaShape(client),
      known.at(-1),
    ])
  } catch (error) {
    throw error instanceof StartFailure ? error : new StartFailure(`База данных не готова: ${databaseTrouble(error)}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

async function connect(ownerUrl: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {}) // its queries reject by themselves
    await client.connect()
    return client
  } catch (error) {
    const host = URL.canParse(ownerUrl) ? new URL(ownerUrl).host : ''
    throw new StartFailure(`Нет связи с базой данных${host && ` ${host}`}: ${databaseTrouble(error)}.`)
  }
}

async function apply(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(readFileSync(join(folder, name), 'utf8'))
    await client.query('insert into migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    // Class 42 is «no such table», «it exists already»; the rest is not the schema's fault.
    const { code = '' } = error as { code?: string }
    if (!/^(42|2B|2F|P0)/.test(code) || code === '42501') throw error
    throw new StartFailure(
      `Схема базы данных повреждена или изменена вручную: ${name} не применяется (${databaseTrouble(error)}).`,
    )
  }
}

/** Whatever is there besides is the owner's business; what is missing would fail in the middle of a lesson. */
async function refuseDamaged(client: pg.Client, expected: string[]): Promise<void> {
  const actual = new Set(await schemaShape(client))
  const missing = expected.filter((line) => !actual.has(line))
  if (missing.length === 0) return
  const others = missing.length > 1 ? ` и ещё ${missing.length - 1}` : ''
  throw new StartFailure(
    `Схема базы данных повреждена или изменена вручную: не хватает «${missing[0]}»${others}. Восстановите базу из резервной копии.`,
  )
}

/** A journal that may forget what it acknowledged is no journal. */
async function refuseUnsafe(client: pg.Client): Promise<void> {
  // The settings of this connection, unless those of a role take them back for the server's own.
  const { rows } = await client.query<{ version: number; sync: string; commit: string; fpw: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as sync,
            case when exists (select from pg_db_role_setting where setdatabase in (0, (select oid from pg_database where datname = current_database())) and 'synchronous_commit=off' = any(setconfig)) then 'off'
                 else current_setting('synchronous_commit') end as commit, current_setting('full_page_writes') as fpw`,
  )
  const { version, sync, commit, fpw } = rows[0]!
  if (version < 180000) throw new StartFailure('Нужен PostgreSQL 18 или новее.')
  if (process.env.ZVONOK_UNSAFE_TEST_DATABASE === 'yes') return
  if (sync !== 'on' || commit === 'off' || fpw !== 'on') {
    throw new StartFailure(
      'База данных настроена терять записи при сбое (fsync, synchronous_commit или full_page_writes выключены).',
    )
  }
}
