import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import pg from 'pg'
import { noMark } from '#domain/marks/rules.ts'
import { testDatabase } from './database.ts'
import { newWorld } from './world.ts'

/** Tables without history, each with its reason. */
const unaudited: Record<string, string> = {
  operation: 'is the history',
  change: 'is the history',
  outbox: 'points at operations',
  refusal: 'nothing happened: kept so that a copy is told the same',
  sign_in_attempt: 'a log itself, and of no school',
  session_touch: 'since when somebody idles; written all day long',
  file_content: 'bytes; `file` is audited, with their hash',
  notice: 'points at rows of the journal, which are audited',
  training_notice: 'points at trainings and topics, which are audited',
  import_upload: 'what was read of a file, for an hour; the import is audited',
  log_leaf: 'the log of actions: only added to, each row under a hash',
  log_subject: 'finds entries of the log; no part of its proof',
  log_seal: 'the chain over the log',
  log_check: 'what verifications of the log have found',
  migration: 'belongs to the schema',
  heartbeat: 'proves that the disk takes a write',
}
/** What the server's role may do besides reading, adding and changing rows of audited tables. */
const rights: Record<string, string> = {
  operation: 'insert select',
  change: 'select',
  outbox: 'delete insert select',
  refusal: 'delete insert select',
  sign_in_attempt: 'delete insert select update',
  file_content: 'insert select',
  notice: 'delete insert select update',
  heartbeat: 'select update',
  log_leaf: 'insert select',
  log_subject: 'insert select',
  log_seal: 'insert select',
  log_check: 'insert select',
  erased_record: 'select',
  migration: '',
}

const rows = async <R>(text: string): Promise<R[]> => (await (await testDatabase()).owner.query(text)).rows as R[]
const tablesOf = `select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
  exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id') as walled
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`

/** Does the work as the server's role, in one school, and takes everything back. */
async function asServer<T>(
  schoolId: number | null,
  work: (client: pg.Client) => Promise<T>,
  operationId: string | null = randomUUIDv7(),
): Promise<T> {
  const client = new pg.Client({ connectionString: (await testDatabase()).appUrl })
  await client.connect()
  try {
    await client.query('begin')
    if (schoolId !== null) await client.query(`select set_config('app.school_id', $1, true)`, [String(schoolId)])
    if (operationId !== null) await client.query(`select set_config('app.operation_id', $1, true)`, [operationId])
    return await work(client)
  } finally {
    await client.end()
  }
}
const fails = (code: string) => (error: unknown) => {
  assert.equal((error as { code: string }).code, code, String(error))
  return true
}
const DENIED = '42501' // both missing rights and the wall

test('every table writes its own history, except those named', async () => {
  const tables = await rows<{ name: string; triggers: string[] }>(`
    select t.name, coalesce(array_agg(g.tgname::text order by g.tgname) filter (where g.tgname is not null), '{}') as triggers
    from (${tablesOf}) t left join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal and g.tgenabled in ('O', 'A') group by t.name order by t.name`)
  const without = tables
    .filter(({ triggers }) => triggers.join() !== 'record_delete,record_insert,record_update')
    .map(({ name }) => name)
  assert.deepEqual(without, Object.keys(unaudited).sort())
})

test('every table of a school stands behind its wall, for its owner too', async () => {
  const tables = await rows<{ name: string; walled: boolean; on: boolean; policies: string[] }>(`
    select t.name, t.walled, t.relrowsecurity and t.relforcerowsecurity as on,
      coalesce((select array_agg(p.polname::text order by p.polname) from pg_policy p where p.polrelid = t.oid), '{}') as policies
    from (${tablesOf}) t order by t.name`)
  for (const { name, walled, on, policies } of tables) {
    assert.equal(on, walled, name)
    assert.equal(policies.includes('own_school'), walled, name)
  }
  const further = tables.flatMap(({ name, policies }) =>
    policies.filter((one) => one !== 'own_school').map((one) => `${name}: ${one}`),
  )
  assert.deepEqual(further, ['account: owner_finds_logins', 'school: owner_lists_schools'])
  const forTheServer = await rows(
    `select polname from pg_policy where polname <> 'own_school' and not (polroles = array[(select oid from pg_roles where rolname = current_user)])`,
  )
  assert.deepEqual(forTheServer, [], 'exceptions of the wall are the owner’s')
})

test('a row names its school first: in its key, and in whatever it points at', async () => {
  const keys = await rows<{ line: string }>(`
    select t.name || ': ' || c.conname as line from (${tablesOf}) t join pg_constraint c on c.conrelid = t.oid
    where t.walled and (
      c.contype = 'p' and (select attname from pg_attribute where attrelid = t.oid and attnum = c.conkey[1]) <> 'school_id'
      or c.contype = 'f' and not exists (
        select from unnest(c.conkey, c.confkey) k (here, there)
          join pg_attribute h on h.attrelid = c.conrelid and h.attnum = k.here join pg_attribute f on f.attrelid = c.confrelid and f.attnum = k.there
        where h.attname = 'school_id' and f.attname = 'school_id'))`)
  assert.deepEqual(keys, [])
  const keyless = await rows(
    `select t.name from (${tablesOf}) t where not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p')`,
  )
  assert.deepEqual(keyless, [])
})

test('the server’s role owns nothing, passes no wall, deletes nothing of the journal, empties no table', async () => {
  const [role] = await rows(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'zvonok_app'`,
  )
  assert.deepEqual(role, {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
  })
  assert.deepEqual(
    await rows(`select relname from pg_class where relowner = (select oid from pg_roles where rolname = 'zvonok_app')`),
    [],
  )
  assert.deepEqual(
    await rows(
      `select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = (select oid from pg_roles where rolname = 'zvonok_app')`,
    ),
    [],
  )
  assert.deepEqual(await rows(`select 1 where has_schema_privilege('zvonok_app', 'public', 'create')`), [])
  const granted = await rows<{ name: string; rights: string }>(`
    select t.name, coalesce(string_agg(lower(p.privilege), ' ' order by p.privilege) filter (where has_table_privilege('zvonok_app', t.oid, p.privilege)), '') as rights
    from (${tablesOf}) t cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p (privilege) group by t.name order by t.name`)
  for (const { name, rights: given } of granted) assert.equal(given, rights[name] ?? 'insert select update', name)
  const columns = await rows(
    `select attrelid::regclass::text from pg_attribute where attacl is not null and attrelid in (select oid from (${tablesOf}) t)`,
  )
  assert.deepEqual(columns, [], 'no right hides in a column')
})

test('what runs with its owner’s rights runs with its owner’s names', async () => {
  const functions = await rows<{ name: string; config: string[] | null; anybody: boolean }>(`
    select proname as name, proconfig as config, has_function_privilege('public', oid, 'execute') as anybody
    from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`)
  assert.deepEqual(
    functions.map(({ name }) => name),
    ['account_of_login', 'empty_contacts', 'erase_contacts', 'record_delete', 'record_insert', 'record_update', 'take_back'],
  )
  for (const { name, config, anybody } of functions) {
    assert.ok(
      config?.some((one) => one.startsWith('search_path=')),
      name,
    )
    assert.equal(anybody, name.startsWith('record_'), `${name}: only triggers are anybody’s`)
  }
})

test('nothing is written outside an operation, by the server or by its owner', async () => {
  const world = await newWorld()
  const insert = `insert into subject (school_id, name, short_name) values ($1, 'Физика', 'Физ.')`
  await assert.rejects(
    asServer(world.schoolId, (client) => client.query(insert, [world.schoolId]), null),
    fails('ZV001'),
  )
  await assert.rejects((await testDatabase()).owner.query(insert, [world.schoolId]), fails('ZV001'))
  await asServer(world.schoolId, (client) => client.query(insert, [world.schoolId]))
})

test('a query that forgets its school sees its own rows only, and without a school none', async () => {
  const [here, there] = [await newWorld(), await newWorld()]
  const tables = (await rows<{ name: string; walled: boolean }>(tablesOf)).filter((table) => table.walled)
  for (const { name } of tables) {
    const foreign = await asServer(here.schoolId, (client) =>
      client.query(`select 1 from ${name} where school_id <> $1 limit 1`, [here.schoolId]),
    )
    assert.equal(foreign.rowCount, 0, name)
    const nobodys = await asServer(null, (client) => client.query(`select 1 from ${name} limit 1`))
    assert.equal(nobodys.rowCount, 0, name)
  }
  const seen = await asServer(here.schoolId, (client) => client.query(`select 1 from person where id = $1`, [there.who.ivanova]))
  assert.equal(seen.rowCount, 0)
})

test('no row is written for another school, nor moved into it', async () => {
  const [here, there] = [await newWorld(), await newWorld()]
  await assert.rejects(
    asServer(here.schoolId, (client) =>
      client.query(`insert into subject (school_id, name, short_name) values ($1, 'Физика', 'Физ.')`, [there.schoolId]),
    ),
    fails(DENIED),
  )
  await assert.rejects(
    asServer(here.schoolId, (client) => client.query(`update subject set school_id = $1`, [there.schoolId])),
    fails(DENIED),
  )
  const touched = await asServer(here.schoolId, (client) =>
    client.query(`update person set surname = 'Чужой' where id = $1`, [there.who.ivanova]),
  )
  assert.equal(touched.rowCount, 0)
})

const forbidden = [
  `update operation set name = 'nothing'`,
  `delete from operation`,
  `truncate operation`,
  `insert into change (school_id, operation_id, table_name, row_id) values (:school, gen_random_uuid(), 'mark', gen_random_uuid())`,
  `update change set after = null`,
  `delete from change`,
  `truncate change cascade`,
  `delete from mark`,
  `truncate mark`,
  `delete from account`,
  `alter table mark disable trigger all`,
  `alter table mark disable row level security`,
  `drop table mark`,
  `drop trigger record_update on mark`,
  `create table mine ()`,
  `set session_replication_role = replica`,
  `set role postgres`,
  `select pg_read_file('/etc/passwd')`,
  `copy person to program 'cat'`,
]
for (const statement of forbidden) {
  test(`the server’s role may not: ${statement}`, async () => {
    const world = await newWorld()
    const lesson = world.lesson(world.courses.algebraA)
    await world.does('ivanova', 'marks.set', {
      lessonId: lesson.id,
      workId: lesson.workId,
      studentId: world.who.petya,
      mark: { ...noMark, values: [5] },
      expected: noMark,
    })
    await assert.rejects(
      asServer(world.schoolId, (client) => client.query(statement.replace(':school', String(world.schoolId)))),
      fails(DENIED),
    )
  })
}

test('a row cannot point into another school', async () => {
  const [here, there] = [await newWorld(), await newWorld()]
  await assert.rejects(
    asServer(here.schoolId, (client) =>
      client.query(`update lesson set teacher_id = $1 where id = $2`, [there.who.ivanova, here.lesson(here.courses.algebraA).id]),
    ),
    fails('23503'),
  )
})
