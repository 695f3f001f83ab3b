import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import { newWorld, type World } from '#tests/world.ts'

const soon = () => new Date(Date.now() + 10 * 60_000)
const deliver = (world: World) => deliverNotices(world.app.db, world.app.live, world.schoolId, soon())

async function mark(world: World, values: number[], before: number[] = []) {
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA)
  await world.does('ivanova', 'marks.set', {
    lessonId,
    workId,
    studentId: world.who.petya,
    mark: { ...noMark, values },
    expected: { ...noMark, values: before },
  })
}

test('student and mother are told of a mark, other families are not [R185, R055]', async () => {
  const world = await newWorld()
  await mark(world, [5])
  await deliver(world)
  for (const person of ['petya', 'petrova'] as const) {
    const { unread, notices } = await world.asks(person, 'notifications.list', {})
    assert.deepEqual([unread, notices.map((notice) => [notice.subject, notice.text])], [1, [['Алгебра', '5']]])
  }
  for (const person of ['egorov', 'masha', 'elkin', 'ivanova'] as const) {
    assert.deepEqual((await world.asks(person, 'notifications.list', {})).notices, [])
  }
})

test('a corrected slip of the finger is told once, as it stands', async () => {
  const world = await newWorld()
  await mark(world, [2])
  await mark(world, [5], [2])
  await deliver(world)
  const { notices } = await world.asks('petrova', 'notifications.list', {})
  assert.deepEqual(
    notices.map((notice) => notice.text),
    ['5'],
  )
})

test('a mark erased before anybody heard of it is not told at all', async () => {
  const world = await newWorld()
  await mark(world, [2])
  await mark(world, [], [2])
  assert.equal(await deliver(world), 0)
})

test('parents are told of an absence, the student is not', async () => {
  const world = await newWorld()
  const { id: lessonId } = world.lesson(world.courses.algebraA)
  await world.does('ivanova', 'attendance.rollCall', {
    lessonId,
    absences: [{ studentId: world.who.petya, code: 'late', minutes: 7 }],
  })
  await deliver(world)
  const { notices } = await world.asks('petrova', 'notifications.list', {})
  assert.deepEqual(
    notices.map((notice) => [notice.kind, notice.text, notice.minutes]),
    [['absence', 'late', 7]],
  )
  assert.deepEqual((await world.asks('petya', 'notifications.list', {})).notices, [])
})

test('what has been read stays read until the mark changes', async () => {
  const world = await newWorld()
  await mark(world, [4])
  await deliver(world)
  await world.does('petrova', 'notifications.read', {})
  assert.equal((await world.asks('petrova', 'notifications.list', {})).unread, 0)
  await mark(world, [5], [4])
  await deliver(world)
  assert.equal((await world.asks('petrova', 'notifications.list', {})).unread, 1)
})
