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
    for (let schoolId = 1; schoolId <= (size === 'region' ? SCHOOLS_OF_A_REGION : 1); schoolId++) {
      const summary = await layOutSchool(client, {
        schoolId,
        seed: 11 + schoolId,
        today: LAID_OUT_ON,
        size: size === 'demo' ? 'demo' : 'school',
        passwordHash,
        loginSuffix: schoolId === 1 ? '' : `.${schoolId}`,
      })
      if (summary.bench)
        await client.query('insert into bench.page values ($1, $2, $3)', [schoolId, summary.bench.courseId, summary.bench.termId])
      process.stderr.write(
        `school ${schoolId}: ${summary.students} students, ${summary.lessons} lessons, ${summary.marks} marks\n`,
      )
    }
    // The last term of the laid out year is closed already; measurements write into it.
    await client.query(`
      select set_config('app.operation_id', gen_random_uuid()::text, false);
      update term set locked_at = null where to_date >= '${CLOCK.slice(0, 10)}'`)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
  mkdirSync(folderOf(size), { recursive: true })
  writeFileSync(join(folderOf(size), 'laid-out-from.json'), JSON.stringify(fingerprints()))
}

function fingerprints(): Record<string, string> {
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(root, file)))
      .digest('hex')
  return Object.fromEntries(
    globSync('migrations/*.sql', { cwd: root })
      .sort()
      .map((file) => [file, hashOf(file)]),
  )
}
