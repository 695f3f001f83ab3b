import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Task } from '#domain/homework/rules.ts'
import type { Input } from '#domain/operations.ts'
import { callerOf } from '#tests/caller.ts'
import { refused } from '#tests/refused.ts'
import { attachedFile } from '#tests/samples.ts'
import { newWorld, type World } from '#tests/world.ts'

type Set = Input<'homework.set'>
/** A new task given at a lesson of algebra, today's unless another day is named. */
const task = (world: World, part: Partial<Task> = {}, date?: string): Set => ({
  lessonId: world.lesson(world.courses.algebraA, date).id,
  homeworkId: randomUUIDv7(),
  task: {
    dueOn: null,
    content: 'выучить правило',
    pages: '',
    exercises: '',
    minutes: null,
    nothing: false,
    students: [],
    files: [],
    ...part,
  },
  expected: null,
})
/** The task put right by somebody who saw it so. */
const changed = (input: Set, part: Partial<Task>): Set => ({
  ...input,
  task: { ...input.task, ...part },
  expected: input.task,
})
const taken = ({ lessonId, homeworkId, task }: Set) => ({ lessonId, homeworkId, expected: task })
const tasksOf = async (world: World) =>
  (await world.asks('ivanova', 'journal.topics', { courseId: world.courses.algebraA })).lessons.flatMap(
    (lesson) => lesson.homework,
  )

test('a task without a day is for the next lesson of the course', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'homework.set', task(world, {}, '2026-11-18'))
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.dueOn),
    ['2026-11-19'],
  )
})

test('after the last lesson laid out a task waits for its day', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'homework.set', task(world, {}, '2026-11-23'))
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.dueOn),
    [null],
  )
})

test('a task is put right, given to one student, then to all again, and taken back', async () => {
  const world = await newWorld()
  const input = task(world)
  await world.does('ivanova', 'homework.set', input)
  const forPetya = changed(input, { content: 'повторить', students: [world.who.petya] })
  await world.does('ivanova', 'homework.set', forPetya)
  assert.deepEqual(
    (await tasksOf(world)).map((one) => [one.content, one.students]),
    [['повторить', [world.who.petya]]],
  )
  const forAll = changed(forPetya, { students: [] })
  await world.does('ivanova', 'homework.set', forAll)
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.students),
    [[]],
  )
  await world.does('ivanova', 'homework.remove', taken(forAll))
  assert.deepEqual(await tasksOf(world), [])
  assert.equal(
    (await world.rows(`select 1 from homework where school_id = :school and id = $1`, [input.homeworkId])).length,
    1,
    'its row stays',
  )
})

test('who writes late what was taken back meanwhile hears so, and brings nothing back', async () => {
  const world = await newWorld()
  const input = task(world)
  await world.does('ivanova', 'homework.set', input)
  await world.does('ivanova', 'homework.remove', taken(input))
  const { by } = await refused(
    'homework.unknown',
    world.does('ivanova', 'homework.set', changed(input, { content: 'повторить' })),
  )
  assert.equal(by, 'Иванова М. П.')
  assert.deepEqual(await tasksOf(world), [])
})

test('a task is for a day on which the course has a lesson', async () => {
  const world = await newWorld()
  const input = task(world, {}, '2026-11-18')
  for (const dueOn of ['2026-11-21', '2026-12-01'])
    await refused('homework.noLessonThen', world.does('ivanova', 'homework.set', changed(input, { dueOn })))
  await world.amends('update lesson set cancelled = true where school_id = :school and course_id = $1 and date = $2', [
    world.courses.algebraA,
    '2026-11-20',
  ])
  await refused('homework.noLessonThen', world.does('ivanova', 'homework.set', changed(input, { dueOn: '2026-11-20' })))
  const onMonday = task(world, { dueOn: '2026-11-23' }, '2026-11-18')
  await world.does('ivanova', 'homework.set', onMonday)
  await world.amends('update lesson set cancelled = true where school_id = :school and course_id = $1 and date = $2', [
    world.courses.algebraA,
    '2026-11-23',
  ])
  await world.does('ivanova', 'homework.set', changed(onMonday, { content: 'опечатка исправлена' }))
})

const refusals: [string, string, (world: World) => Partial<Task>, date?: string][] = [
  ['without a word', 'homework.empty', () => ({ content: ' ' })],
  ['«не задано» with a task', 'homework.nothingWithText', () => ({ nothing: true })],
  ['due on its own day', 'homework.dueBeforeLesson', () => ({ dueOn: '2026-11-20' })],
  ['due in another school year', 'homework.dueOutsideYear', () => ({ dueOn: '2027-09-01' })],
  ['for a student of another class', 'journal.notInGroup', (world) => ({ students: [world.who.petya, world.who.lena] })],
  ['for a student who has left', 'journal.notInGroup', (world) => ({ students: [world.who.vanya] })],
  ['with a file that is nowhere', 'homework.unknownFile', () => ({ files: [randomUUIDv7()] })],
  ['at a lesson of a closed term', 'journal.termLocked', () => ({}), '2026-10-20'],
]
for (const [title, code, part, date] of refusals) {
  test(`no task is set ${title}`, async () => {
    const world = await newWorld()
    await refused(code, world.does('ivanova', 'homework.set', task(world, part(world), date)))
    assert.deepEqual(await tasksOf(world), [])
  })
}

test('«не задано» is said outright', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'homework.set', task(world, { content: '', nothing: true }))
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.nothing),
    [true],
  )
})

test('a task of one lesson is not rewritten from another', async () => {
  const world = await newWorld()
  const input = task(world)
  await world.does('ivanova', 'homework.set', input)
  const other = world.lesson(world.courses.algebraA, '2026-11-18').id
  await refused('homework.otherLesson', world.does('ivanova', 'homework.set', { ...input, lessonId: other }))
  await refused('homework.unknown', world.does('ivanova', 'homework.remove', { ...taken(input), lessonId: other }))
  await refused(
    'homework.otherLesson',
    world.does('kuznetsov', 'homework.set', {
      ...changed(input, { content: 'чужое' }),
      lessonId: world.lesson(world.courses.algebraB).id,
    }),
  )
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.content),
    ['выучить правило'],
  )
})

test('a file opens to who got the task and to who set it, and to nobody else', async () => {
  const world = await newWorld()
  const fileId = await attachedFile(world)
  const mayRead = async (key: Parameters<typeof callerOf>[1]) =>
    (await (await callerOf(world, key)).sends('GET', `/api/files/${fileId}`)).status === 200
  assert.deepEqual([await mayRead('ivanova'), await mayRead('petya')], [true, false], 'attached to nothing yet')
  const input = task(world, { files: [fileId], students: [world.who.petya] })
  await world.does('ivanova', 'homework.set', input)
  const expected = {
    petya: true,
    petrova: true,
    ivanova: true,
    sokolova: true,
    belova: true,
    morozov: true,
    masha: false,
    lena: false,
    elkin: false,
    kiselev: false,
  } as const
  for (const [key, may] of Object.entries(expected)) assert.equal(await mayRead(key as 'petya'), may, key)
  const forAll = changed(input, { students: [] })
  await world.does('ivanova', 'homework.set', forAll)
  assert.equal(await mayRead('masha'), true, 'given to everybody')
  await world.does('ivanova', 'homework.remove', taken(forAll))
  assert.deepEqual([await mayRead('petya'), await mayRead('ivanova')], [false, true], 'taken back')
})

test('nobody opens another’s file by attaching it to a task of their own', async () => {
  const world = await newWorld()
  const fileId = await attachedFile(world, 'kuznetsov')
  await refused('homework.unknownFile', world.does('ivanova', 'homework.set', task(world, { files: [fileId] })))
  assert.equal((await (await callerOf(world, 'ivanova')).sends('GET', `/api/files/${fileId}`)).status, 403)
})

test('a file that stands in the course already stays when a colleague changes the task', async () => {
  const world = await newWorld()
  const fileId = await attachedFile(world, 'kuznetsov')
  const input = task(world, { files: [fileId] }, '2026-11-19')
  await world.does('kuznetsov', 'homework.set', input)
  await world.does('ivanova', 'homework.set', changed(input, { content: 'и повторить' }))
  assert.deepEqual(
    (await tasksOf(world)).map((one) => [one.content, one.files.length]),
    [['и повторить', 1]],
  )
})
