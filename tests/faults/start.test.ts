import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { emptySchool } from '#domain/school/rules.ts'
import { openFirstSchool } from '#server/access/openSchool.ts'
import { readConfig } from '#server/platform/config.ts'
import { startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { migrate } from '#server/platform/migrate.ts'
import { StartFailure } from '#server/platform/startFailure.ts'
import { fakePostgres } from './fakePostgres.ts'
import { smallDisk } from './smallDisk.ts'
import { newFolder, removeFolder, runServer, withOwner } from './system.ts'

const trusted = { version: '180004', fsync: 'on', synchronousCommit: 'on', fullPageWrites: 'on' }
const folder = newFolder()
let postgres: ReturnType<typeof startEmbeddedPostgres> | undefined
const thePostgres = () => (postgres ??= startEmbeddedPostgres({ directory: join(folder, 'postgres') }))
after(async () => {
  await (await postgres)?.stop()
  removeFolder(folder)
})

/** A database of the case's own, brought to today's schema and then changed by somebody's hand. */
async function database(name: string, ...statements: string[]): Promise<string> {
  const { url } = await thePostgres()
  await run(url(), [`create database ${name}`])
  await migrate(url(name))
  await run(url(name), statements)
  return url(name)
}

const run = (url: string, statements: string[]) =>
  withOwner(url, async (owner) => {
    for (const statement of statements) await owner.query(statement)
  })

const secretsKey = randomBytes(32).toString('base64')

/** Starts the server with these settings, expects it to give up with one line that a person can act on. */
async function refuses(environment: Record<string, string>, line: RegExp, cwd?: string): Promise<void> {
  const child = runServer({ ZVONOK_PORT: '0', ZVONOK_SECRETS_KEY: secretsKey, ...environment }, cwd)
  let output = ''
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk) => {
      output += chunk
      if (output.includes('Звонок открыт')) child.kill('SIGTERM')
    })
  }
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 60_000)
  const code = await new Promise((done) => child.once('close', done))
  clearTimeout(tooLong)
  assert.deepEqual(output.trimEnd().split('\n').length, 1, `more than one line:\n${output}`)
  assert.match(output, line)
  assert.match(output, /^[А-ЯЁ].*[.]\n$/)
  assert.doesNotMatch(output, /secret-word/)
  assert.equal(code, 1)
}

test('a database that a newer program has changed is left alone', async () => {
  const url = await database('newer', `insert into migration (name) values ('9999_future.sql')`)
  await refuses({ DATABASE_URL: url }, /новее этой программы.*9999_future.sql/)
})

test('a migration that does not fit what it finds is not half applied', async () => {
  const url = await database('clash', `delete from migration where name >= '0029'`) // the one that made a table, and all after it
  await refuses({ DATABASE_URL: url }, /Схема базы данных повреждена или изменена вручную/)
})

const damages: [name: string, statement: string, missing: RegExp][] = [
  ['a lost table', 'drop table homework_file cascade', /homework_file/],
  ['a lost column', 'alter table mark drop column basis', /mark\.basis/],
  ['a column of another kind', 'alter table mark alter column comment type varchar(10)', /mark\.comment/],
  ['a history that is switched off', 'alter table mark disable trigger record_update', /mark: trigger record_update/],
  ['a wall that is torn down', 'alter table mark no force row level security', /mark: policy own_school/],
  ['a lost uniqueness', 'drop index mark_of_student', /mark: index mark_of_student/],
  ['a right that was taken away', 'revoke insert on absence from zvonok_app', /absence: zvonok_app may insert/],
  [
    'another way to write history',
    `create or replace function record_delete() returns trigger language plpgsql as 'begin return null; end'`,
    /function record_delete/,
  ],
]
for (const [i, [name, statement, missing]] of damages.entries()) {
  test(`${name} in the database is named at the start, not met in the middle of a lesson`, async () => {
    const url = await database(`damaged${i}`, statement)
    await assert.rejects(migrate(url), missing)
    if (i === 0) await refuses({ DATABASE_URL: url }, missing)
  })
}

test('what an owner adds to the database for himself is no damage', async () => {
  const url = await database(
    'enriched',
    'create table notes (id int)',
    'alter table mark add column colour text',
    'create index by_comment on mark (comment)',
  )
  await migrate(url)
})

test('a port that somebody else uses is named', async () => {
  const url = await database('taken')
  await openFirstSchool(url, emptySchool)
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => other.once('listening', done))
  const { port } = other.address() as { port: number }
  await refuses({ DATABASE_URL: url, ZVONOK_PORT: String(port) }, new RegExp(`Порт ${port} занят`))
  other.close()
})

test('an address of another computer is named', async () => {
  const url = await database('elsewhere')
  await openFirstSchool(url, emptySchool)
  await refuses({ DATABASE_URL: url, ZVONOK_HOST: '203.0.113.7' }, /203\.0\.113\.7 не принадлежит этому компьютеру/)
})

const unreachable: [name: string, url: string, line: RegExp][] = [
  [
    'where nobody listens',
    'postgres://zvonok:secret-word@127.0.0.1:9/zvonok',
    /127\.0\.0\.1:9: по этому адресу никто не отвечает/,
  ],
  [
    'on a host that does not exist',
    'postgres://zvonok:secret-word@nowhere.invalid/zvonok',
    /nowhere\.invalid: (такого адреса нет|сервер базы не отвечает)/,
  ],
  ['behind an address that is none', 'postgres://zvonok:secret-word@[/zvonok', /адрес записан неверно/],
]
for (const [name, url, line] of unreachable) {
  test(`a database ${name} is told from a broken one`, () => refuses({ DATABASE_URL: url }, line))
}

test('a database that does not exist on its server is named so', async () => {
  const { url } = await thePostgres()
  await refuses({ DATABASE_URL: url('nothing') }, /такой базы нет/)
})

test('a wrong password of the database is named so, and not repeated', async () => {
  const fake = await fakePostgres({ refusal: { code: '28P01', message: 'password authentication failed for user "zvonok"' } })
  await refuses({ DATABASE_URL: fake.url }, /имя или пароль не подходят/)
  fake.stop()
})

test('PostgreSQL older than 18 is refused', async () => {
  const fake = await fakePostgres({ settings: { ...trusted, version: '170009' } })
  await refuses({ DATABASE_URL: fake.url }, /PostgreSQL 18/)
  fake.stop()
})

for (const setting of ['fsync', 'synchronousCommit', 'fullPageWrites'] as const) {
  test(`a database that may forget what it acknowledged is refused: ${setting}`, async () => {
    const fake = await fakePostgres({ settings: { ...trusted, [setting]: 'off' } })
    await assert.rejects(
      strictly(() => migrate(fake.url)),
      /терять записи/,
    )
    if (setting === 'fsync') await refuses({ DATABASE_URL: fake.url }, /терять записи/)
    fake.stop()
  })
}

test('a forgetful setting of the database itself or of the role, and not of its server, is refused too', async () => {
  for (const [name, whose] of [
    ['forgetful', 'database forgetful'],
    ['forgetful_role', 'role zvonok_app in database forgetful_role'],
  ] as const) {
    const url = await database(name, `alter ${whose} set synchronous_commit = off`)
    await assert.rejects(
      strictly(() => migrate(url)),
      /терять записи/,
    )
    await run(url, [`alter ${whose} reset synchronous_commit`])
    await migrate(url)
  }
})

test('a database whose user may not make a schema says so, and does not blame the schema', async () => {
  const { url } = await thePostgres()
  await run(url(), [`create role guest login nosuperuser`, 'create database foreign_house'])
  await refuses({ DATABASE_URL: url('foreign_house', 'guest') }, /не хватает прав/)
})

test('a data folder that another server uses is not touched', async () => {
  await thePostgres()
  await refuses({ ZVONOK_DATA: folder }, /уже работает другой сервер/)
})

test('a data folder where nothing may be written is named', async (t) => {
  const file = join(scratch(t), 'file')
  writeFileSync(file, '')
  await refuses({ ZVONOK_DATA: join(file, 'data') }, /не подходит для базы данных/)
  const closed = process.getuid?.() === 0 ? '/sys/zvonok' : join(scratch(t), 'closed')
  if (process.getuid?.() !== 0) mkdirSync(closed, { mode: 0o555 })
  await refuses({ ZVONOK_DATA: join(closed, 'data') }, /недоступна для записи/)
})

const settings: [text: string, line: RegExp][] = [
  ['{ "port": 8080,\n  databaseUrl: secret-word }', /ошибка JSON, строка 2/],
  ['["port"]', /должна быть запись/],
  ['{ "porth": 8080 }', /настройки «porth» нет/],
  ['{ "trustedProxies": "10.0.0.1" }', /«trustedProxies» записана неверно/],
  ['{ "port": 80800 }', /от 0 до 65535/],
]
for (const [text, line] of settings) {
  test(`settings that cannot be meant are refused: ${text.split('\n')[0]}`, async (t) => {
    const place = scratch(t)
    const file = join(place, 'zvonok.json')
    writeFileSync(file, text)
    assert.throws(
      () => readConfig({}, file),
      (error) => error instanceof StartFailure && line.test(error.message) && !/secret-word/.test(error.message),
    )
    if (text === settings[0]![0]) await refuses({}, line, place)
  })
}

test('a disk too small for the database is named before anything is written to it', async (t) => {
  const disk = smallDisk(24)
  if (!disk) return t.skip('нет права смонтировать маленький диск')
  t.after(disk.remove)
  await refuses({ ZVONOK_DATA: disk.folder }, /нет места/)
})

test('a first start that was cut short does not spoil the second', async (t) => {
  const place = scratch(t)
  mkdirSync(join(place, 'postgres.new/base'), { recursive: true })
  writeFileSync(join(place, 'postgres.new/PG_VERSION'), '18\n')
  const revived = await startEmbeddedPostgres({ directory: join(place, 'postgres') })
  await revived.stop()
})

/** As in a school: other tests of this process may have said that their database need not be safe. */
async function strictly<T>(work: () => Promise<T>): Promise<T> {
  const said = process.env.ZVONOK_UNSAFE_TEST_DATABASE
  delete process.env.ZVONOK_UNSAFE_TEST_DATABASE
  try {
    return await work()
  } finally {
    if (said !== undefined) process.env.ZVONOK_UNSAFE_TEST_DATABASE = said
  }
}

function scratch(t: TestContext): string {
  const place = newFolder()
  chmodSync(place, 0o755)
  t.after(() => removeFolder(place))
  return place
}
