import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '../../tests/refused.ts'
import { asked, newcomer } from '../../tests/samplesOfPeople.ts'
import { newWorld } from '../../tests/world.ts'

test('a mother tells of a change; it stands once it is accepted, and she sees the answer [R066, R067]', async () => {
  const world = await newWorld()
  const { requestId } = await asked(world)
  const before = await world.asks('kiselev', 'people.requests', {})
  assert.deepEqual(
    before.requests.map(({ author, name, className, changes }) => [author, name, className, changes]),
    [['Петрова Ольга Игоревна', 'Петров Пётр Сергеевич', '7А', [{ field: 'bornOn', before: '', after: '2013-05-17' }]]],
  )
  await world.does('kiselev', 'people.acceptRequest', { requestId, answer: 'Внесено', evenIfSimilar: false })
  const mine = await world.asks('petrova', 'people.me', {})
  assert.equal(mine.people.find(({ personId }) => personId === world.who.petya)?.person.bornOn, '2013-05-17')
  assert.deepEqual(
    mine.requests.map(({ state, answer, decidedBy }) => [state, answer, decidedBy]),
    [['accepted', 'Внесено', 'Киселёв Денис Олегович']],
  )
  await refused('people.requestDecided', world.does('kiselev', 'people.declineRequest', { requestId, answer: 'Нет' }))
})

test('a request that asks for nothing, or for what cannot be, is not sent [R067]', async () => {
  const world = await newWorld()
  const ask = (changes: object, comment = '') =>
    world.does('petrova', 'people.requestChange', { personId: world.who.petya, changes, contacts: null, comment })
  await refused('people.requestEmpty', ask({}))
  await refused('people.requestEmpty', ask({ surname: 'Петров' }))
  await refused('people.wrongSnils', ask({ snils: '112-233-445 96' }))
  await ask({}, 'Мы сменили фамилию, документы принесём')
})

test('the author takes a request back while nobody has decided it [R067]', async () => {
  const world = await newWorld()
  const { requestId } = await asked(world)
  await world.does('petrova', 'people.withdrawRequest', { requestId })
  assert.deepEqual((await world.asks('kiselev', 'people.requests', {})).requests, [])
  await refused(
    'people.requestDecided',
    world.does('kiselev', 'people.acceptRequest', { requestId, answer: '', evenIfSimilar: false }),
  )
})

test('the homeroom teacher tells of a new student; accepting writes the card, once [R094]', async () => {
  const world = await newWorld()
  const report = () =>
    world.does('sokolova', 'people.reportArrival', { classId: world.groups.seventhA, person: newcomer, comment: '' })
  const [first, second] = [await report(), await report()]
  const accept = (requestId: string, evenIfSimilar = false) =>
    world.does('kiselev', 'people.acceptRequest', { requestId, answer: '', evenIfSimilar })
  const { personId } = await accept(first.requestId)
  assert.equal((await world.asks('kiselev', 'people.card', { personId: personId! })).person.surname, 'Рябов')
  await refused('people.similarExists', accept(second.requestId))
})

test('the homeroom teacher tells that a student has left, of the own class and once [R094]', async () => {
  const world = await newWorld()
  const report = (personId: string, lastDay = '2026-11-20') =>
    world.does('sokolova', 'people.reportDeparture', { personId, lastDay, comment: '' })
  await report(world.who.petya)
  await refused('people.requestOpen', report(world.who.petya))
  await refused('people.notInClass', report(world.who.vanya)) // left on 10 November already
  await refused('access.denied', report(world.who.lena))
  const { requests } = await world.asks('kiselev', 'people.requests', {})
  assert.deepEqual(requests[0]?.changes, [{ field: 'lastDay', before: '', after: '2026-11-20' }])
  await world.does('kiselev', 'people.acceptRequest', { requestId: requests[0]!.requestId, answer: '', evenIfSimilar: false })
})

test('a phone that a mother told of is not written once the school keeps none, and the rest of the request is [R060, R067]', async () => {
  const world = await newWorld()
  world.school.policies['people.phones'] = true
  const { requestId } = await world.does('petrova', 'people.requestChange', {
    personId: world.who.petya,
    changes: { bornOn: '2013-05-17' },
    contacts: { phone: ['+79261234567'], email: [], address: [] },
    comment: '',
  })
  world.school.policies['people.phones'] = false
  await world.does('kiselev', 'people.acceptRequest', { requestId, answer: '', evenIfSimilar: false })
  const [petya] = await world.rows<{ born_on: string }>('select born_on from person where school_id = :school and id = $1', [
    world.who.petya,
  ])
  assert.equal(petya?.born_on, '2013-05-17')
  assert.equal((await world.rows('select from contact where school_id = :school')).length, 0)
})

test('a request that lay while the card was changed does not undo the change; what stands as asked is accepted [R067, R102]', async () => {
  const world = await newWorld()
  world.school.policies['people.phones'] = true
  const phones = (...phone: string[]) => ({ phone, email: [], address: [] })
  const { requestId } = await world.does('petrova', 'people.requestChange', {
    personId: world.who.petya,
    changes: {},
    contacts: phones('+79261234567'),
    comment: '',
  })
  const set = (contacts: ReturnType<typeof phones>, expected: ReturnType<typeof phones>) =>
    world.does('kiselev', 'people.setContacts', { personId: world.who.petya, contacts, expected })
  const accept = () => world.does('kiselev', 'people.acceptRequest', { requestId, answer: '', evenIfSimilar: false })
  await set(phones('+79990000000'), phones())
  await refused('people.requestOvertaken', accept())
  await set(phones('+79261234567'), phones('+79990000000'))
  await accept()
})
