import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { emptyDone, emptyNote, emptyOperator } from '#domain/processing/rules.ts'
import { refused } from '../../tests/refused.ts'
import { ownPurpose } from '../../tests/samplesOfProcessing.ts'
import { newWorld } from '../../tests/world.ts'

const operator = { ...emptyOperator, hostingAddress: 'г. Заречный, ул. Мира, 7', hostingOwner: 'школа', level: 4 }

test('the register begins with what the product does, and the school says where its data lie [R060]', async () => {
  const world = await newWorld()
  const before = await world.asks('morozov', 'processing.register', {})
  assert.deepEqual(before.operator, emptyOperator)
  assert.ok(before.counts.student >= 4 && before.counts.guardian >= 2 && before.counts.staff >= 6)
  await world.does('kiselev', 'processing.setOperator', { operator, expected: emptyOperator })
  const meanwhile = { ...operator, hostingOwner: 'ООО «Дата-центр»' }
  await refused(
    'processing.changedMeanwhile',
    world.does('morozov', 'processing.setOperator', { operator: meanwhile, expected: emptyOperator }),
  )
  await world.does('morozov', 'processing.setOperator', { operator: meanwhile, expected: operator })
  assert.deepEqual((await world.asks('belova', 'processing.register', {})).operator, meanwhile)
})

test('of a purpose the school says to whom data go, and cannot say «to some» without naming them [R060]', async () => {
  const world = await newWorld()
  const say = (note: object) =>
    world.does('kiselev', 'processing.setNote', { purpose: 'learning', note: { ...emptyNote, ...note }, expected: emptyNote })
  await refused('processing.transferUnnamed', say({ transfer: 'some', transferredTo: ' ' }))
  await say({ transfer: 'some', transferredTo: ' министерство образования ' })
  await refused('processing.changedMeanwhile', say({ transfer: 'none' }))
  const { notes } = await world.asks('kiselev', 'processing.register', {})
  assert.deepEqual(notes, [
    { purpose: 'learning', basis: '', kept: '', transfer: 'some', transferredTo: 'министерство образования' },
  ])
})

test('a purpose of the school’s own is added, changed, put away and brought back; a name is in use once [R060]', async () => {
  const world = await newWorld()
  const purposeId = randomUUIDv7()
  const set = (id: string, purpose: object, expected: typeof ownPurpose | null) =>
    world.does('kiselev', 'processing.setPurpose', { purposeId: id, purpose: { ...ownPurpose, ...purpose }, expected })
  await set(purposeId, {}, null)
  await refused('processing.nameTaken', set(randomUUIDv7(), { name: 'ПИТАНИЕ  в столовой' }, null))
  await set(purposeId, { archived: true }, ownPurpose)
  await set(randomUUIDv7(), {}, null)
  await refused('processing.nameTaken', set(purposeId, {}, { ...ownPurpose, archived: true }))
  const { own } = await world.asks('kiselev', 'processing.register', {})
  assert.deepEqual(
    own.map(({ name, archived }) => [name, archived]),
    [
      ['Питание в столовой', false],
      ['Питание в столовой', true],
    ],
  )
})

test('one name given by two people at the same moment stands once, and the later is told which [R060]', async () => {
  const world = await newWorld()
  const add = () =>
    world.does('kiselev', 'processing.setPurpose', { purposeId: randomUUIDv7(), purpose: ownPurpose, expected: null })
  const answers = await Promise.allSettled([add(), add()])
  const refusals = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string; params: object }] : []))
  assert.deepEqual(
    refusals.map(({ code, params }) => [code, params]),
    [['processing.nameTaken', { name: ownPurpose.name }]],
  )
})

test('a measure is ticked with its day and act, and the tick taken back [R060]', async () => {
  const world = await newWorld()
  const done = { on: '2026-09-01', act: 'приказ № 12', answers: 'Киселёв' }
  const tick = (next: typeof done | typeof emptyDone, expected: typeof done | typeof emptyDone) =>
    world.does('morozov', 'processing.setMeasure', { measure: 'antivirus', done: next, expected })
  await refused('processing.inFuture', tick({ ...done, on: '2026-11-21' }, emptyDone))
  await tick(done, emptyDone)
  assert.deepEqual((await world.asks('kiselev', 'processing.register', {})).measures, [{ measure: 'antivirus', ...done }])
  await tick(emptyDone, done)
  assert.equal((await world.asks('kiselev', 'processing.register', {})).measures[0]?.on, null)
})

test('a mother sees which data are kept of her and her children, and nothing of others [R060]', async () => {
  const world = await newWorld()
  const { people, policies } = await world.asks('petrova', 'processing.mine', {})
  assert.deepEqual(
    people.map(({ name, own }) => [name, own]),
    [
      ['Петрова Ольга Игоревна', true],
      ['Андреев Николай Фёдорович', false],
      ['Петров Пётр Сергеевич', false],
    ],
  )
  const [mother, , petya] = people
  assert.deepEqual(mother?.whose, ['guardian'])
  assert.ok(mother?.held.includes('login') && !mother.held.includes('marks') && !mother.held.includes('snils'))
  assert.ok(petya?.held.includes('stay') && petya.held.includes('kinship') && !petya.held.includes('position'))
  assert.deepEqual(policies, { phone: false, email: false, address: false })
  await world.amends(
    `insert into contact (school_id, person_id, kind, value) values (:school, $1, 'phone', '+7 912 000-00-01')`,
    [world.who.petrova],
  )
  const held = async () => (await world.asks('petrova', 'processing.mine', {})).people[0]?.held.includes('phone')
  assert.equal(await held(), false, 'what the school does not keep is not shown as kept')
  Object.assign(world.school.policies, { 'people.phones': true })
  assert.equal(await held(), true)
})
