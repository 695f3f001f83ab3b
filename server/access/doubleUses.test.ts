import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Output } from '#domain/operations.ts'
import { type Caller, callerOf } from '#tests/caller.ts'
import { type HandClock, withClock } from '#tests/handClock.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type World } from '#tests/world.ts'

const [LTE, HOME, OFFICE] = ['95.24.17.8', '46.39.4.100', '213.87.1.5']

/** The page that a hand is at, from this address. */
const looks = (world: World, { cookie }: Caller, address: string, hand = true) =>
  world.app.http.inject({
    method: 'GET',
    url: `/api/diary.marks?studentId=${world.who.petya}`,
    remoteAddress: address,
    headers: { cookie, ...(hand ? { 'x-hand': '1' } : {}) },
  })
const types = (world: World, { cookie }: Caller, address: string, topic: string, expected: string) =>
  world.app.http.inject({
    method: 'POST',
    url: '/api/journal.setTopic',
    remoteAddress: address,
    headers: { cookie, 'x-zvonok': '1', 'x-operation-id': crypto.randomUUID() },
    payload: { lessonId: world.lesson(world.courses.algebraA).id, topic, expected },
  })
const asked = async (caller: Caller) => ((await caller.asks('access.me', {})).body as Output<'access.me'>).doubleUse
const rowsOf = (world: World) => world.rows<{ id: string }>('select id from double_use where school_id = :school')

async function mother(world: World) {
  return [await callerOf(world, 'petrova'), await callerOf(world, 'petrova'), await callerOf(world, 'petrova')] as const
}
async function inThreePlaces(world: World, [phone, desk, work]: readonly [Caller, Caller, Caller], clock: HandClock) {
  await looks(world, phone, LTE)
  clock.minutes(5)
  await looks(world, desk, HOME)
  clock.minutes(5)
  return looks(world, work, OFFICE)
}

test('three devices in three networks within a quarter of an hour: the owner is asked, nobody is kept out [R045]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const family = await mother(world)
    const heard: string[] = []
    app.live.subscribe(({ keys }) => heard.push(...keys))
    assert.equal((await inThreePlaces(world, family, clock)).statusCode, 200)
    assert.ok(heard.includes(`person:${world.who.petrova}`), 'open pages hear of it at once')
    for (const caller of family) assert.equal((await caller.asks('access.me', {})).status, 200)
    const question = await asked(family[0])
    assert.equal(question?.kind, 'places')
    assert.deepEqual(
      question!.places.map(({ address, current }) => [address, current]),
      [
        [OFFICE, false],
        [HOME, false],
        [LTE, true],
      ],
    )
    assert.equal((await world.asks('petya', 'access.me', {})).doubleUse, null)
  })
})

test('pages that ask by themselves in the background are nobody’s hands [R045]', async () => {
  await withClock(async (app) => {
    const world = await newWorld({ app })
    const [phone, desk, work] = await mother(world)
    for (const [caller, address] of [
      [phone, LTE],
      [desk, HOME],
      [work, OFFICE],
    ] as const)
      await looks(world, caller, address, false)
    assert.deepEqual(await rowsOf(world), [])
  })
})

test('two who enter by turns from two networks within two minutes are asked about [R045]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const [desk, phone] = [await callerOf(world, 'ivanova'), await callerOf(world, 'ivanova')]
    assert.equal((await types(world, desk, HOME, 'Дроби', '')).statusCode, 200)
    clock.minutes(0.5)
    await types(world, phone, LTE, 'Степени', 'Дроби')
    assert.deepEqual(await rowsOf(world), [], 'from the computer to the phone')
    clock.minutes(0.5)
    await types(world, desk, HOME, 'Корни', 'Степени')
    assert.equal((await asked(desk))?.kind, 'byTurns')
  })
})

test('one question at a time, and no write at every request [R045]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const family = await mother(world)
    await inThreePlaces(world, family, clock)
    const changes = () => world.rows(`select 1 from change where school_id = :school and table_name like 'double_use%'`)
    const before = (await changes()).length
    for (let n = 0; n < 10; n++) for (const [i, caller] of family.entries()) await looks(world, caller, [LTE, HOME, OFFICE][i]!)
    assert.equal((await changes()).length, before)
    clock.minutes(16)
    await inThreePlaces(world, family, clock)
    assert.equal((await rowsOf(world)).length, 1)
  })
})

test('«Это я»: nobody asks again for thirty days, and on the thirty-first somebody does [R045]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const family = await mother(world)
    await inThreePlaces(world, family, clock)
    const { doubleUseId } = (await asked(family[0]))!
    assert.equal((await family[0].does('access.answerDoubleUse', { doubleUseId, answer: 'mine' })).status, 200)
    assert.equal(await asked(family[1]), null)
    assert.equal(
      (await family[1].does('access.answerDoubleUse', { doubleUseId, answer: 'notMine' })).code,
      'access.doubleUseAnswered',
    )
    clock.minutes(29 * 24 * 60)
    await inThreePlaces(world, family, clock)
    assert.equal((await rowsOf(world)).length, 1)
    clock.minutes(24 * 60)
    const later = await mother(world)
    await inThreePlaces(world, later, clock)
    assert.equal((await rowsOf(world)).length, 2)
    const { doubleUses } = await world.asks('kiselev', 'access.doubleUses', {})
    assert.deepEqual(
      doubleUses.map(({ name, person, answer, answeredOn }) => [name, person, answer, answeredOn]),
      [
        ['Петрова Ольга Игоревна', 'guardian', null, ''],
        ['Петрова Ольга Игоревна', 'guardian', 'mine', 'Chrome, Linux'],
      ],
    )
  })
})

test('«Это не я» ends every other sign-in at once, and the one that says it stays [R045, R046]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const family = await mother(world)
    await inThreePlaces(world, family, clock)
    const { doubleUseId } = (await asked(family[0]))!
    assert.equal((await family[0].does('access.answerDoubleUse', { doubleUseId, answer: 'notMine' })).status, 200)
    const states = await Promise.all(family.map(async (caller) => (await caller.asks('access.me', {})).status))
    assert.deepEqual(states, [200, 401, 401])
  })
})

test('nobody answers for another, whatever their role, and none of it is seen in another school [R045]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const family = await mother(world)
    await inThreePlaces(world, family, clock)
    const { doubleUseId } = (await asked(family[0]))!
    const answer = { doubleUseId, answer: 'mine' } as const
    for (const key of ['petya', 'kiselev', 'morozov'] as const)
      await refused('access.denied', world.does(key, 'access.answerDoubleUse', answer))
    const other = await newWorld({ app })
    await refused('access.denied', other.does('petrova', 'access.answerDoubleUse', answer))
    assert.deepEqual((await other.asks('kiselev', 'access.doubleUses', {})).doubleUses, [])
    const settle = { doubleUseId, note: '', expected: { settled: false, note: '' } }
    await refused('access.denied', other.does('kiselev', 'access.settleDoubleUse', settle))
  })
})

test('the administrator settles it with a note; of two who do, the second is told who was first [R045]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const family = await mother(world)
    await inThreePlaces(world, family, clock)
    const { doubleUseId } = (await asked(family[0]))!
    const unseen = { settled: false, note: '' }
    await world.does('kiselev', 'access.settleDoubleUse', { doubleUseId, note: ' Выдали отцу свой доступ. ', expected: unseen })
    await refused(
      'access.changedMeanwhile',
      world.does('kiselev', 'access.settleDoubleUse', { doubleUseId, note: '', expected: unseen }),
    )
    assert.equal(await asked(family[0]), null, 'the owner is asked no more')
    const [row] = (await world.asks('morozov', 'access.doubleUses', {})).doubleUses
    assert.deepEqual([row!.note, row!.settledBy], ['Выдали отцу свой доступ.', 'Киселёв Денис Олегович'])
    const seen = { settled: true, note: row!.note }
    await world.does('kiselev', 'access.settleDoubleUse', { doubleUseId, note: 'Поговорили.', expected: seen })
  })
})

test('a school may look more strictly, or not at all [R045]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const sets = (key: 'access.sharedPlaces' | 'access.sharedTypingMinutes', value: null, expected: number) =>
      world.does('kiselev', 'school.setPolicy', { key, value, expected })
    await sets('access.sharedPlaces', null, 3)
    await sets('access.sharedTypingMinutes', null, 2)
    await inThreePlaces(world, await mother(world), clock)
    assert.deepEqual(await rowsOf(world), [])
  })
})
