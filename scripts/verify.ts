import { join } from 'node:path'
import pg from 'pg'
import { findingKinds, isWhole } from '#domain/audit/rules.ts'
import { verify } from '#server/audit/verify.ts'
import { readConfig } from '#server/platform/config.ts'
import { openDb } from '#server/platform/db.ts'
import { startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'

/**
 * Verifies the log of every school in the database that zvonok.json or the environment names, or of those given by number. Ends with 1 when
 * something was found. A program that serves a PostgreSQL of its own may go on meanwhile; the embedded one must be stopped.
 */
const { databaseUrl, dataFolder } = readConfig()
const embedded = databaseUrl ? null : await startEmbeddedPostgres({ directory: join(dataFolder, 'postgres') })
const ownerUrl = databaseUrl || embedded!.url()
const db = openDb(ownerUrl, { role: 'zvonok_app', max: 2 })
try {
  for (const { id, name } of await schoolsIn(ownerUrl, process.argv.slice(2).map(Number))) {
    const started = performance.now()
    const { size, number, root, looked, findings } = await verify(db, id)
    const seconds = ((performance.now() - started) / 1_000).toFixed(1)
    console.log(
      `${name}: ${isWhole(findings) ? 'цепочка цела' : 'найдены расхождения'}, записей ${size}, печать № ${number}, ${seconds} с`,
    )
    console.log(`  корень ${root.toString('hex')}`)
    console.log(`  действий ${looked.operations}, изменений ${looked.changes}, строк ${looked.rows}`)
    for (const kind of findingKinds)
      for (const finding of findings.filter((one) => one.kind === kind)) console.log(`  ${JSON.stringify(finding)}`)
    if (!isWhole(findings)) process.exitCode = 1
  }
} finally {
  await db.end()
  await embedded?.stop()
}

async function schoolsIn(url: string, wanted: number[]): Promise<{ id: number; name: string }[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: number; name: string }>(
      'select school_id as id, name from school order by school_id',
    )
    return wanted.length === 0 ? rows : rows.filter(({ id }) => wanted.includes(id))
  } finally {
    await client.end()
  }
}
