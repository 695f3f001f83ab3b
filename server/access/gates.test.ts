import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Output } from '#domain/operations.ts'
import { addDays } from '#domain/platform/dates.ts'
import { callerOf } from '#tests/caller.ts'
import { protect } from '#tests/samplesOfAccess.ts'
import { newWorld, type World } from '#tests/world.ts'

const terms = (world: World, part: object = {}) => {
  const actId = randomUUIDv7()
  const act = {
    kind: 'terms',
    title: 'Условия',
    number: '',
    datedOn: null,
    from: '2026-11-01',
    to: null,
    body: 'Пароль никому не передают.',
  } as const
  return world.does('kiselev', 'school.addAct', { actId, ...act, forStaff: true, forFamilies: true, ...part }).then(() => actId)
}

test('nobody works before the terms are accepted; the version and the moment are kept [R045]', async () => {
  const world = await newWorld()
  const actId = await terms(world)
  for (const key of ['ivanova', 'petrova', 'petya', 'kiselev'] as const) {
    const caller = await callerOf(world, key)
    const closed = await caller.asks('access.sessions', {})
    assert.deepEqual([closed.status, closed.code], [403, 'access.mustAcceptTerms'], key)
    assert.equal((await caller.asks('school.acts', {})).status, 200)
    await caller.does('school.acknowledge', { actId })
    assert.equal((await caller.asks('access.sessions', {})).status, 200, key)
  }
  const accepted = await world.rows<{ at: Date }>('select at from acknowledgement where school_id = :school and act_id = $1', [
    actId,
  ])
  assert.equal(accepted.length, 4)
})

test('a new version is accepted anew, one that is not in force yet or meant for others is not asked for [R045]', async () => {
  const world = await newWorld()
  await terms(world, { from: '2027-01-01' })
  await terms(world, { forStaff: false })
  const [teacher, mother] = [await callerOf(world, 'ivanova'), await callerOf(world, 'petrova')]
  assert.equal((await teacher.asks('access.sessions', {})).status, 200)
  assert.equal((await mother.asks('access.sessions', {})).code, 'access.mustAcceptTerms')
  const first = await terms(world, { forFamilies: false })
  await teacher.does('school.acknowledge', { actId: first })
  assert.equal((await teacher.asks('access.sessions', {})).status, 200)
  await terms(world, { forFamilies: false, replaces: first, from: '2026-11-20' })
  assert.equal((await teacher.asks('access.sessions', {})).code, 'access.mustAcceptTerms')
})

test('a one-time password is changed before the terms are read [R045]', async () => {
  const world = await newWorld()
  await terms(world)
  const { login, password } = await world.does('kiselev', 'access.resetPassword', { accountId: world.accounts.petya })
  const signIn = await (await callerOf(world, null)).does('access.signIn', { login, password })
  assert.deepEqual(signIn.body, { mustChangePassword: true, second: null })
})

test('a second step decided in the middle of the year is asked for, and after its days it is a must [R044]', async () => {
  const world = await newWorld()
  const key = 'access.secondFactor'
  await world.does('morozov', 'school.setPolicy', { key, value: 'heads', expected: 'off' })
  const caller = await callerOf(world, 'belova')
  const me = async () => (await caller.asks('access.me', {})).body as Output<'access.me'>
  const [decided] = await world.rows<{ day: string }>(
    `select (at at time zone 'Europe/Moscow')::date as day from operation where school_id = :school and name = 'school.setPolicy'`,
  )
  const { protectBy, mustProtect } = await me()
  assert.deepEqual([protectBy, mustProtect], [addDays(decided!.day, 14), false])
  assert.equal((await caller.asks('access.sessions', {})).status, 200, 'work goes on')
  assert.equal(((await (await callerOf(world, 'ivanova')).asks('access.me', {})).body as Output<'access.me'>).protectBy, null)
  await protect(world, 'belova')
  assert.deepEqual([(await me()).protectBy, (await me()).mustProtect], [null, false])
  await world.does('morozov', 'school.setPolicy', { key: 'access.secondFactorDays', value: 0, expected: 14 })
  const late = await callerOf(world, 'kiselev')
  assert.equal((await late.asks('access.sessions', {})).code, 'access.mustProtect')
  assert.equal((await late.asks('access.secondFactor', {})).status, 200, 'the way out is open')
})

test('a parent who taught here once reads and accepts the terms of families [R045, R088]', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into guardian_of (school_id, guardian_id, student_id, relation) values (:school, $1, $2, 'mother')`,
    [world.who.ivanova, world.who.lena],
  )
  await world.amends(`update staff set to_date = '2026-10-30' where school_id = :school and person_id = $1`, [world.who.ivanova])
  await terms(world, { forFamilies: false })
  const actId = await terms(world, { forStaff: false })
  const caller = await callerOf(world, 'ivanova')
  assert.equal((await caller.asks('access.sessions', {})).code, 'access.mustAcceptTerms')
  const { acts } = (await caller.asks('school.acts', {})).body as Output<'school.acts'>
  assert.deepEqual(
    acts.map((act) => act.actId),
    [actId],
  )
  await caller.does('school.acknowledge', { actId })
  assert.equal((await caller.asks('access.sessions', {})).status, 200)
})
