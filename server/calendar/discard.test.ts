import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { book } from '#tests/movements.ts'
import { refused } from '#tests/refused.ts'
import { promotionOf } from '#tests/samplesOfClasses.ts'
import { newWorld, type World } from '#tests/world.ts'

async function draftOf(world: World, startYear = 2027): Promise<string> {
  const yearId = randomUUIDv7()
  await world.does('kiselev', 'calendar.createYear', { yearId, startYear, copyOf: world.year, studyDays: 5 })
  return yearId
}
const stays = (world: World) =>
  world.rows<object>(
    `select g.name, p.surname, e.from_date::text as "from", e.to_date::text as "to", e.ended_by is null as whole
     from enrolment e join study_group g on g.id = e.group_id join person p on p.id = e.student_id
     where e.school_id = :school and not e.cancelled order by 1, 2, 3`,
  )

test('a draft of a year is discarded, and may be begun anew [R070]', async () => {
  const world = await newWorld()
  const yearId = await draftOf(world)
  assert.deepEqual(await world.does('belova', 'calendar.discardYear', { yearId }), { students: 0 })
  const { years } = await world.asks('belova', 'calendar.years', {})
  assert.deepEqual(
    years.map(({ name }) => name),
    ['2026/27'],
  )
  assert.equal((await world.asks('belova', 'classes.overview', {})).years.length, 1)
  assert.equal((await world.asks('belova', 'curriculum.plans', {})).years.length, 1)
  await refused('access.denied', world.asks('belova', 'calendar.yearPlan', { yearId }))
  await draftOf(world)
  assert.equal((await world.asks('petya', 'calendar.year', {})).name, '2026/27')
})

test('who was promoted into a draft is back in the class of this year when it is discarded, graduates too [R070, R095]', async () => {
  const world = await newWorld()
  const before = await stays(world)
  const { items } = await world.asks('belova', 'classes.inconsistencies', {})
  const yearId = await draftOf(world)
  const plan = promotionOf(world, yearId)
  await world.does('belova', 'classes.promote', {
    ...plan,
    classes: [...plan.classes, { classId: world.groups.seventhB, toClassId: null, letter: 'Б' }],
    exceptions: [
      { studentId: world.who.lena, outcome: 'graduate', toClassId: null },
      { studentId: world.who.masha, outcome: 'promoteConditionally', toClassId: plan.classes[0]!.toClassId },
    ],
  })
  assert.notDeepEqual(await stays(world), before)
  assert.deepEqual(await world.does('belova', 'calendar.discardYear', { yearId }), { students: 3 })
  assert.deepEqual(await stays(world), before, 'as if it had never been')
  const { lines } = await book(world, '2027-01-01', '2027-12-31')
  assert.deepEqual([lines.length, lines.every(({ cancelled }) => cancelled)], [3, true], 'the orders stand crossed out')
  assert.deepEqual((await world.asks('belova', 'classes.inconsistencies', {})).items, items)
})

test('an opened year is not discarded, nor a draft behind a later order [R070]', async () => {
  const world = await newWorld()
  await refused('calendar.yearOpened', world.does('belova', 'calendar.discardYear', { yearId: world.year }))
  const yearId = await draftOf(world)
  const plan = promotionOf(world, yearId)
  await world.does('belova', 'classes.promote', plan)
  await world.does('kiselev', 'classes.depart', {
    personId: world.who.masha,
    movementId: randomUUIDv7(),
    on: '2027-09-10',
    orderNumber: '5',
    orderDate: null,
    reason: '',
    otherSchool: '',
    evenIfWritten: false,
  })
  assert.deepEqual(await refused('calendar.movedSince', world.does('belova', 'calendar.discardYear', { yearId })), {
    name: 'Ёлкина Мария',
  })
})
