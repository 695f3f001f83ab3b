import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { callerOf, callerWith } from '#tests/caller.ts'
import { newApp } from '#tests/database.ts'
import { withClock } from '#tests/handClock.ts'
import { newWorld, PASSWORD } from '#tests/world.ts'

test('a teacher who leaves the journal open finds it locked, and opens it with the password', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'ivanova')
    const lesson = world.lesson(world.courses.algebraA)
    const topic = { lessonId: lesson.id, topic: 'Дроби', expected: '' }
    assert.equal((await caller.asks('journal.courses', {})).status, 200)
    clock.minutes(14)
    assert.equal((await caller.sends('GET', '/api/access.awake')).status, 200)
    clock.minutes(14)
    assert.equal(
      (await caller.does('journal.setTopic', topic)).status,
      200,
      'whatever she does begins the quarter of an hour anew',
    )
    clock.minutes(14)
    assert.equal((await caller.asks('journal.courses', {})).status, 200)
    clock.minutes(2)
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
    assert.equal((await caller.does('journal.setTopic', { ...topic, topic: 'Степени', expected: 'Дроби' })).status, 200)
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

test('pages that ask by themselves keep no journal awake', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'ivanova')
    for (let n = 0; n < 3; n++) {
      clock.minutes(5)
      assert.equal((await caller.asks('journal.courses', {})).status, 200)
    }
    clock.minutes(1)
    assert.equal((await caller.asks('journal.courses', {})).code, 'access.locked')
  })
})

test('idling is known to a server that was restarted, and to its neighbour', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'ivanova')
    const neighbour = await newApp(clock)
    try {
      const there = callerWith({ ...world, app: neighbour }, caller.cookie)
      assert.equal((await there.asks('journal.courses', {})).status, 200)
      clock.minutes(14)
      assert.equal((await caller.sends('GET', '/api/access.awake')).status, 200)
      clock.minutes(14)
      assert.equal((await there.asks('journal.courses', {})).status, 200, 'she typed, though not here')
      clock.minutes(2)
      app.sessions.forget()
      assert.equal((await caller.asks('journal.courses', {})).code, 'access.locked', 'forgetting her wakes nobody')
      assert.equal((await there.asks('journal.courses', {})).code, 'access.locked')
    } finally {
      await neighbour.close()
    }
  })
})

for (const key of ['ivanova', 'petrova'] as const) {
  test(`a journal locked by hand is locked at once, on the server too, until the password is given (${key})`, async () => {
    const world = await newWorld()
    const caller = await callerOf(world, key)
    const other = await callerOf(world, key)
    assert.equal((await caller.does('access.lock', {})).status, 200)
    for (const answer of [await caller.asks('calendar.year', {}), await caller.sends('GET', '/api/access.awake')])
      assert.equal(answer.code, 'access.locked')
    assert.equal((await caller.asks('access.me', {})).status, 200)
    assert.equal((await caller.does('access.lock', {})).status, 200, 'locking again changes nothing')
    assert.equal((await other.asks('calendar.year', {})).status, 200, 'another session goes on')
    assert.equal((await caller.does('access.unlock', { password: PASSWORD })).status, 200)
    assert.equal((await caller.asks('calendar.year', {})).status, 200)
  })
}

test('an unlocking sent again with another password opens nothing', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  const id = randomUUIDv7()
  assert.equal((await caller.does('access.unlock', { password: PASSWORD }, id)).status, 200)
  await caller.does('access.lock', {})
  assert.equal((await caller.does('access.unlock', { password: 'не тот' }, id)).code, 'access.wrongPassword')
  assert.equal((await caller.asks('calendar.year', {})).code, 'access.locked')
})
