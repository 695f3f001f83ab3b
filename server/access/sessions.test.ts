import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn } from '#domain/platform/dates.ts'
import type { App } from '#server/app.ts'
import type { Clock } from '#server/platform/clock.ts'
import { callerOf } from '#tests/caller.ts'
import { NOW, newApp } from '#tests/database.ts'
import { newWorld, PASSWORD, type World } from '#tests/world.ts'

/** A clock that moves when it is told to. */
function handClock(): Clock & { minutes(n: number): void } {
  let now = new Date(NOW).getTime()
  return {
    now: () => new Date(now),
    today: (timeZone) => dayIn(timeZone, new Date(now)),
    minutes(n) {
      now += n * 60_000
    },
  }
}
async function withClock(work: (app: App, clock: ReturnType<typeof handClock>) => Promise<void>): Promise<void> {
  const clock = handClock()
  const app = await newApp(clock)
  try {
    await work(app, clock)
  } finally {
    await app.close()
  }
}

test('a teacher who leaves the journal open finds it locked, and opens it with the password', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'ivanova')
    assert.equal((await caller.asks('journal.courses', {})).status, 200)
    clock.minutes(14)
    assert.equal((await caller.asks('journal.courses', {})).status, 200)
    clock.minutes(14)
    assert.equal((await caller.asks('journal.courses', {})).status, 200, 'every request begins the quarter of an hour anew')
    clock.minutes(16)
    const lesson = world.lesson(world.courses.algebraA)
    const topic = { lessonId: lesson.id, topic: 'Дроби', expected: '' }
    for (const answer of [
      await caller.asks('journal.courses', {}),
      await caller.does('journal.setTopic', topic),
      await caller.sends('GET', '/api/live'),
      await caller.sends('GET', '/api/access.awake'),
      await caller.does('access.changePassword', { current: PASSWORD, next: 'другой крепкий пароль' }),
    ]) {
      assert.deepEqual([answer.status, answer.code], [423, 'access.locked'])
    }
    assert.equal((await caller.asks('access.me', {})).status, 200, 'who sleeps still has a name on the screen')
    assert.equal((await caller.asks('journal.courses', {})).status, 423, 'and looking at it wakes nobody')
    assert.deepEqual((await caller.does('access.unlock', { password: 'не тот' })).code, 'access.wrongPassword')
    assert.equal((await caller.asks('journal.courses', {})).status, 423)
    assert.equal((await caller.does('access.unlock', { password: PASSWORD })).status, 200)
    assert.equal((await caller.does('journal.setTopic', topic)).status, 200)
  })
})

test('families are not locked out of the diary', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    for (const key of ['petrova', 'petya'] as const) {
      const caller = await callerOf(world, key)
      assert.equal((await caller.asks('access.me', {})).status, 200)
      clock.minutes(24 * 60)
      assert.equal((await caller.asks('diary.marks', { studentId: world.who.petya })).status, 200, key)
    }
  })
})

test('who guesses the password of a locked journal is slowed down as at the door', async () => {
  await withClock(async (app) => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'ivanova')
    for (let n = 0; n < 5; n++)
      assert.equal((await caller.does('access.unlock', { password: `мимо ${n}` })).code, 'access.wrongPassword')
    await world.rows(
      `insert into sign_in_attempt (login, address, known_device, success) select $1, '', true, false from generate_series(1, 6)`,
      [world.login('ivanova')],
    )
    assert.deepEqual((await caller.does('access.unlock', { password: PASSWORD })).status, 429)
  })
})

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
    for (let n = 0; n < 60; n++) {
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
