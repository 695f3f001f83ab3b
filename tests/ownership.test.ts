import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from './database.ts'
import { codeOf, moduleOf, sources } from './sources.ts'

/** Who writes a table. Everybody may read it: joins are what one database is for. */
const owners: Record<string, string> = {
  operation: 'platform',
  change: 'platform', // by its triggers alone
  outbox: 'platform',
  heartbeat: 'platform',
  migration: 'platform',

  school: 'access', // opened once, with its first administrator
  person: 'access',
  staff: 'access',
  account: 'access',
  session: 'access',
  session_touch: 'access',
  role_grant: 'access',
  sign_in_attempt: 'access',

  lesson: 'journal',
  work: 'marks',
  mark: 'marks',
  absence: 'attendance',
  homework: 'homework',
  homework_student: 'homework',
  homework_file: 'homework',
  file: 'homework',
  file_content: 'homework',
  notice: 'notifications',
}
/** Nothing in the program writes them yet: they come by laying a school out. */
const laidOut = [
  'setting',
  'guardian_of',
  'school_year',
  'term',
  'day_exception',
  'bell',
  'study_group',
  'school_class',
  'enrolment',
  'subject',
  'course',
  'assignment',
  'room',
  'slot',
  'work_type',
]

/** Writes into another's table, by name and with the reason. */
const agreed: Record<string, string> = {
  'server/access/openSchool.ts writes operation': 'an empty database has no executor yet',
  'server/platform/db.ts writes room': 'a temporary table, which shows that the disk has room',
  'server/attendance/commands.ts writes lesson': 'calling the roll is said of the lesson',
  'server/notifications/deliver.ts writes outbox': 'what was told leaves the outbox',
  'server/jobs.ts writes sign_in_attempt': 'guesses are forgotten after a month',
}

const writes = (file: string): string[] => [
  ...new Set(
    [...codeOf(file).matchAll(/\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?|merge\s+into)\s+([a-z_]+)\b/g)].map(
      ([, table]) => table!,
    ),
  ),
]

test('a table is written by the module that owns it', () => {
  const known = new Set([...Object.keys(owners), ...laidOut])
  const wrong: string[] = []
  for (const file of sources('server/**/*.ts')) {
    for (const table of writes(file).filter((one) => known.has(one))) {
      const line = `${file} writes ${table}`
      if (owners[table] !== (moduleOf(file) ?? 'root') && !agreed[line]) wrong.push(line)
    }
  }
  assert.deepEqual(wrong, [])
})

test('agreed writes into another’s table are still there', () => {
  for (const line of Object.keys(agreed)) {
    const [file, table] = line.split(' writes ')
    assert.ok(writes(file!).includes(table!), `${line}: take the line away`)
  }
})

test('every table has an owner', async () => {
  const { owner } = await testDatabase()
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  assert.deepEqual(
    rows.map((row) => row.name),
    [...Object.keys(owners), ...laidOut].sort(),
  )
})

test('statements are written with their values apart', () => {
  // A value inside the text of a statement is how strangers get to write statements of their own.
  const glued = sources('server/**/*.ts').filter((file) => /\b(?:query|rows|one|maybe|run)\(\s*`[^`]*\$\{/.test(codeOf(file)))
  assert.deepEqual(glued, ['server/platform/live.ts'], 'listening takes a name and no value')
})
