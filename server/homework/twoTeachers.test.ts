import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Task } from '#domain/homework/rules.ts'
import type { Input } from '#domain/operations.ts'
import { refused } from '#tests/refused.ts'
import { attachedFile, taskOf } from '#tests/samples.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

type Set = Input<'homework.set'>
/** A task at the lesson of algebra that Кузнецов holds instead of Иванова: both may write it. */
const theTask = (world: World, part: Partial<Task> = {}): Set => ({
  ...taskOf(world, { content: 'выучить правило', ...part }),
  lessonId: world.lesson(world.courses.algebraA, '2026-11-19').id,
})
const changed = (input: Set, part: Partial<Task>): Set => ({ ...input, task: { ...input.task, ...part }, expected: input.task })
const set = (world: World, by: PersonKey, input: Set, operationId?: string) => world.does(by, 'homework.set', input, operationId)
const tasksOf = async (world: World) =>
  (await world.asks('ivanova', 'journal.topics', { courseId: world.courses.algebraA })).lessons.flatMap((one) => one.homework)
const contentsOf = async (world: World) => (await tasksOf(world)).map((one) => one.content)

test('two change a task at once: the second is told who wrote what and when, and nothing is overwritten', async () => {
  const world = await newWorld()
  const input = theTask(world)
  await set(world, 'ivanova', input)
  const theirs = changed(input, { content: 'повторить §5', pages: '' })
  await set(world, 'kuznetsov', theirs)
  const { value, standing, by, at } = await refused(
    'journal.changedMeanwhile',
    set(world, 'ivanova', changed(input, { content: 'решить № 372' })),
  )
  assert.deepEqual([value, by], ['повторить §5; № 3', 'Кузнецов О. И.'])
  assert.match(String(at), /^\d{4}-\d\d-\d\dT/)
  assert.deepEqual(await contentsOf(world), ['повторить §5'])
  await set(world, 'ivanova', changed({ ...input, task: JSON.parse(String(standing)) as Task }, { content: 'решить № 372' }))
  assert.deepEqual(await contentsOf(world), ['решить № 372'], 'who has seen it may write over it')
})

const parts: [string, (world: World, fileId: string) => Partial<Task>][] = [
  ['pages', () => ({ pages: 'с. 99' })],
  ['minutes', () => ({ minutes: null })],
  ['day', () => ({ dueOn: '2026-11-23' })],
  ['students', (world) => ({ students: [world.who.petya] })],
  ['files', (_, fileId) => ({ files: [fileId] })],
]
for (const [title, part] of parts) {
  test(`a change of the ${title} alone is a change`, async () => {
    const world = await newWorld()
    const input = theTask(world)
    await set(world, 'ivanova', input)
    await set(world, 'kuznetsov', changed(input, part(world, await attachedFile(world, 'kuznetsov'))))
    const before = await tasksOf(world)
    await refused('journal.changedMeanwhile', set(world, 'ivanova', changed(input, { content: 'решить № 372' })))
    assert.deepEqual(await tasksOf(world), before)
  })
}

test('who writes what a colleague has written already agrees with them', async () => {
  const world = await newWorld()
  const input = theTask(world, { students: [world.who.petya, world.who.masha] })
  await set(world, 'ivanova', input)
  await set(world, 'kuznetsov', changed(input, { content: 'повторить', students: [] }))
  await set(world, 'ivanova', changed(input, { content: ' повторить ', students: [] }))
  assert.deepEqual(await contentsOf(world), ['повторить'])
})

test('a teacher goes on with a task whose day they do not know yet', async () => {
  const world = await newWorld()
  const input = theTask(world)
  await set(world, 'ivanova', input)
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.dueOn),
    ['2026-11-20'],
  )
  await set(world, 'ivanova', changed(input, { content: 'выучить оба правила' }))
  assert.deepEqual(await contentsOf(world), ['выучить оба правила'])
})

test('the same operation sent many times is done once, whatever was written after it', async () => {
  const world = await newWorld()
  const input = theTask(world)
  const operationId = randomUUIDv7()
  await Promise.all(Array.from({ length: 8 }, () => set(world, 'ivanova', input, operationId)))
  await set(world, 'kuznetsov', changed(input, { content: 'повторить' }))
  await set(world, 'ivanova', input, operationId)
  assert.deepEqual(await contentsOf(world), ['повторить'])
  const changes = await world.rows(`select 1 from change where school_id = :school and table_name = 'homework'`)
  assert.equal(changes.length, 2)
})

test('of many who write over the same task in one moment one is taken, and the others are told so', async () => {
  const world = await newWorld()
  const input = theTask(world)
  await set(world, 'ivanova', input)
  const texts = Array.from({ length: 8 }, (_, i) => `вариант ${i}`)
  const outcomes = await Promise.allSettled(
    texts.map((content, i) =>
      set(world, i % 2 ? 'kuznetsov' : 'ivanova', changed(input, { content, students: i % 2 ? [world.who.petya] : [] })),
    ),
  )
  const taken = outcomes.flatMap(({ status }, i) => (status === 'fulfilled' ? [i] : []))
  assert.equal(taken.length, 1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') await refused('journal.changedMeanwhile', Promise.reject(outcome.reason))
  const [standing] = await tasksOf(world)
  assert.deepEqual([standing!.content, standing!.students.length], [texts[taken[0]!], taken[0]! % 2])
})

test('a task that a colleague has changed is not taken back by who has not seen it', async () => {
  const world = await newWorld()
  const input = theTask(world)
  await set(world, 'ivanova', input)
  await set(world, 'kuznetsov', changed(input, { content: 'повторить' }))
  const { lessonId, homeworkId, task } = input
  const { by } = await refused(
    'journal.changedMeanwhile',
    world.does('ivanova', 'homework.remove', { lessonId, homeworkId, expected: task }),
  )
  assert.equal(by, 'Кузнецов О. И.')
  await world.does('ivanova', 'homework.remove', { lessonId, homeworkId, expected: { ...task, content: 'повторить' } })
  await world.does('kuznetsov', 'homework.remove', { lessonId, homeworkId, expected: task })
  assert.deepEqual(await tasksOf(world), [], 'taken back twice is taken back')
})

test('two first tasks of one lesson are two tasks', async () => {
  const world = await newWorld()
  await set(world, 'ivanova', theTask(world))
  await set(world, 'kuznetsov', theTask(world, { content: 'повторить' }))
  assert.deepEqual(await contentsOf(world), ['выучить правило', 'повторить'])
})

test('a task is not changed under an id that nobody has given', async () => {
  const world = await newWorld()
  const input = theTask(world)
  await refused('homework.unknown', set(world, 'ivanova', changed(input, { content: 'повторить' })))
  await set(world, 'ivanova', input)
  await refused('journal.changedMeanwhile', set(world, 'kuznetsov', { ...input, task: { ...input.task, content: 'повторить' } }))
})
