import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { createApp } from '#server/app.ts'
import { type Answer, addressOf, callerOf, callerWith } from '#tests/caller.ts'
import { testDatabase, vault } from '#tests/database.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, PASSWORD, type World } from '#tests/world.ts'

type Try = { login: string; password?: string; cookie?: string; address?: string }

const signIn = async (world: World, { login, password = PASSWORD, cookie = '', address }: Try) => {
  const answer = await world.app.http.inject({
    method: 'POST',
    url: '/api/access.signIn',
    headers: { 'x-zvonok': '1', ...(cookie ? { cookie } : {}) },
    payload: { login, password },
    remoteAddress: address ?? `10.1.${world.schoolId % 250}.${(world.schoolId >> 8) % 250}`,
  })
  const cookies = Object.fromEntries(answer.cookies.map((one) => [one.name, one]))
  const { code = '', params = {} } = answer.json() as { code?: string; params?: { seconds?: number } }
  return {
    status: answer.statusCode,
    code,
    params,
    body: answer.body,
    cookies,
    headers: answer.headers,
    session: cookies.zvonok?.value ?? '',
  }
}
const asks = (world: World, session: string): Promise<Answer> => callerWith(world, `zvonok=${session}`).asks('access.me', {})
/** Failures of the past, as the door remembers them. */
const failed = (world: World, login: string, times: number, { minutesAgo = 10, address = '203.0.113.7', known = false } = {}) =>
  world.rows(
    `insert into sign_in_attempt (login, address, known_device, success, at)
     select $1, $2, $3, false, now() - make_interval(mins => $4) from generate_series(1, $5::int)`,
    [login, address, known, minutesAgo, times],
  )

test('the right password opens a session, and the browser keeps it where no script sees it', async () => {
  const world = await newWorld()
  const answer = await signIn(world, { login: world.login('ivanova') })
  assert.equal(answer.status, 200)
  const { httpOnly, sameSite, path, secure, maxAge } = answer.cookies.zvonok!
  assert.deepEqual(
    { httpOnly, sameSite, path, secure: secure ?? false, maxAge },
    { httpOnly: true, sameSite: 'Lax', path: '/', secure: false, maxAge: 12 * 3_600 },
  )
  assert.ok(answer.cookies.zvonok_device!.httpOnly)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const me = await asks(world, answer.session)
  assert.equal((me.body as { login: string }).login, world.login('ivanova'))
})

test('behind https the cookie belongs to this host and to TLS alone', async () => {
  const world = await newWorld()
  const app = await createApp({ databaseUrl: (await testDatabase()).appUrl, vault, secure: true, poolSize: 2 })
  try {
    const answer = await signIn({ ...world, app }, { login: world.login('ivanova') })
    const cookie = answer.cookies['__Host-zvonok']!
    assert.deepEqual([cookie.secure, cookie.httpOnly, cookie.path, cookie.domain], [true, true, '/', undefined])
    assert.equal(answer.headers['strict-transport-security'], 'max-age=31536000')
  } finally {
    await app.close()
  }
})

test('a login is typed with capitals, spaces around, «ё» or «е»', async () => {
  const world = await newWorld()
  await world.amends(`update account set login = $1 where school_id = :school and id = $2`, [
    `ёлкина.${world.schoolId}`,
    world.accounts.masha,
  ])
  for (const login of [`ёлкина.${world.schoolId}`, `Елкина.${world.schoolId}`, ` ЁЛКИНА.${world.schoolId} `]) {
    assert.equal((await signIn(world, { login })).status, 200, login)
  }
})

test('an unknown login and a wrong password get the same answer, sign for sign', async () => {
  const world = await newWorld()
  const wrong = await signIn(world, { login: world.login('ivanova'), password: 'не тот пароль' })
  const unknown = await signIn(world, { login: `nobody.${world.schoolId}` })
  assert.deepEqual([wrong.status, wrong.code], [422, 'access.wrongLoginOrPassword'])
  assert.equal(unknown.body, wrong.body)
  assert.deepEqual([wrong.cookies, unknown.cookies], [{}, {}])
})

test('after five wrong passwords the next try waits, right or wrong', async () => {
  const world = await newWorld()
  const login = world.login('petya')
  for (let n = 1; n <= 5; n++)
    assert.equal((await signIn(world, { login, password: 'мимо' })).code, 'access.wrongLoginOrPassword')
  await failed(world, login, 5, { minutesAgo: 0 })
  const answer = await signIn(world, { login })
  assert.deepEqual([answer.status, answer.code], [429, 'access.tooManyAttempts'])
  assert.equal(answer.headers['retry-after'], String(answer.params.seconds))
  assert.ok(answer.params.seconds! > 0 && answer.params.seconds! <= 60)
})

test('twenty wrong passwords in an hour close an account to devices it does not know', async () => {
  const world = await newWorld()
  const login = world.login('petya')
  await failed(world, login, 20)
  assert.deepEqual((await signIn(world, { login })).code, 'access.tooManyAttempts')
  await world.rows(`update sign_in_attempt set at = at - interval '1 hour' where login = $1`, [login])
  assert.equal((await signIn(world, { login })).status, 200, 'an hour later it is open again')
})

test('a device the account has signed in on is not locked out by strangers', async () => {
  const world = await newWorld()
  const login = world.login('petya')
  const { cookies } = await signIn(world, { login })
  await failed(world, login, 40)
  assert.equal((await signIn(world, { login, cookie: `zvonok_device=${cookies.zvonok_device!.value}` })).status, 200)
  assert.equal((await signIn(world, { login })).status, 429)
})

test('nobody makes up that a device is known, nor borrows it from another account', async () => {
  const world = await newWorld()
  const login = world.login('petya')
  const others = (await signIn(world, { login: world.login('lena') })).cookies.zvonok_device!.value
  await failed(world, login, 20)
  for (const mark of [login, encodeURIComponent(login), world.accounts.petya, others, '', '~~~']) {
    assert.equal((await signIn(world, { login, cookie: `zvonok_device=${mark}` })).status, 429, mark)
  }
})

test('three hundred wrong passwords from one address close it for ten minutes, and no other', async () => {
  const world = await newWorld()
  const address = `198.51.${world.schoolId % 250}.${(world.schoolId >> 8) % 250}`
  await failed(world, `guesses.${world.schoolId}`, 300, { minutesAgo: 5, address })
  assert.equal((await signIn(world, { login: world.login('ivanova'), address })).status, 429)
  assert.equal((await signIn(world, { login: world.login('ivanova'), address: '192.0.2.1' })).status, 200)
})

test('a claimed address of a proxy nobody trusts is not believed', async () => {
  const world = await newWorld()
  await world.app.http.inject({
    method: 'POST',
    url: '/api/access.signIn',
    headers: { 'x-zvonok': '1', 'x-forwarded-for': '192.0.2.77', forwarded: 'for=192.0.2.78', 'x-real-ip': '192.0.2.79' },
    payload: { login: world.login('lena'), password: 'мимо' },
    remoteAddress: '203.0.113.50',
  })
  assert.deepEqual(await world.rows(`select address from sign_in_attempt where login = $1`, [world.login('lena')]), [
    { address: '203.0.113.50' },
  ])
})

test('a blocked account says so only to who knows its password', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'access.blockAccount', { accountId: world.accounts.petya })
  assert.equal((await signIn(world, { login: world.login('petya') })).code, 'access.blocked')
  assert.equal((await signIn(world, { login: world.login('petya'), password: 'мимо' })).code, 'access.wrongLoginOrPassword')
  await world.does('kiselev', 'access.unblockAccount', { accountId: world.accounts.petya })
  assert.equal((await signIn(world, { login: world.login('petya') })).status, 200)
})

test('a cookie planted before the sign-in is worth nothing after it', async () => {
  const world = await newWorld()
  const planted = `${world.schoolId}.${'A'.repeat(32)}`
  const first = await signIn(world, { login: world.login('ivanova'), cookie: `zvonok=${planted}` })
  const second = await signIn(world, { login: world.login('ivanova'), cookie: `zvonok=${first.session}` })
  assert.equal(new Set([planted, first.session, second.session]).size, 3)
  assert.equal((await asks(world, planted)).status, 401)
})

test('what opens a session is nowhere in the database: neither the password nor the token', async () => {
  const world = await newWorld()
  const { session } = await signIn(world, { login: world.login('ivanova') })
  const token = session.split('.')[1]!
  const [everything] = await world.rows<{ text: string }>(
    `select (select string_agg(to_jsonb(o)::text, ' ') from operation o where school_id = :school) ||
            (select string_agg(to_jsonb(c)::text, ' ') from change c where school_id = :school) ||
            (select string_agg(to_jsonb(s)::text, ' ') from session s where school_id = :school) as text`,
  )
  assert.match(everything!.text, /access\.signIn/)
  for (const secret of [PASSWORD, token]) assert.ok(!everything!.text.includes(secret))
  const [kept] = await world.rows<{ n: number }>(
    `select count(*)::int as n from change where school_id = :school and concat(before, after) ~ 'argon2|token_hash'`,
  )
  assert.equal(kept!.n, 0, 'not even as a hash: the history is for reading')
})

test('with a one-time password everything is closed but changing it, and open at once when it is changed', async () => {
  const world = await newWorld()
  const { login, password } = await world.does('kiselev', 'access.resetPassword', { accountId: world.accounts.ivanova })
  const answer = await signIn(world, { login, password })
  assert.deepEqual(JSON.parse(answer.body), { mustChangePassword: true, second: null })
  const caller = callerWith(world, `zvonok=${answer.session}`)
  assert.equal(((await caller.asks('access.me', {})).body as { mustChangePassword: boolean }).mustChangePassword, true)
  for (const url of [
    '/api/journal.courses',
    '/api/access.sessions',
    '/api/calendar.year',
    '/api/live',
    '/api/access.awake',
    `/api/files/${world.year}`,
  ]) {
    assert.equal((await caller.sends('GET', url)).code, 'access.mustChangePassword', url)
  }
  const lesson = world.lesson(world.courses.algebraA)
  assert.equal(
    (await caller.does('journal.setTopic', { lessonId: lesson.id, topic: 'Дроби', expected: '' })).code,
    'access.mustChangePassword',
  )
  assert.equal((await caller.does('access.changePassword', { current: password, next: 'мой новый пароль' })).status, 200)
  assert.equal((await caller.asks('journal.courses', {})).status, 200)
  assert.equal((await signIn(world, { login, password })).code, 'access.wrongLoginOrPassword')
})

test('a passer-by signs nobody out', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  assert.equal((await (await callerOf(world, null)).does('access.signOut', {})).status, 200)
  assert.equal((await caller.asks('access.me', {})).status, 200)
})

test('staff sign in anew after twelve hours, families after thirty days', async () => {
  const world = await newWorld()
  for (const [key, seconds] of [
    ['ivanova', 12 * 3_600],
    ['kiselev', 12 * 3_600],
    ['petrova', 30 * 86_400],
    ['petya', 30 * 86_400],
  ] as const) {
    const answer = await signIn(world, { login: world.login(key) })
    assert.equal(answer.cookies.zvonok!.maxAge, seconds, key)
    const [row] = await world.rows<{ seconds: number }>(
      `select extract(epoch from expires_at - created_at)::int as seconds from session where school_id = :school and account_id = $1`,
      [world.accounts[key]],
    )
    assert.equal(row!.seconds, seconds, key)
  }
})

/** A sign-in that has found the password right and only now comes to open the session. */
const arrivesLate = async (world: World, verified: string) =>
  world.app.executor.execute(
    'access.signIn',
    {
      actor: await world.actor('petya'),
      school: world.school,
      beside: { token: 'x'.repeat(32), device: 'Chrome, Linux', address: '203.0.113.9', verified, seconds: 60 },
    },
    randomUUIDv7(),
    { login: world.login('petya'), password: PASSWORD },
  )
const hashOf = async (world: World) =>
  (
    await world.rows<{ password_hash: string }>(`select password_hash from account where school_id = :school and id = $1`, [
      world.accounts.petya,
    ])
  )[0]!.password_hash

test('a sign-in under way opens nothing once the password is reset or the account closed', async () => {
  const world = await newWorld()
  const verified = await hashOf(world)
  await world.does('kiselev', 'access.resetPassword', { accountId: world.accounts.petya })
  await refused('access.wrongLoginOrPassword', arrivesLate(world, verified))
  await world.does('kiselev', 'access.blockAccount', { accountId: world.accounts.petya })
  await refused('access.blocked', arrivesLate(world, await hashOf(world)))
  assert.deepEqual(await world.rows(`select 1 from session where school_id = :school`), [])
})

test('wrong passwords sent together are counted one after the other', async () => {
  const world = await newWorld()
  const login = world.login('petya')
  await failed(world, login, 9, { minutesAgo: 1 })
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => signIn(world, { login, password: `мимо ${n}` })))
  const judged = answers.filter((answer) => answer.code === 'access.wrongLoginOrPassword')
  assert.deepEqual([judged.length, answers.filter((answer) => answer.status === 429).length], [1, 5])
})

test('a pupil who guesses at school locks out neither the devices the school knows nor who unlocks a journal', async () => {
  const world = await newWorld()
  const login = world.login('ivanova')
  const address = addressOf(world)
  const { cookies } = await signIn(world, { login, address })
  const caller = await callerOf(world, 'ivanova')
  await failed(world, `guesses.${world.schoolId}`, 300, { minutesAgo: 5, address })
  assert.equal((await signIn(world, { login, address, cookie: `zvonok_device=${cookies.zvonok_device!.value}` })).status, 200)
  assert.equal((await caller.does('access.unlock', { password: PASSWORD })).status, 200)
  assert.equal((await signIn(world, { login: world.login('petya'), address })).status, 429)
})

test('the device on which the password is changed stays known', async () => {
  const world = await newWorld()
  const login = world.login('petya')
  const answer = await signIn(world, { login })
  const caller = callerWith(world, `zvonok=${answer.session}; zvonok_device=${answer.cookies.zvonok_device!.value}`)
  const changed = await caller.does('access.changePassword', { current: PASSWORD, next: 'другой крепкий пароль' })
  assert.equal(changed.status, 200)
  const device = /zvonok_device=([^;]+)/.exec(String(changed.headers['set-cookie']))![1]!
  await failed(world, login, 40)
  const password = 'другой крепкий пароль'
  assert.equal((await signIn(world, { login, password, cookie: `zvonok_device=${device}` })).status, 200)
  assert.equal((await signIn(world, { login, password })).status, 429)
})
