import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { NOW } from '#tests/database.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const values = (...marks: number[]): Mark => ({ ...noMark, values: marks })
const here = { code: null, minutes: null }

const mark = (world: World, to: Mark, from: Mark = noMark, student: PersonKey = 'petya') => {
  const lesson = world.lesson(world.courses.algebraA)
  return world.does('ivanova', 'marks.set', {
    lessonId: lesson.id,
    workId: lesson.workId,
    studentId: world.who[student],
    mark: to,
    expected: from,
  })
}
const deliverNow = (world: World) => deliverNotices(world.app.db, world.app.live, clockFrom(NOW), world.school)
/** Lets the waiting time pass, and delivers. Answers how many notices are new. */
const deliver = async (world: World) => {
  await world.rows(`update outbox set at = '2026-11-20T11:00:00Z' where school_id = :school returning 1`)
  return deliverNow(world)
}
const told = async (world: World, key: PersonKey) =>
  (await world.asks(key, 'notifications.list', {})).notices.map(
    ({ student, read }) => `${student?.name}: ${student?.subject} ${student?.text}${read ? ', read' : ''}`,
  )

test('a mark is told to the student and to their guardians, and to nobody else', async () => {
  const world = await newWorld()
  await mark(world, values(5))
  assert.equal(await deliver(world), 2)
  for (const key of ['petya', 'petrova'] as const) assert.deepEqual(await told(world, key), ['Пётр: Алгебра 5'], key)
  for (const key of ['masha', 'lena', 'egorov', 'elkin', 'ivanova', 'sokolova', 'morozov', 'kiselev'] as const)
    assert.deepEqual(await told(world, key), [], key)
})

test('a slip of the finger put right within two minutes is never heard of', async () => {
  const world = await newWorld()
  await mark(world, values(2))
  assert.equal(await deliverNow(world), 0)
  await mark(world, values(5), values(2))
  await deliver(world)
  assert.deepEqual(await told(world, 'petrova'), ['Пётр: Алгебра 5'])
})

test('a mark erased before anybody was told is told to nobody, one erased after is told no more', async () => {
  const world = await newWorld()
  await mark(world, values(2))
  await mark(world, noMark, values(2))
  assert.equal(await deliver(world), 0)
  await mark(world, values(3))
  await deliver(world)
  assert.deepEqual(await told(world, 'petrova'), ['Пётр: Алгебра 3'])
  await mark(world, noMark, values(3))
  assert.deepEqual(await told(world, 'petrova'), [])
})

test('a mark changed later is told again, in one line, unread', async () => {
  const world = await newWorld()
  await mark(world, values(3))
  await deliver(world)
  await world.does('petrova', 'notifications.read', {})
  assert.deepEqual(await told(world, 'petrova'), ['Пётр: Алгебра 3, read'])
  assert.deepEqual(await told(world, 'petya'), ['Пётр: Алгебра 3'], 'each reads for themselves')
  await mark(world, values(4), values(3))
  await deliver(world)
  assert.deepEqual(await told(world, 'petrova'), ['Пётр: Алгебра 4'])
})

test('an absence is told to the guardians, an exemption is no absence', async () => {
  const world = await newWorld()
  const lessonId = world.lesson(world.courses.algebraA).id
  await world.does('ivanova', 'attendance.rollCall', {
    lessonId,
    absences: [{ studentId: world.who.petya, code: 'absent', minutes: null }],
  })
  await deliver(world)
  assert.deepEqual(await told(world, 'petrova'), ['Пётр: Алгебра absent'])
  assert.deepEqual(await told(world, 'petya'), [])
  const other = world.lesson(world.courses.algebraA, '2026-11-18').id
  await world.does('ivanova', 'attendance.set', {
    lessonId: other,
    studentId: world.who.petya,
    attendance: { code: 'exempt', minutes: null },
    expected: here,
  })
  assert.equal(await deliver(world), 0)
})

test('a filled column tells every family its own', async () => {
  const world = await newWorld()
  const { workId } = world.lesson(world.courses.algebraA)
  const cells = (['petya', 'masha'] as const).map((student, i) => ({
    workId,
    studentId: world.who[student],
    mark: values(5 - i),
    expected: noMark,
  }))
  await world.does('ivanova', 'marks.setMany', { courseId: world.courses.algebraA, cells })
  await deliver(world)
  assert.deepEqual([await told(world, 'petrova'), await told(world, 'masha')], [['Пётр: Алгебра 5'], ['Мария: Алгебра 4']])
})

test('who was a guardian once is told nothing, and no longer reads what they were told', async () => {
  const world = await newWorld()
  await mark(world, values(5), noMark, 'masha')
  assert.equal(await deliver(world), 1, 'Маша alone: her father is no guardian since October')
  await mark(world, values(5))
  await deliver(world)
  await world.amends(
    `update guardian_of set to_date = '2026-11-19' where school_id = :school and guardian_id = $1 and student_id = $2`,
    [world.who.petrova, world.who.petya],
  )
  assert.deepEqual(await told(world, 'petrova'), [])
})

test('the outbox is emptied with the telling, and nothing is told twice', async () => {
  const world = await newWorld()
  await mark(world, values(5))
  await deliver(world)
  assert.equal((await world.rows('select 1 from outbox where school_id = :school')).length, 0)
  assert.equal(await deliver(world), 0)
})

test('homework and topics ring no bell', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'journal.setTopic', {
    lessonId: world.lesson(world.courses.algebraA).id,
    topic: 'Дроби',
    expected: '',
  })
  assert.equal(await deliver(world), 0)
})
