import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { dayIn } from '#domain/platform/dates.ts'
import { layOutSchool } from '#scripts/demo/layOut.ts'
import { buildWebApart, webIsFresh } from '#scripts/webBuild.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { takeIn } from '#server/audit/takeIn.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { readConfig } from '#server/platform/config.ts'
import { openDb } from '#server/platform/db.ts'
import { StartFailure } from '#server/platform/startFailure.ts'
import { start } from '#server/start.ts'

export const DEMO_PASSWORD = 'zvonok-2026'
const SEED = 12

/** Lays the demo school out on first start, builds the web app when its sources changed, serves both, prints who may sign in. */
export async function runDemo(argv: string[]): Promise<void> {
  const { values } = parseArgs({
    args: argv,
    options: {
      size: { type: 'string', default: 'demo' },
      schools: { type: 'string', default: '1' },
      data: { type: 'string', default: '' },
      port: { type: 'string', default: '' },
      today: { type: 'string', default: '' },
    },
  })
  const environment = readConfig()
  const config = {
    ...environment,
    dataFolder: values.data || join(environment.dataFolder, values.size === 'demo' ? 'demo' : values.size),
    port: values.port ? Number(values.port) : environment.port,
  }
  try {
    const today = values.today || dayIn('Europe/Moscow', new Date())
    // The app is built in a process of its own while the school is laid out.
    const built = webIsFresh() ? Promise.resolve() : buildWebApart()
    built.catch(() => {})
    const running = await start(config, {
      ...(values.today ? { clock: clockFrom(`${values.today}T09:00:00Z`) } : {}),
      prepare: async (ownerUrl) => {
        await layOut(ownerUrl, values.size as 'demo', Number(values.schools), today)
        await built
      },
    })
    console.log(await welcome(running.ownerUrl, running.address))
    const stop = () => running.stop().then(() => process.exit(0))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    console.error(error instanceof StartFailure ? error.message : error)
    process.exit(1)
  }
}

type SignIn = { role: string; login: string; name: string }

/** Lays out schools that are not there yet; a second start keeps everything typed since. */
async function layOut(ownerUrl: string, size: 'demo' | 'school' | 'region', schools: number, today: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(
      'create schema if not exists demo; create table if not exists demo.school (school_id int primary key, sign_ins jsonb not null)',
    )
    const { rows } = await client.query<{ school_id: number }>('select school_id from demo.school')
    const known = new Set(rows.map((row) => row.school_id))
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    for (let schoolId = 1; schoolId <= (size === 'region' ? schools : 1); schoolId++) {
      if (known.has(schoolId)) continue
      const started = performance.now()
      const summary = await layOutSchool(client, {
        schoolId,
        seed: SEED + schoolId - 1,
        today,
        size: size === 'demo' ? 'demo' : 'school',
        passwordHash,
        loginSuffix: schoolId === 1 ? '' : `.${schoolId}`,
      })
      await client.query('insert into demo.school values ($1, $2)', [
        schoolId,
        JSON.stringify({ signIns: summary.signIns, bench: (summary as { bench?: unknown }).bench ?? null }),
      ])
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(
        `Школа ${schoolId}: ${summary.students} учеников, ${summary.lessons} уроков, ${summary.marks} отметок, ${summary.absences} пропусков — ${seconds} с`,
      )
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
  if (size === 'demo') await openLogOf(ownerUrl, 1)
}

/** What was laid out is in the log of actions at once: nobody waits for the night to see it. */
async function openLogOf(ownerUrl: string, schoolId: number): Promise<void> {
  const db = openDb(ownerUrl, { role: 'zvonok_app', max: 1 })
  await takeIn(db, schoolId).finally(() => db.end())
}

async function welcome(ownerUrl: string, address: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ sign_ins: { signIns: SignIn[] } }>(
    'select sign_ins from demo.school order by school_id limit 1',
  )
  await client.end()
  const lines = (rows[0]?.sign_ins.signIns ?? []).map(
    ({ role, login, name }) => `  ${role.padEnd(24)} ${login.padEnd(12)} ${name}`,
  )
  return ['', `Звонок открыт: ${address}`, `Пароль у всех: ${DEMO_PASSWORD}`, '', ...lines, ''].join('\n')
}
