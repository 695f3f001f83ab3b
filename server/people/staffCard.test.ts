import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TODAY } from '#tests/database.ts'
import { refused } from '#tests/refused.ts'
import { noEmployment } from '#tests/samplesOfPeople.ts'
import { newWorld, type World } from '#tests/world.ts'

/** The card of somebody new, with the first position. */
async function hired(world: World, surname = 'Громова'): Promise<string> {
  const { personId } = await world.does('kiselev', 'people.create', {
    person: {
      surname,
      givenName: 'Нина',
      patronymic: 'Олеговна',
      sex: 'f',
      bornOn: '1984-02-03',
      snils: null,
      foreignLanguages: '',
    },
    guardians: [],
    position: { position: 'учитель', category: 'первая', from: '2026-09-01' },
    evenIfSimilar: false,
  })
  return personId
}
const cardOf = (world: World, personId: string) => world.asks('kiselev', 'people.card', { personId })

test('a card of staff is written with its position, and further positions stand beside it with their rates [R088]', async () => {
  const world = await newWorld()
  const personId = await hired(world)
  const add = (position: string, rate: number | null) =>
    world.does('kiselev', 'people.addPosition', { personId, position, category: '', ...noEmployment, rate, from: TODAY })
  await add('педагог-организатор', 50)
  await refused('people.positionTwice', add('учитель', null))
  const { positions } = await cardOf(world, personId)
  assert.deepEqual(positions.map(({ position, rate, from, to }) => [position, rate, from, to]).toSorted(), [
    ['педагог-организатор', 50, TODAY, null],
    ['учитель', null, '2026-09-01', null],
  ])
  const { people } = await world.asks('belova', 'people.list', { kind: 'staff' })
  assert.match(people.find((one) => one.personId === personId)!.positions, /педагог-организатор/)
})

test('a category is given with its day and order, and the history of the card tells it [R088]', async () => {
  const world = await newWorld()
  const personId = await hired(world)
  const expected = (await cardOf(world, personId)).positions[0]!
  const given = { category: 'высшая', categoryOn: '2026-03-14', categoryOrder: '№ 112', rate: 125 }
  const change = { personId, ...expected, ...given, expected }
  await world.does('kiselev', 'people.changePosition', change)
  await world.does('kiselev', 'people.changePosition', change) // the same again changes nothing
  await refused('people.changedMeanwhile', world.does('kiselev', 'people.changePosition', { ...change, rate: 100 }))
  const { positions, history } = await cardOf(world, personId)
  assert.deepEqual(positions[0], { ...expected, ...given })
  const last = history.find(({ operation }) => operation === 'people.changePosition')!
  assert.deepEqual(
    last.changes.map(({ field, before, after }) => [field, before, after]),
    [
      ['category', 'первая', 'высшая'],
      ['category_on', '', '2026-03-14'],
      ['category_order', '', '№ 112'],
      ['rate', '', '125'],
    ],
  )
})

test('with one of two positions the person goes on working; with the last one access ends [R088]', async () => {
  const world = await newWorld()
  const page = { courseId: world.courses.russianA, termId: world.terms.current }
  const personId = world.who.sokolova
  await world.does('kiselev', 'people.addPosition', {
    personId,
    position: 'методист',
    category: '',
    ...noEmployment,
    rate: 25,
    from: '2026-09-01',
  })
  const end = async (position: string) => {
    const expected = (await cardOf(world, personId)).positions.find((one) => one.position === position)!
    await world.does('kiselev', 'people.changePosition', { personId, ...expected, to: '2026-11-19', expected })
  }
  await end('методист')
  await world.asks('sokolova', 'journal.page', page)
  await end('учитель')
  await refused('access.denied', world.asks('sokolova', 'journal.page', page))
})
