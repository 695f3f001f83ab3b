import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Task } from '#domain/homework/rules.ts'
import { attachedFile, taskOf } from '#tests/samples.ts'
import { newWorld, type World } from '#tests/world.ts'

const set = (world: World, date: string, part: Partial<Task> = {}) =>
  world.does('ivanova', 'homework.set', {
    ...taskOf(world, { content: 'правило', ...part }),
    lessonId: world.lesson(world.courses.algebraA, date).id,
  })
/** A second lesson of algebra in 7А on the day, after the first; answers its id. */
const secondLesson = async (world: World, date: string) => {
  const id = randomUUIDv7()
  await world.amends(
    'insert into lesson (school_id, id, course_id, date, number, teacher_id) values (:school, $1, $2, $3, 5, $4)',
    [id, world.courses.algebraA, date, world.who.ivanova],
  )
  return id
}
const cancel = (world: World, id: string) =>
  world.amends('update lesson set cancelled = true where school_id = :school and id = $1', [id])
const placesOf = async (world: World, monday = '2026-11-16') =>
  (await world.asks('petrova', 'diary.week', { studentId: world.who.petya, monday })).days.flatMap((day) =>
    day.lessons.flatMap((lesson) => lesson.homework.map((one) => [lesson.lessonId, one.content, one.files.length])),
  )

test('a task stands once on a day of two lessons: at the first that is held, or at a cancelled one when none is', async () => {
  const world = await newWorld()
  const first = world.lesson(world.courses.algebraA, '2026-11-20').id
  const second = await secondLesson(world, '2026-11-20')
  const fileId = await attachedFile(world)
  await set(world, '2026-11-18', { dueOn: '2026-11-20', files: [fileId] })
  assert.deepEqual(await placesOf(world), [[first, 'правило', 1]])
  await cancel(world, first)
  assert.deepEqual(await placesOf(world), [[second, 'правило', 1]])
  await cancel(world, second)
  assert.deepEqual(await placesOf(world), [[first, 'правило', 1]])
})

test('a task set at the last lesson laid out comes to the families with the next one', async () => {
  const world = await newWorld()
  await set(world, '2026-11-23')
  assert.deepEqual(await placesOf(world, '2026-11-23'), [])
  const [cancelled, held, later] = [
    await secondLesson(world, '2026-11-25'),
    await secondLesson(world, '2026-11-26'),
    await secondLesson(world, '2026-11-27'),
  ]
  await cancel(world, cancelled)
  assert.deepEqual(await placesOf(world, '2026-11-23'), [[held, 'правило', 0]])
  await cancel(world, held)
  assert.deepEqual(await placesOf(world, '2026-11-23'), [[later, 'правило', 0]])
  assert.deepEqual(await placesOf(world), [])
})
