import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { PolicyKey } from '#domain/school/policies.ts'
import { callerOf } from '#tests/caller.ts'
import { refused } from '#tests/refused.ts'
import { newcomer } from '#tests/samplesOfAccess.ts'
import { openedUrgently, REASON } from '#tests/samplesOfUrgent.ts'
import { newWorld, type World } from '#tests/world.ts'

/** The school keeps phones, and Петрова has left hers. */
async function withPhones(): Promise<World> {
  const world = await newWorld()
  await setsPolicy(world, 'people.phones', true, false)
  await world.amends(
    `insert into contact (school_id, person_id, kind, value) values (:school, $1, 'phone', '+7 900 000-00-01')`,
    [world.who.petrova],
  )
  return world
}
async function setsPolicy(world: World, key: PolicyKey, value: unknown, expected: unknown): Promise<void> {
  await world.does('morozov', 'school.setPolicy', { key, value, expected } as never)
  Object.assign(world.school.policies, { [key]: value })
}

test('a teacher opens the card of a pupil of another class for a reason, and sees whom to call; no marks, no СНИЛС [R052]', async () => {
  const world = await withPhones()
  const urgentId = await openedUrgently(world, 'kuznetsov')
  const card = await world.does('kuznetsov', 'access.lookUrgently', { urgentId })
  assert.deepEqual(
    [card.name, card.className, card.homeroomTeacher],
    ['Петров Пётр Сергеевич', '7А', 'Соколова Елена Викторовна'],
  )
  assert.deepEqual(card.guardians, [
    {
      name: 'Петрова Ольга Игоревна',
      relation: 'mother',
      livesWith: card.guardians[0]!.livesWith,
      contacts: [{ kind: 'phone', value: '+7 900 000-00-01' }],
    },
  ])
  assert.ok(card.today.length > 0)
  assert.ok(!/snils|marks|values/i.test(JSON.stringify(card)))
  await refused('access.denied', world.asks('kuznetsov', 'people.card', { personId: world.who.petya }))
  await refused('access.denied', world.asks('kuznetsov', 'diary.week', { studentId: world.who.petya, monday: '2026-11-16' }))
})

test('contacts that the school does not keep are not shown in an emergency either [R052, R065]', async () => {
  const world = await withPhones()
  await setsPolicy(world, 'people.phones', false, true)
  const urgentId = await openedUrgently(world)
  const { guardians } = await world.does('ivanova', 'access.lookUrgently', { urgentId })
  assert.deepEqual(guardians[0]!.contacts, [])
})

test('head, administrator and homeroom teacher are told at once; each look is written down, what was seen is not [R052]', async () => {
  const world = await withPhones()
  const urgentId = await openedUrgently(world)
  for (let i = 0; i < 2; i++) await world.does('ivanova', 'access.lookUrgently', { urgentId })
  const told = await world.rows<{ person_id: string }>('select person_id from urgent_told where school_id = :school')
  assert.deepEqual(told.map((row) => row.person_id).sort(), [world.who.morozov, world.who.kiselev, world.who.sokolova].sort())
  for (const by of ['morozov', 'kiselev', 'sokolova'] as const) {
    const { accesses } = await world.asks(by, 'access.urgentRegister', {})
    assert.partialDeepStrictEqual(accesses, [{ holder: 'Иванова Мария Петровна', reason: REASON, open: true, fresh: true }])
    assert.equal(accesses[0]!.looks.length, 2)
    await world.does(by, 'access.seeUrgent', {})
    assert.equal((await world.asks(by, 'access.urgentRegister', {})).accesses[0]!.fresh, false)
  }
  const said = await world.rows<{ output: object }>(
    `select output from operation where school_id = :school and name = 'access.lookUrgently'`,
  )
  assert.equal(said.length, 2)
  assert.ok(!JSON.stringify(said).includes('900 000'))
})

test('the homeroom teacher of another class does not learn of it [R052]', async () => {
  const world = await newWorld()
  await openedUrgently(world)
  assert.deepEqual((await world.asks('kuznetsov', 'access.urgentRegister', {})).accesses, [])
})

test('it ends by itself after the hours of the school, at the very next request [R052]', async () => {
  const world = await newWorld()
  const urgentId = await openedUrgently(world)
  await world.amends(
    `update urgent_access set opened_at = opened_at - interval '2 hours', until_at = until_at - interval '2 hours' where school_id = :school`,
  )
  await refused('access.urgentEnded', world.does('ivanova', 'access.lookUrgently', { urgentId }))
  const { own } = await world.asks('ivanova', 'access.urgent', {})
  assert.equal(own[0]!.open, false)
})

test('ended by the holder or the head it shows nothing at the next request, in a session that is open [R052]', async () => {
  for (const ends of ['ivanova', 'morozov'] as const) {
    const world = await newWorld()
    const teacher = await callerOf(world, 'ivanova')
    const urgentId = await openedUrgently(world)
    assert.equal((await teacher.does('access.lookUrgently', { urgentId })).status, 200)
    await world.does(ends, 'access.endUrgent', { urgentId })
    assert.equal((await teacher.does('access.lookUrgently', { urgentId })).code, 'access.urgentEnded')
    await refused('access.urgentEnded', world.does('morozov', 'access.endUrgent', { urgentId }))
  }
})

test('a look that is sent again is no second look and no card [R052]', async () => {
  const world = await newWorld()
  const teacher = await callerOf(world, 'ivanova')
  const urgentId = await openedUrgently(world)
  const operationId = randomUUIDv7()
  assert.equal((await teacher.does('access.lookUrgently', { urgentId }, operationId)).status, 200)
  const again = await teacher.does('access.lookUrgently', { urgentId }, operationId)
  assert.ok(!again.text.includes('Петрова'), again.text)
  assert.equal((await world.rows('select 1 from urgent_look where school_id = :school')).length, 1)
})

test('who sees the card anyway does not need it: the homeroom teacher, the office, the direction [R052]', async () => {
  const world = await newWorld()
  for (const by of ['sokolova', 'belova', 'morozov', 'kiselev'] as const)
    await refused('access.urgentNotNeeded', openedUrgently(world, by))
})

test('families cannot, nor whoever has no work with pupils, nor who works here no more [R052]', async () => {
  const world = await newWorld()
  for (const by of ['petya', 'petrova', 'egorov'] as const) await refused('access.denied', openedUrgently(world, by))
  const urgentId = await openedUrgently(world)
  const keeper = await newcomer(world, 'Сторожев', 'Иван')
  const accountId = crypto.randomUUID()
  await world.amends(`insert into account (school_id, id, person_id, login, password_hash) values (:school, $1, $2, $3, '-')`, [
    accountId,
    keeper,
    `keeper.${world.schoolId}`,
  ])
  Object.assign(world.accounts, { keeper })
  Object.assign(world.accounts, { keeper: accountId })
  await refused('access.denied', openedUrgently(world, 'keeper' as never))
  await world.amends(`update staff set to_date = '2026-11-19' where school_id = :school and person_id = $1`, [world.who.ivanova])
  await refused('access.denied', world.does('ivanova', 'access.lookUrgently', { urgentId }))
})

test('a pupil of another school is nobody here, and so is an access of another school [R052]', async () => {
  const [world, other] = [await newWorld(), await newWorld()]
  const urgentId = await openedUrgently(other)
  await refused('access.denied', world.does('ivanova', 'access.lookUrgently', { urgentId }))
  await refused('access.denied', world.does('ivanova', 'access.openUrgently', { urgentId: randomUUIDv7(), personId: other.who.petya, reason: REASON })) // biome-ignore format: one call
  assert.deepEqual((await world.asks('morozov', 'access.urgentRegister', {})).accesses, [])
})

test('neither a colleague nor a parent nor who has left is a pupil [R052]', async () => {
  const world = await newWorld()
  for (const pupil of ['kuznetsov', 'petrova', 'vanya'] as const)
    await refused('access.urgentNoPupil', openedUrgently(world, 'ivanova', pupil))
})

test('so many a day and no more, two at once too; the same card is not opened twice [R052]', async () => {
  const world = await newWorld()
  await setsPolicy(world, 'access.urgentPerDay', 2, 3)
  await openedUrgently(world)
  await refused('access.urgentStands', openedUrgently(world))
  const said = await Promise.allSettled([openedUrgently(world, 'ivanova', 'masha'), openedUrgently(world, 'ivanova', 'lena')])
  assert.deepEqual(said.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  await refused('access.urgentTooMany', openedUrgently(world, 'ivanova', 'kolya'))
  const { left, refused: why } = await world.asks('ivanova', 'access.urgent', {})
  assert.deepEqual([left, why], [0, { code: 'access.urgentTooMany', most: 2 }])
})

test('the school may switch it off, leave it to teachers, or want a second step [R052]', async () => {
  const world = await newWorld()
  const urgentId = await openedUrgently(world)
  await setsPolicy(world, 'access.urgentFactor', true, false)
  await refused('access.urgentFactor', openedUrgently(world, 'ivanova', 'lena'))
  await setsPolicy(world, 'access.urgentFactor', false, true)
  await setsPolicy(world, 'access.urgent', 'off', 'staff')
  const teacher = await callerOf(world, 'ivanova')
  assert.equal((await teacher.does('access.lookUrgently', { urgentId })).code, 'access.urgentOff')
  assert.equal((await teacher.asks('access.findPupils', { search: 'Петров' })).code, 'access.urgentOff')
})

test('a search tells the name and the class alone, of pupils of today, by the beginning of the surname [R052]', async () => {
  const world = await newWorld()
  const found = async (search: string) => (await world.asks('ivanova', 'access.findPupils', { search })).pupils
  assert.deepEqual(await found('Петров'), [
    { studentId: world.who.petya, name: 'Петров Пётр Сергеевич', className: '7А', needed: true },
  ])
  assert.deepEqual(
    (await found('елкина 7А')).map(({ name }) => name),
    ['Ёлкина Мария Ивановна'],
  )
  for (const search of ['%%%', '7А ', 'Жуков', 'Петрова', 'тров']) assert.deepEqual(await found(search), [], search)
  const { pupils } = await world.asks('sokolova', 'access.findPupils', { search: 'Петров' })
  assert.equal(pupils[0]!.needed, false)
})

test('the head says whether it was justified, of others’ accesses alone; the second of two is told of the first [R052]', async () => {
  const world = await newWorld()
  const urgentId = await openedUrgently(world)
  await refused(
    'access.remarkNeeded',
    world.does('morozov', 'access.judgeUrgent', { urgentId, justified: false, remark: ' ', expected: null }),
  )
  await world.does('morozov', 'access.judgeUrgent', {
    urgentId,
    justified: false,
    remark: 'Причина не подтвердилась',
    expected: null,
  })
  await refused(
    'access.changedMeanwhile',
    world.does('morozov', 'access.judgeUrgent', { urgentId, justified: true, remark: '', expected: null }),
  )
  const { accesses } = await world.asks('kiselev', 'access.urgentRegister', {})
  assert.partialDeepStrictEqual(accesses[0], {
    justified: false,
    remark: 'Причина не подтвердилась',
    judgedBy: 'Морозов Андрей Львович',
  })
})
