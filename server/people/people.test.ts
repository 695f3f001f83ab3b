import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nameKey } from '#domain/people/similar.ts'
import { insertPeople } from '#server/people/insert.ts'
import { findSimilar } from '#server/people/similar.ts'
import { refused } from '../../tests/refused.ts'
import { newcomer, noContacts, petya, tieOfPetya } from '../../tests/samplesOfPeople.ts'
import { newWorld, type World } from '../../tests/world.ts'

const mother = (world: World) =>
  ({ personId: world.who.petrova, person: null, relation: 'mother', livesWith: true, informed: true }) as const

test('a new student is written with a guardian who is here already and one who is not [R034, R069, R091]', async () => {
  const world = await newWorld()
  const father = { ...newcomer, givenName: 'Андрей', bornOn: null }
  const { personId } = await world.does('kiselev', 'people.create', {
    person: { ...newcomer, snils: '112-233-445 95' },
    position: null,
    guardians: [mother(world), { personId: null, person: father, relation: 'father', livesWith: false, informed: false }],
    evenIfSimilar: false,
  })
  const card = await world.asks('kiselev', 'people.card', { personId })
  assert.equal(card.person.snils, '11223344595')
  assert.deepEqual(
    card.guardians.map(({ name, relation, informed }) => [name, relation, informed]),
    [
      ['Петрова Ольга Игоревна', 'mother', true],
      ['Рябов Андрей Андреевич', 'father', false],
    ],
  )
  const { people } = await world.asks('kiselev', 'people.list', { kind: 'student' })
  assert.deepEqual(
    people
      .filter((one) => one.personId === personId)
      .map(({ className, guardians, informed }) => [className, guardians, informed]),
    [['', 2, 1]],
  )
})

test('whoever is certainly here already is not written a second time, unless one says so [R034, R091]', async () => {
  const world = await newWorld()
  const create = (person: typeof newcomer, evenIfSimilar = false) =>
    world.does('kiselev', 'people.create', { person, position: null, guardians: [], evenIfSimilar })
  await create({ ...newcomer, surname: 'Рябов-Ёжиков', snils: '11223344595' })
  const again = { ...newcomer, surname: 'РЯБОВ  ЕЖИКОВ' }
  assert.partialDeepStrictEqual(await refused('people.similarExists', create(again)), { name: 'Рябов-Ёжиков Глеб Андреевич' })
  const { similar } = await world.asks('kiselev', 'people.similar', {
    surname: again.surname, givenName: again.givenName, patronymic: again.patronymic, bornOn: '2013-04-02',
  }) // biome-ignore format: one glance
  assert.deepEqual(
    similar.map(({ name, certainty }) => [name, certainty]),
    [['Рябов-Ёжиков Глеб Андреевич', 'certain']],
  )
  await create(again, true)
  await refused('people.snilsTaken', create({ ...newcomer, snils: '112-233-445 95' }, true))
  await create({ ...newcomer, surname: 'Рябов', bornOn: '2012-01-01' }) // a namesake of another age
})

test('two thousand people are compared and written in a statement each [R091]', async () => {
  const world = await newWorld()
  const many = Array.from({ length: 2_000 }, (_, n) => ({
    ...newcomer,
    surname: `Рябов${'а'.repeat(n % 40)}`,
    givenName: `Глеб${'б'.repeat(n / 40)}`,
  }))
  const write = () =>
    world.app.db.write(world.schoolId, crypto.randomUUID(), async (tx) => ({
      found: await findSimilar(tx, many),
      ids: await insertPeople(tx, many),
    }))
  const first = await write()
  assert.equal(first.found.length, 0)
  assert.equal(new Set(first.ids).size, 2_000)
  const second = await write()
  assert.deepEqual([second.found.length, second.found.every(({ certainty }) => certainty === 'certain')], [2_000, true])
})

test('the database compares names as the rule does', async () => {
  const world = await newWorld()
  const letter = fc.constantFrom(...'Ёёеа-‐‑–— \u00a0АBcЯяk\t')
  const names = fc.sample(fc.string({ unit: letter, maxLength: 12 }), 300)
  const rows = await world.rows<{ name: string; key: string }>(
    'select name, name_key(name) as key from unnest($1::text[]) name',
    [names],
  )
  for (const { name, key } of rows) assert.equal(key, nameKey(name), JSON.stringify(name))
})

test('a card changed by somebody else meanwhile is not overwritten [R099, R102]', async () => {
  const world = await newWorld()
  const change = (person: typeof petya) =>
    world.does('sokolova', 'people.change', { personId: world.who.petya, person, expected: petya })
  await change({ ...petya, bornOn: '2013-05-17' })
  await refused('people.changedMeanwhile', change({ ...petya, patronymic: 'Сергеич' }))
  await change({ ...petya, bornOn: '2013-05-17' }) // says what stands already
  const { history } = await world.asks('kiselev', 'people.card', { personId: world.who.petya })
  assert.deepEqual(history[0]?.changes, [{ field: 'born_on', before: '', after: '2013-05-17' }])
  assert.equal(history[0]?.by, 'Соколова Е. В.')
})

test('a homeroom teacher does not rewrite the card of a colleague who is a parent of the class [R069]', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into staff (school_id, person_id, position, from_date) values (:school, $1, 'повар', '2020-09-01')`,
    [world.who.petrova],
  )
  const person = { ...petya, surname: 'Петрова', givenName: 'Ольга', patronymic: 'Игоревна', sex: 'f' as const }
  const change = { personId: world.who.petrova, person: { ...person, surname: 'Котова' }, expected: person }
  await refused('access.denied', world.does('sokolova', 'people.change', change))
  await world.does('kiselev', 'people.change', change)
})

test('who may not be told of a child sees nothing of it, from that moment and until it is said otherwise [R069]', async () => {
  const world = await newWorld()
  const week = { studentId: world.who.petya, monday: '2026-11-16' }
  const tell = async (informed: boolean) =>
    world.does('sokolova', 'people.changeGuardian', {
      personId: world.who.petya, guardianshipId: await tieOfPetya(world), relation: 'mother', livesWith: true, informed,
      expected: { relation: 'mother', livesWith: true, informed: !informed },
    }) // biome-ignore format: one glance
  await tell(false)
  assert.deepEqual(
    (await world.actor('petrova')).children.map(({ studentId }) => studentId),
    [world.who.kolya],
  )
  await refused('access.denied', world.asks('petrova', 'diary.week', week))
  assert.deepEqual((await world.asks('petrova', 'access.me', {})).children.length, 1)
  assert.ok(!(await world.asks('petrova', 'people.me', {})).people.some(({ personId }) => personId === world.who.petya))
  await tell(true)
  await world.asks('petrova', 'diary.week', week)
})

test('with the last position end journals, class and roles, though nobody has ended them [R040, R088]', async () => {
  const world = await newWorld()
  const page = { courseId: world.courses.russianA, termId: world.terms.current }
  await world.asks('sokolova', 'journal.page', page)
  const { positions } = await world.asks('kiselev', 'people.card', { personId: world.who.sokolova })
  const expected = positions[0]!
  const end = (to: string | null) =>
    world.does('kiselev', 'people.changePosition', { personId: world.who.sokolova, ...expected, to, expected })
  await refused('people.positionDates', end('2019-01-01'))
  await end('2026-11-19')
  await refused('access.denied', world.asks('sokolova', 'journal.page', page))
  assert.deepEqual((await world.actor('sokolova')).homeroomOf, [])
  const { people } = await world.asks('kiselev', 'people.list', { kind: 'staff' })
  assert.equal(people.find(({ personId }) => personId === world.who.sokolova)?.departedOn, '2026-11-19')
})

test('an administrator does not end the last position of their own [R088]', async () => {
  const world = await newWorld()
  const { positions } = await world.asks('kiselev', 'people.card', { personId: world.who.kiselev })
  const input = { personId: world.who.kiselev, ...positions[0]!, to: '2026-11-20', expected: positions[0]! }
  await refused('people.ownPosition', world.does('kiselev', 'people.changePosition', input))
})

test('two administrators who dismiss each other at once do not leave the school without one [R021, R088]', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into role_grant (school_id, person_id, role, from_date) values (:school, $1, 'administrator', '2026-09-01')`,
    [world.who.ivanova],
  )
  const dismissal = async (by: 'ivanova' | 'kiselev', whom: 'ivanova' | 'kiselev') => {
    const expected = (await world.asks(by, 'people.card', { personId: world.who[whom] })).positions[0]!
    const input = { personId: world.who[whom], ...expected, to: '2026-11-19', expected }
    return () => world.does(by, 'people.changePosition', input)
  }
  const [one, other] = [await dismissal('ivanova', 'kiselev'), await dismissal('kiselev', 'ivanova')]
  const done = await Promise.allSettled([one(), other()])
  assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('contacts are neither written nor shown while the school does not keep them [R060, R065]', async () => {
  const world = await newWorld()
  const contacts = { phone: ['+7 900 123-45-67'], email: [], address: [] }
  const set = () => world.does('sokolova', 'people.setContacts', { personId: world.who.petrova, contacts, expected: noContacts })
  assert.partialDeepStrictEqual(await refused('people.contactsOff', set()), { kind: 'phone' })
  const asked = { personId: world.who.petrova, changes: {}, contacts, comment: '' }
  await refused('people.contactsOff', world.does('petrova', 'people.requestChange', asked))
  const traces = await world.rows(`select from operation where school_id = :school and input::text like '%900 123%'`)
  assert.equal(traces.length, 0, 'not in the history either')
  Object.assign(world.school.policies, { 'people.phones': true })
  await set()
  const phone = async () => (await world.asks('petrova', 'people.me', {})).people[0]!.contacts
  assert.deepEqual(await phone(), [{ kind: 'phone', value: '+7 900 123-45-67' }])
  Object.assign(world.school.policies, { 'people.phones': false })
  assert.deepEqual(await phone(), [])
  const card = await world.asks('kiselev', 'people.card', { personId: world.who.petrova })
  assert.deepEqual([card.contacts, card.history.filter(({ table }) => table === 'contact')], [[], []])
})

test('a homeroom teacher has the list of the own class, with guardians; nobody else’s [R068, R069]', async () => {
  const world = await newWorld()
  const { students, guardians } = await world.asks('sokolova', 'people.ofClass', { classId: world.groups.seventhA })
  assert.deepEqual(
    students.map(({ name, departedOn }) => [name.split(' ')[0], departedOn]),
    [
      ['Ёлкина', null],
      ['Жуков', '2026-11-10'],
      ['Петров', null],
    ],
  )
  assert.deepEqual(
    guardians.map(({ name }) => name),
    ['Петрова Ольга Игоревна'],
  )
  assert.match(guardians[0]!.children, /Николай Андреев, 1А/)
  await refused('access.denied', world.asks('sokolova', 'people.ofClass', { classId: world.groups.seventhB }))
})

test('a guardian is not written twice, nor as their own child’s child; a mistake is taken back by dates [R069]', async () => {
  const world = await newWorld()
  const add = (personId: string) =>
    world.does('sokolova', 'people.addGuardian', {
      personId: world.who.petya,
      guardian: { ...mother(world), personId },
      from: null,
      evenIfSimilar: false,
    })
  await refused('people.guardianTwice', add(world.who.petrova))
  await refused('people.ownGuardian', add(world.who.petya))
  await world.does('sokolova', 'people.endGuardian', {
    personId: world.who.petya,
    guardianshipId: await tieOfPetya(world),
    lastDay: '1999-12-31',
  })
  assert.deepEqual((await world.asks('sokolova', 'people.card', { personId: world.who.petya })).guardians, [])
  await add(world.who.petrova)
})
