import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { TODAY } from '#tests/database.ts'
import { electiveOf, halves, newcomerOf, standingHalves } from '#tests/samplesOfClasses.ts'
import { newWorld, type World } from '#tests/world.ts'

const enrol = async (world: World, groupIds: string[], surname: string) => {
  const studentId = await newcomerOf(world, surname)
  await world.does('kiselev', 'classes.enrol', {
    classId: world.groups.seventhA,
    movementId: randomUUIDv7(),
    studentId,
    on: TODAY,
    orderNumber: '7-к',
    orderDate: TODAY,
    reason: '',
    otherSchool: 'Школа № 3',
    groupIds,
  })
  return studentId
}
const offered = async (world: World) => {
  const { classes } = await world.asks('belova', 'classes.movement', { from: TODAY, to: TODAY })
  return classes.find(({ classId }) => classId === world.groups.seventhA)!.groups
}
const leftOut = async (world: World) => {
  const { items } = await world.asks('belova', 'classes.inconsistencies', {})
  return items.filter(({ kind }) => kind === 'withoutSubgroup').map(({ name, className }) => [name, className])
}

test('whoever comes later is put into subgroups, clubs and electives across classes in one step [R077, R096]', async () => {
  const world = await newWorld()
  await world.amends(
    `update enrolment set to_date = '2026-11-10' where school_id = :school and group_id = $1 and to_date is null and student_id = $2`,
    [world.groups.ungraded, world.who.vanya],
  )
  const cut = halves(world)
  await world.does('belova', 'classes.setSubgroups', { ...cut, expected: standingHalves(world) })
  const elective = await electiveOf(world)
  const groups = await offered(world)
  assert.deepEqual(
    groups.map(({ name, usual, subject, students }) => [name.replace(/, \d+$| \d+$/, ''), usual, subject, students]),
    [
      ['7А · английский', true, 'Английский язык', 1],
      ['7А · английский', false, 'Английский язык', 1],
      ['7А · разговоры', true, '', 2],
      ['Олимпиадная математика', false, '', 1],
    ],
    'the first of the smallest subgroups is proposed, and what everybody is in',
  )
  const joined = [...groups.filter(({ usual }) => usual).map(({ groupId }) => groupId), elective.groupId]
  const studentId = await enrol(world, joined, 'Рябов')
  const stays = await world.rows<{ name: string }>(
    `select g.kind as name from enrolment e join study_group g on g.id = e.group_id where e.student_id = $1 and e.from_date = $2 order by 1`,
    [studentId, TODAY],
  )
  assert.deepEqual(
    stays.map(({ name }) => name),
    ['class', 'elective', 'extracurricular', 'subgroup'],
  )
  assert.deepEqual(
    (await offered(world)).map(({ usual }) => usual),
    [false, true, true, false],
    'the next one goes into the other half',
  )
})

test('who is left out of the subgroups of the class is told of [R093, R096]', async () => {
  const world = await newWorld()
  assert.deepEqual(await leftOut(world), [], 'one of two in a subgroup is no cut of the class')
  await world.does('belova', 'classes.setSubgroups', { ...halves(world), expected: standingHalves(world) })
  assert.deepEqual(await leftOut(world), [])
  for (const surname of ['Агеев', 'Борисов', 'Власов']) {
    const groups = await offered(world)
    await enrol(
      world,
      groups.filter(({ usual }) => usual).map(({ groupId }) => groupId),
      surname,
    )
  }
  await enrol(world, [], 'Рябов')
  assert.deepEqual(await leftOut(world), [['Рябов Глеб', '7А, Английский язык']])
})
