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
