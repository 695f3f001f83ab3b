import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Input } from '#domain/operations.ts'
import { callerOf } from '#tests/caller.ts'
import { refused } from '#tests/refused.ts'
import { attachedFile } from '#tests/samples.ts'
import { newWorld, type World } from '#tests/world.ts'

const task = (world: World, part: Partial<Input<'homework.set'>> = {}): Input<'homework.set'> => ({
  lessonId: world.lesson(world.courses.algebraA).id,
  homeworkId: randomUUIDv7(),
  dueOn: null,
  content: 'выучить правило',
  pages: '',
  exercises: '',
  minutes: null,
  nothing: false,
  students: [],
  files: [],
  ...part,
})
const tasksOf = async (world: World) =>
  (await world.asks('ivanova', 'journal.topics', { courseId: world.courses.algebraA })).lessons.flatMap(
    (lesson) => lesson.homework,
  )

test('a task without a day is for the next lesson of the course', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'homework.set', task(world, { lessonId: world.lesson(world.courses.algebraA, '2026-11-18').id }))
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.dueOn),
    ['2026-11-19'],
  )
})

test('after the last lesson laid out a task waits for its day', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'homework.set', task(world, { lessonId: world.lesson(world.courses.algebraA, '2026-11-23').id }))
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.dueOn),
    [null],
  )
})

test('a task is put right, given to one student, then to all again, and taken back', async () => {
  const world = await newWorld()
  const input = task(world)
  await world.does('ivanova', 'homework.set', input)
  await world.does('ivanova', 'homework.set', { ...input, content: 'повторить', students: [world.who.petya] })
  assert.deepEqual(
    (await tasksOf(world)).map((one) => [one.content, one.students]),
    [['повторить', [world.who.petya]]],
  )
  await world.does('ivanova', 'homework.set', { ...input, students: [] })
  assert.deepEqual(
    (await tasksOf(world)).map((one) => one.students),
    [[]],
  )
  await world.does('ivanova', 'homework.remove', { lessonId: input.lessonId, homeworkId: input.homeworkId })
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
  await world.does('ivanova', 'homework.remove', { lessonId: input.lessonId, homeworkId: input.homeworkId })
  await refused('homework.unknown', world.does('ivanova', 'homework.set', { ...input, content: 'повторить' }))
  assert.deepEqual(await tasksOf(world), [])
})

test('a task is for a day on which the course has a lesson', async () => {
  const world = await newWorld()
  const input = task(world, { lessonId: world.lesson(world.courses.algebraA, '2026-11-18').id })
  for (const dueOn of ['2026-11-21', '2026-12-01'])
    await refused('homework.noLessonThen', world.does('ivanova', 'homework.set', { ...input, dueOn }))
  await world.amends('update lesson set cancelled = true where school_id = :school and course_id = $1 and date = $2', [
    world.courses.algebraA,
    '2026-11-20',
  ])
  await refused('homework.noLessonThen', world.does('ivanova', 'homework.set', { ...input, dueOn: '2026-11-20' }))
  await world.does('ivanova', 'homework.set', { ...input, dueOn: '2026-11-23' })
  await world.amends('update lesson set cancelled = true where school_id = :school and course_id = $1 and date = $2', [
    world.courses.algebraA,
    '2026-11-23',
  ])
  await world.does('ivanova', 'homework.set', { ...input, dueOn: '2026-11-23', content: 'опечатка исправлена' })
})

const refusals: [string, string, (world: World) => Partial<Input<'homework.set'>>][] = [
  ['without a word', 'homework.empty', () => ({ content: ' ' })],
  ['«не задано» with a task', 'homework.nothingWithText', () => ({ nothing: true })],
  ['due on its own day', 'homework.dueBeforeLesson', () => ({ dueOn: '2026-11-20' })],
  ['due in another school year', 'homework.dueOutsideYear', () => ({ dueOn: '2027-09-01' })],
  ['for a student of another class', 'journal.notInGroup', (world) => ({ students: [world.who.petya, world.who.lena] })],
  ['for a student who has left', 'journal.notInGroup', (world) => ({ students: [world.who.vanya] })],
  ['with a file that is nowhere', 'homework.unknownFile', () => ({ files: [randomUUIDv7()] })],
  [
    'at a lesson of a closed term',
    'journal.termLocked',
    (world) => ({ lessonId: world.lesson(world.courses.algebraA, '2026-10-20').id }),
  ],
]
for (const [title, code, part] of refusals) {
  test(`no task is set ${title}`, async () => {
    const world = await newWorld()
    await refused(code, world.does('ivanova', 'homework.set', task(world, part(world))))
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
  await refused('homework.unknown', world.does('ivanova', 'homework.remove', { lessonId: other, homeworkId: input.homeworkId }))
  await refused(
    'homework.otherLesson',
    world.does('kuznetsov', 'homework.set', { ...input, lessonId: world.lesson(world.courses.algebraB).id, content: 'чужое' }),
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
  await world.does('ivanova', 'homework.set', { ...input, students: [] })
  assert.equal(await mayRead('masha'), true, 'given to everybody')
  await world.does('ivanova', 'homework.remove', { lessonId: input.lessonId, homeworkId: input.homeworkId })
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
  const lessonId = world.lesson(world.courses.algebraA, '2026-11-19').id
  const fileId = await attachedFile(world, 'kuznetsov')
  const input = task(world, { lessonId, files: [fileId] })
  await world.does('kuznetsov', 'homework.set', input)
  await world.does('ivanova', 'homework.set', { ...input, content: 'и повторить' })
  assert.deepEqual(
    (await tasksOf(world)).map((one) => [one.content, one.files.length]),
    [['и повторить', 1]],
  )
})
