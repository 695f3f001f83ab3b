import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { callerOf } from '#tests/caller.ts'
import { refused } from '#tests/refused.ts'
import { newWorld } from '#tests/world.ts'

test('the card of the school is changed by head and administrator, and checked [R090]', async () => {
  const world = await newWorld()
  const { card } = await world.asks('sokolova', 'school.card', {})
  const changed = { ...card, inn: '7707083893', headName: 'Морозов Андрей Львович', timeZone: 'Asia/Omsk' }
  await world.does('morozov', 'school.setCard', { card: changed, expected: card })
  assert.deepEqual((await world.asks('kiselev', 'school.card', {})).card, changed)
  const next = (part: object) => world.does('kiselev', 'school.setCard', { card: { ...changed, ...part }, expected: changed })
  await refused('school.inn', next({ inn: '7707083894' }))
  await refused('school.ogrn', next({ ogrn: '1027700132196' }))
  await refused('school.timeZone', next({ timeZone: 'Заречный' }))
  await refused('school.email', next({ email: 'школа' }))
  assert.deepEqual((await world.asks('kiselev', 'school.card', {})).card, changed, 'a refusal changes nothing')
})

test('two who fill the card in do not overwrite one another', async () => {
  const world = await newWorld()
  const { card } = await world.asks('kiselev', 'school.card', {})
  await world.does('morozov', 'school.setCard', { card: { ...card, phone: '8 495 123-45-67' }, expected: card })
  const refusal = await refused(
    'school.changedMeanwhile',
    world.does('kiselev', 'school.setCard', { card: { ...card, phone: '1' }, expected: card }),
  )
  assert.match(String(refusal.by), /Морозов/)
})

test('a policy works from the next request on, and tells who set it [R103]', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  const idle = async () =>
    ((await caller.calls('access.me', {})).body as { policies: Record<string, unknown> }).policies['access.idleMinutes']
  assert.equal(await idle(), 15)
  await world.does('morozov', 'school.setPolicy', { key: 'access.idleMinutes', value: 30, expected: 15 })
  assert.equal(await idle(), 30)
  const { policies, own } = await world.asks('belova', 'school.settings', {})
  assert.equal(policies['access.idleMinutes'], 30)
  assert.deepEqual(
    own.map(({ key, by }) => [key, /Морозов/.test(by)]),
    [['access.idleMinutes', true]],
  )
  await refused(
    'school.changedMeanwhile',
    world.does('kiselev', 'school.setPolicy', { key: 'access.idleMinutes', value: 45, expected: 15 }),
  )
  await refused(
    'school.policyWrong',
    world.does('kiselev', 'school.setPolicy', { key: 'access.idleMinutes', value: 0, expected: 30 }),
  )
})

const act = {
  kind: 'order',
  title: 'О ведении электронного журнала',
  number: '112',
  datedOn: '2026-08-28',
  from: '2026-09-01',
  to: null,
  body: '1. Вести журнал в электронном виде.',
  forStaff: true,
  forFamilies: false,
} as const

test('an order is read by whom it concerns, and who has read it stands in its register [R014, R020, R059]', async () => {
  const world = await newWorld()
  const actId = randomUUIDv7()
  await world.does('morozov', 'school.addAct', { ...act, actId })
  const seenBy = async (key: 'ivanova' | 'petrova' | 'belova') =>
    (await world.asks(key, 'school.acts', {})).acts.find((one) => one.actId === actId)
  assert.equal(await seenBy('petrova'), undefined, 'it is not for families')
  assert.equal((await seenBy('ivanova'))?.readAt, null)
  await world.does('ivanova', 'school.acknowledge', { actId })
  await world.does('ivanova', 'school.acknowledge', { actId })
  assert.ok((await seenBy('ivanova'))?.readAt)
  assert.equal((await seenBy('ivanova'))?.read, null, 'the count is for who keeps the register')
  assert.deepEqual([(await seenBy('belova'))?.read, (await seenBy('belova'))?.readers], [1, 6])
  const { people } = await world.asks('belova', 'school.acknowledgements', { actId })
  assert.deepEqual(
    people.filter(({ at }) => at !== null).map(({ name }) => name),
    ['Иванова Мария Петровна'],
  )
})

test('a new version ends the former one the day before, and is read anew [R014]', async () => {
  const world = await newWorld()
  const [former, later] = [randomUUIDv7(), randomUUIDv7()]
  await world.does('kiselev', 'school.addAct', { ...act, actId: former })
  await world.does('ivanova', 'school.acknowledge', { actId: former })
  await world.does('kiselev', 'school.addAct', { ...act, actId: later, from: '2026-11-10', replaces: former })
  const { acts } = await world.asks('kiselev', 'school.acts', {})
  const find = (id: string) => acts.find(({ actId }) => actId === id)!
  assert.deepEqual([find(former).to, find(later).version], ['2026-11-09', 2])
  const mine = (await world.asks('ivanova', 'school.acts', {})).acts
  assert.deepEqual(
    mine.map(({ actId, readAt }) => [actId, readAt]),
    [[later, null]],
  )
  await refused('school.unknownAct', world.does('ivanova', 'school.acknowledge', { actId: former }))
  await refused(
    'school.actDates',
    world.does('kiselev', 'school.addAct', { ...act, actId: randomUUIDv7(), from: '2026-09-01', replaces: later }),
  )
  await refused('school.actDates', world.does('kiselev', 'school.endAct', { actId: later, to: '2026-09-01' }))
})

test('the guide of the first start ends once', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'school.finishSetUp', {})
  const { setUpAt } = await world.asks('kiselev', 'school.card', {})
  assert.ok(setUpAt)
  await world.does('kiselev', 'school.finishSetUp', {})
  assert.equal((await world.asks('kiselev', 'school.card', {})).setUpAt, setUpAt)
})
