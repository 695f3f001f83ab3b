import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { createApp } from '#server/app.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { callerOf } from '#tests/caller.ts'
import { NOW, testDatabase, vault } from '#tests/database.ts'
import { withClock } from '#tests/handClock.ts'
import { newWorld, PASSWORD, type World } from '#tests/world.ts'
import { hashPassword } from './passwords.ts'

test('a session ends by itself', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'petrova')
    assert.equal((await caller.asks('access.me', {})).status, 200)
    clock.minutes(60 * 24 * 60)
    assert.equal((await caller.asks('access.me', {})).code, 'access.signedOut')
  })
})

/** What somebody does, after which a session of Иванова is over at her very next request. */
const endings: [string, (world: World, sessionId: string) => Promise<unknown>][] = [
  ['she ends it from another device', (world, sessionId) => world.does('ivanova', 'access.revokeSession', { sessionId })],
  [
    'the administrator closes the account',
    (world) => world.does('kiselev', 'access.blockAccount', { accountId: world.accounts.ivanova }),
  ],
  [
    'the administrator gives a new password',
    (world) => world.does('kiselev', 'access.resetPassword', { accountId: world.accounts.ivanova }),
  ],
  [
    'she changes the password on another device',
    async (world) => {
      const answer = await (await callerOf(world, 'ivanova')).does('access.changePassword', {
        current: PASSWORD,
        next: 'другой крепкий пароль',
      })
      assert.equal(answer.status, 200)
    },
  ],
]
for (const [title, end] of endings) {
  test(`a session is over at once when ${title}`, async () => {
    const world = await newWorld()
    const caller = await callerOf(world, 'ivanova')
    assert.equal((await caller.asks('access.me', {})).status, 200)
    await end(world, caller.sessionId)
    assert.deepEqual((await caller.asks('access.me', {})).code, 'access.signedOut')
  })
}

test('signing out ends this session and no other', async () => {
  const world = await newWorld()
  const [here, there] = [await callerOf(world, 'ivanova'), await callerOf(world, 'ivanova')]
  await there.asks('access.me', {})
  const answer = await here.does('access.signOut', {})
  assert.match(String(answer.headers['set-cookie']), /zvonok=;/)
  assert.equal((await here.asks('access.me', {})).status, 401)
  assert.equal((await there.asks('access.me', {})).status, 200)
})

test('a new password keeps the session in which it was set', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'petrova')
  assert.equal((await caller.does('access.changePassword', { current: PASSWORD, next: 'другой крепкий пароль' })).status, 200)
  assert.equal((await caller.asks('access.me', {})).status, 200)
})

const refusedPasswords: [string, { current: string; next: string }, string][] = [
  ['a wrong present one', { current: 'мимо', next: 'другой крепкий пароль' }, 'access.wrongPassword'],
  ['a short new one', { current: PASSWORD, next: 'коротко' }, 'access.weakPassword'],
  ['the same one again', { current: PASSWORD, next: PASSWORD }, 'access.weakPassword'],
  ['the login', { current: PASSWORD, next: 'petrova' }, 'access.weakPassword'],
  ['a well-known one', { current: PASSWORD, next: '12345678' }, 'access.weakPassword'],
]
for (const [title, input, code] of refusedPasswords) {
  test(`a password is not changed with ${title}`, async () => {
    const world = await newWorld()
    const caller = await callerOf(world, 'petrova')
    const [before] = await world.rows(`select password_hash from account where school_id = :school and id = $1`, [
      world.accounts.petrova,
    ])
    assert.deepEqual((await caller.does('access.changePassword', input)).code, code)
    assert.deepEqual(
      (await world.rows(`select password_hash from account where school_id = :school and id = $1`, [world.accounts.petrova]))[0],
      before,
    )
  })
}

test('everybody sees their own sessions and ends none of another’s', async () => {
  const world = await newWorld()
  const [mine, other] = [await callerOf(world, 'ivanova'), await callerOf(world, 'kuznetsov')]
  const { sessions } = (await mine.asks('access.sessions', {})).body as { sessions: { sessionId: string; current: boolean }[] }
  assert.deepEqual(
    sessions.map(({ sessionId, current }) => [sessionId, current]),
    [[mine.sessionId, true]],
  )
  assert.equal((await mine.does('access.revokeSession', { sessionId: other.sessionId })).code, 'access.denied')
  assert.equal((await other.asks('access.me', {})).status, 200)
})

test('rights that end today are gone tomorrow, in a session that goes on', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    await world.amends(`update assignment set to_date = '2026-11-20' where school_id = :school and course_id = $1`, [
      world.courses.englishA,
    ])
    const caller = await callerOf(world, 'ivanova')
    assert.equal((await caller.asks('journal.page', { courseId: world.courses.englishA })).status, 200)
    for (let n = 0; n < 50; n++) {
      clock.minutes(12)
      await caller.sends('GET', '/api/access.awake')
    }
    assert.equal((await caller.asks('journal.page', { courseId: world.courses.englishA })).code, 'access.denied')
  })
})

test('a session of a closed account opens nothing, even one that nobody has ended', async () => {
  const world = await newWorld()
  await world.amends('update account set blocked_at = now() where school_id = :school and id = $1', [world.accounts.ivanova])
  const caller = await callerOf(world, 'ivanova')
  assert.equal((await caller.asks('access.me', {})).code, 'access.signedOut')
})

test('who guesses the present password by changing it is slowed down as at the door', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  const guess = (current: string) => caller.does('access.changePassword', { current, next: 'другой крепкий пароль' })
  assert.equal((await guess('мимо')).code, 'access.wrongPassword')
  assert.deepEqual(
    await world.rows(`select known_device, success from sign_in_attempt where login = $1`, [world.login('ivanova')]),
    [{ known_device: true, success: false }],
  )
  await world.rows(
    `insert into sign_in_attempt (login, address, known_device, success) select $1, '', true, false from generate_series(1, 8)`,
    [world.login('ivanova')],
  )
  assert.equal((await guess(PASSWORD)).status, 429)
})

test('of two changes of one password sent together one is done', async () => {
  const world = await newWorld()
  const [here, there] = [await callerOf(world, 'ivanova'), await callerOf(world, 'ivanova')]
  const answers = await Promise.all([
    here.does('access.changePassword', { current: PASSWORD, next: 'первый крепкий пароль' }),
    there.does('access.changePassword', { current: PASSWORD, next: 'второй крепкий пароль' }),
  ])
  assert.equal(answers.filter((answer) => answer.status === 200).length, 1)
})

test('while passwords are being hashed the database serves others', async () => {
  const app = await createApp({ databaseUrl: (await testDatabase()).appUrl, vault, clock: clockFrom(NOW), poolSize: 1 })
  try {
    const world = await newWorld({ app })
    const [administrator, teacher] = [await world.actor('kiselev'), await world.actor('ivanova')]
    const { school } = world
    const order: string[] = []
    const queue = Array.from({ length: 20 }, () => hashPassword('долгая очередь у двери'))
    const reset = app.executor
      .execute('access.resetPassword', { actor: administrator, school }, randomUUIDv7(), { accountId: world.accounts.petya })
      .then(() => order.push('reset'))
    await app.executor.ask('journal.courses', { actor: teacher, school }, {}).then(() => order.push('read'))
    await Promise.all([reset, ...queue])
    assert.deepEqual(order, ['read', 'reset'])
  } finally {
    await app.close()
  }
})

test('signing out empties the browser’s cache', async () => {
  const world = await newWorld()
  const answer = await (await callerOf(world, 'petrova')).does('access.signOut', {})
  assert.equal(answer.headers['clear-site-data'], '"cache"')
})
