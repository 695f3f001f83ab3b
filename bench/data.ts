import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { layOutSchool } from '#scripts/demo/layOut.ts'
import { hashPassword } from '#server/access/passwords.ts'

export type Size = 'demo' | 'school' | 'region'

/** The year in which every measurement is taken, and the last lesson day of it, at which the server's clock stands. */
export const LAID_OUT_ON = '2026-11-20'
export const CLOCK = '2027-05-26T09:00:00Z'
export const PASSWORD = 'zvonok-2026'
export const SCHOOLS_OF_A_REGION = 20

const root = join(import.meta.dirname, '..')

export const folderOf = (size: Size): string => join(root, 'bench/data', size)

/** Is there data of this size, made with the migrations as they stand? Newer ones are applied at the next start. */
export function isLaidOut(size: Size): boolean {
  const mark = join(folderOf(size), 'laid-out-from.json')
  if (!existsSync(mark)) return false
  const then = JSON.parse(readFileSync(mark, 'utf8')) as Record<string, string>
  const now = fingerprints()
  return Object.entries(then).every(([file, hash]) => now[file] === hash)
}

/** Throws away what was made for another schema. */
export function dropStale(size: Size): void {
  if (!isLaidOut(size)) rmSync(folderOf(size), { recursive: true, force: true })
}

/** Lays out the schools of this size, once; later runs find them. */
export async function layOutOnce(ownerUrl: string, size: Size): Promise<void> {
  if (isLaidOut(size)) return
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const passwordHash = await hashPassword(PASSWORD)
    await client.query('create schema bench; create table bench.page (school_id int, course_id uuid, term_id uuid)')
    const summary = await layOutSchool(client, {
      schoolId: 1,
      seed: 12,
      today: LAID_OUT_ON,
      size: size === 'demo' ? 'demo' : 'school',
      passwordHash,
      loginSuffix: '',
    })
    if (summary.bench)
      await client.query('insert into bench.page values (1, $1, $2)', [summary.bench.courseId, summary.bench.termId])
    process.stderr.write(`${summary.students} students, ${summary.lessons} lessons, ${summary.marks} marks\n`)
    // The last term of the laid out year is closed already; measurements write into it.
    await client.query(`
      select set_config('app.operation_id', gen_random_uuid()::text, false);
      update term set locked_at = null where to_date >= '${CLOCK.slice(0, 10)}'`)
    if (size === 'region') await repeatSchool(client, SCHOOLS_OF_A_REGION)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
  mkdirSync(folderOf(size), { recursive: true })
  writeFileSync(join(folderOf(size), 'laid-out-from.json'), JSON.stringify(fingerprints()))
}

/**
 * The first school again and again, under other numbers: what is asked of any of them is the same, and only what lies around it differs.
 * Rows go past the triggers, history and all.
 */
async function repeatSchool(client: pg.Client, schools: number): Promise<void> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(`
    select c.table_name as name, array_agg(quote_ident(c.column_name::text) order by c.ordinal_position) as columns
    from information_schema.columns c join pg_class t on t.oid = format('%I.%I', c.table_schema, c.table_name)::regclass and t.relkind = 'r'
    where c.table_schema in ('public', 'bench') and c.is_generated = 'NEVER'
    group by c.table_schema, c.table_name having bool_or(c.column_name = 'school_id')`)
  await client.query(
    "set session_replication_role = replica; set search_path = public, bench; set maintenance_work_mem = '256MB'",
  )
  for (let schoolId = 2; schoolId <= schools; schoolId++) {
    await client.query('begin')
    for (const { name, columns } of tables) {
      const own: Record<string, string> = {
        school_id: String(schoolId),
        'school.id': 'gen_random_uuid()',
        'account.login': `login || '.${schoolId}'`,
      }
      const values = columns.map((column) => own[column] ?? own[`${name}.${column}`] ?? column)
      await client.query(
        `insert into ${name} (${columns}) overriding system value select ${values} from ${name} where school_id = 1`,
      )
    }
    await client.query('commit')
    process.stderr.write(`school ${schoolId} of ${schools}\n`)
  }
  await client.query('set session_replication_role = origin')
}

function fingerprints(): Record<string, string> {
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(root, file)))
      .digest('hex')
  return Object.fromEntries(
    globSync('migrations/[0-9]*.sql', { cwd: root }) // not the print of the whole
      .sort()
      .map((file) => [file, hashOf(file)]),
  )
}
