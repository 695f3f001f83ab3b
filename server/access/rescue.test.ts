import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { clockFrom } from '#server/platform/clock.ts'
import { callerOf } from '#tests/caller.ts'
import { NOW, testDatabase } from '#tests/database.ts'
import { protect } from '#tests/samplesOfAccess.ts'
import { newWorld, PASSWORD, type World } from '#tests/world.ts'
import { rescuable, rescue } from './rescue.ts'

const clock = clockFrom(NOW)
const MACHINE = 'root@school-server'

async function found(world: World, key: 'kiselev' | 'morozov') {
  const { ownerUrl } = await testDatabase()
  return (await rescuable(ownerUrl, clock)).find(({ accountId }) => accountId === world.accounts[key])!
}

test('the only administrator without phone and codes is let in by who holds the machine, with a one-time password [R044]', async () => {
  const world = await newWorld()
  const { caller } = await protect(world, 'kiselev')
  const { ownerUrl } = await testDatabase()
  const password = await rescue(ownerUrl, await found(world, 'kiselev'), MACHINE, clock)
  assert.equal((await caller.asks('access.me', {})).status, 401, 'whoever has the phone is out')
  const door = await callerOf(world, null)
  const old = await door.does('access.signIn', { login: world.login('kiselev'), password: PASSWORD })
  assert.equal(old.code, 'access.wrongLoginOrPassword')
  const signIn = await door.does('access.signIn', { login: world.login('kiselev'), password })
  assert.deepEqual(signIn.body, { mustChangePassword: true, second: null })
})

test('a rescue opens what was closed, is in the history without the password, and head and administrators are told until they look [R044, R046]', async () => {
  const world = await newWorld()
  await world.amends('update account set blocked_at = now() where school_id = :school and id = $1', [world.accounts.kiselev])
  const { ownerUrl } = await testDatabase()
  const password = await rescue(ownerUrl, await found(world, 'kiselev'), MACHINE, clock)
  const history = await world.rows<{ name: string; text: string }>(
    `select o.name, o.input::text || coalesce((select string_agg(c.after::text, '') from change c where c.school_id = o.school_id and c.operation_id = o.id), '') as text
     from operation o where school_id = :school and name = 'access.rescue'`,
  )
  assert.equal(history.length, 1)
  assert.match(history[0]!.text, /root@school-server/)
  assert.ok(!history[0]!.text.includes(password))
  const told = async (key: 'morozov' | 'kiselev' | 'belova') => (await world.asks(key, 'access.me', {})).rescues
  const [notice] = await told('morozov')
  assert.deepEqual(
    { ...notice, rescueId: '', at: '' },
    { rescueId: '', name: 'Киселёв Денис Олегович', at: '', machine: MACHINE },
  )
  assert.deepEqual([(await told('kiselev')).length, (await told('belova')).length], [1, 0], 'a deputy is not told')
  await world.does('morozov', 'access.seeRescues', { rescueIds: [notice!.rescueId] })
  assert.deepEqual([(await told('morozov')).length, (await told('kiselev')).length], [0, 1], 'each reads for themselves')
})

test('teachers, families and those whose role has ended are not let in past the administrator', async () => {
  const world = await newWorld()
  await world.amends(`update role_grant set to_date = '2026-11-19' where school_id = :school and role = 'head'`)
  const { ownerUrl } = await testDatabase()
  const people = (await rescuable(ownerUrl, clock)).filter(({ schoolId }) => schoolId === world.schoolId)
  assert.deepEqual(
    people.map(({ login, administrator }) => [login, administrator]),
    [[world.login('kiselev'), true]],
  )
})

/** `npm run rescue -- <login>`, answered with this. */
async function runs(login: string, answer: string): Promise<{ code: number | null; said: string }> {
  const { ownerUrl } = await testDatabase()
  const script = join(import.meta.dirname, '../../scripts/rescue.ts')
  const env = { ...process.env, DATABASE_URL: ownerUrl, ZVONOK_SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') }
  const program = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, login], { env, cwd: tmpdir() })
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (part: Buffer) => (said += part))
  program.stdin.end(`${answer}\n`)
  const code = await new Promise<number | null>((end) => program.on('close', end))
  return { code, said }
}

test('the program asks once more, prints the password once, and changes nothing without a yes [R044]', async () => {
  const world = await newWorld()
  const login = world.login('kiselev')
  const no = await runs(login, 'нет')
  assert.equal(no.code, 1)
  assert.match(no.said, /Киселёв Денис Олегович[\s\S]*Ничего не изменено/)
  assert.equal((await world.rows('select 1 from rescue where school_id = :school')).length, 0)
  const yes = await runs(login, 'да')
  assert.equal(yes.code, 0, yes.said)
  const password = /одноразовый пароль (\S+)\./.exec(yes.said)![1]!
  const signIn = await (await callerOf(world, null)).does('access.signIn', { login, password })
  assert.equal(signIn.status, 200, signIn.text)
  const nobody = await runs(world.login('ivanova'), 'да')
  assert.match(nobody.said, /новый пароль выдаёт администратор/)
})
