import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kind, Values } from '#domain/people/many.ts'
import { refused } from '../../tests/refused.ts'
import { newWorld, type World } from '../../tests/world.ts'

const rowsOf = async (world: World, kind: Kind, people: string[]) =>
  (await world.asks('kiselev', 'people.editable', { kind })).rows.filter(({ personId }) => people.includes(personId))

const change = async (world: World, kind: Kind, people: string[], changes: Values) => {
  const rows = await rowsOf(world, kind, people)
  return world.does('kiselev', 'people.changeMany', {
    kind,
    changes,
    rows: rows.map(({ rowId, values }) => ({ rowId, expected: values })),
  })
}
const languages = async (world: World, people: string[]) =>
  (await rowsOf(world, 'student', people)).map(({ values }) => values.foreignLanguages)

test('the language of several students is said at once, in the history of each, and taken back at once [R099]', async () => {
  const world = await newWorld()
  const { petya, masha, lena } = world.who
  await change(world, 'student', [lena], { foreignLanguages: 'английский' })
  const { runId, people } = await change(world, 'student', [petya, masha, lena], { foreignLanguages: ' английский ' })
  assert.equal(people, 2, 'of Лена it was said already')
  assert.deepEqual(await languages(world, [petya, masha, lena]), ['английский', 'английский', 'английский'])
  const { history } = await world.asks('kiselev', 'people.card', { personId: petya })
  assert.deepEqual(
    [history[0]?.operation, history[0]?.changes],
    ['people.changeMany', [{ field: 'foreign_languages', before: '', after: 'английский' }]],
  )
  await world.does('kiselev', 'people.takeBack', { runId: runId! })
  assert.deepEqual(new Set(await languages(world, [petya, masha])), new Set(['']))
  assert.deepEqual(await languages(world, [lena]), ['английский'])
  const { runs } = await world.asks('kiselev', 'people.runs', {})
  assert.deepEqual(
    runs.map(({ what, people, changes, undoneBy }) => [what, people, changes, undoneBy]),
    [
      ['change', 2, { foreignLanguages: ' английский ' }, 'Киселёв Д. О.'],
      ['change', 1, { foreignLanguages: 'английский' }, ''],
    ],
  )
  await refused('people.takenBack', world.does('kiselev', 'people.takeBack', { runId: runId! }))
})

test('what somebody has changed meanwhile is overwritten neither by the change nor by taking it back [R099, R102]', async () => {
  const world = await newWorld()
  const { petya, masha } = world.who
  const stale = (await rowsOf(world, 'student', [petya, masha])).map(({ rowId, values }) => ({ rowId, expected: values }))
  await change(world, 'student', [masha], { foreignLanguages: 'немецкий' })
  const input = { kind: 'student', changes: { foreignLanguages: 'английский' }, rows: stale } as const
  assert.partialDeepStrictEqual(await refused('people.changedMeanwhile', world.does('kiselev', 'people.changeMany', input)), {
    by: 'Киселёв Д. О.',
  })
  assert.deepEqual(await languages(world, [petya]), [''], 'nothing is written of any')
  const { runId } = await change(world, 'student', [petya, masha], { foreignLanguages: 'английский' })
  await change(world, 'student', [petya], { foreignLanguages: 'французский' })
  assert.partialDeepStrictEqual(
    await refused('people.changedSince', world.does('kiselev', 'people.takeBack', { runId: runId! })),
    {
      what: 'Петров Пётр',
    },
  )
  assert.deepEqual(new Set(await languages(world, [petya, masha])), new Set(['французский', 'английский']))
})

test('the diary of several guardians closes at once and opens again [R074, R099]', async () => {
  const world = await newWorld()
  const { petrova, egorov } = world.who
  const reads = () => world.asks('petrova', 'diary.week', { studentId: world.who.petya, monday: '2026-11-16' })
  const { runId, people } = await change(world, 'guardian', [petrova, egorov], { informed: false })
  assert.equal(people, 2, 'two people, three children')
  await refused('access.denied', reads())
  await world.does('kiselev', 'people.takeBack', { runId: runId! })
  await reads()
})

test('positions of several members of staff are named, categorised and ended together [R099]', async () => {
  const world = await newWorld()
  const { ivanova, sokolova, kiselev } = world.who
  await change(world, 'staff', [ivanova, sokolova], { position: 'учитель-предметник', category: 'первая', to: '2026-12-31' })
  const { positions } = await world.asks('kiselev', 'people.card', { personId: sokolova })
  assert.partialDeepStrictEqual(positions, [{ position: 'учитель-предметник', category: 'первая', to: '2026-12-31' }])
  await refused('people.ownPosition', change(world, 'staff', [ivanova, kiselev], { to: '2026-12-30' }))
  await refused('people.positionDates', change(world, 'staff', [ivanova], { to: '2019-12-31' }))
  await refused('people.changeNothing', change(world, 'staff', [ivanova], { informed: true }))
  await world.amends(
    `insert into staff (school_id, person_id, position, from_date) values (:school, $1, 'библиотекарь', '2020-09-01')`,
    [ivanova],
  )
  await refused('people.positionTwice', change(world, 'staff', [ivanova], { position: 'методист' }))
})

test('nobody changes a row of another school, or of a card merged away [R099]', async () => {
  const [world, other] = [await newWorld(), await newWorld()]
  const row = (rowId: string) => ({
    kind: 'student' as const,
    changes: { foreignLanguages: 'английский' },
    rows: [{ rowId, expected: { foreignLanguages: '' } }],
  })
  await refused('access.denied', world.does('kiselev', 'people.changeMany', row(other.who.petya)))
  await world.does('kiselev', 'people.merge', { personId: world.who.masha, doubleId: world.who.vanya })
  await refused('access.denied', world.does('kiselev', 'people.changeMany', row(world.who.vanya)))
})
