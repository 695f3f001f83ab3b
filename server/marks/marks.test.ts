import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { newWorld } from '#tests/world.ts'

const five: Mark = { ...noMark, values: [5] }
const four: Mark = { ...noMark, values: [4] }
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

test('a teacher sets a mark, and the database writes who and when by itself [R053, R135]', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA)
  const operationId = randomUUIDv7()
  await world.does(
    'ivanova',
    'marks.set',
    { lessonId: lesson.id, workId: lesson.workId, studentId: world.who.petya, mark: five, expected: noMark },
    operationId,
  )
  const changes = await world.rows<{ operation_id: string; before: unknown; after: { values: number[] } }>(
    `select operation_id, before, after from change where school_id = :school and table_name = 'mark'`,
  )
  assert.deepEqual(
    changes.map((change) => [change.operation_id, change.before, change.after.values]),
    [[operationId, null, [5]]],
  )
  const [operation] = await world.rows<{ actor_id: string; name: string }>(
    `select actor_id, name from operation where school_id = :school and id = $1`,
    [operationId],
  )
  assert.deepEqual(operation, { actor_id: world.who.ivanova, name: 'marks.set' })
})

test('the same operation sent twice is done once and answered twice', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA)
  const input = { lessonId: lesson.id, workId: lesson.workId, studentId: world.who.petya, mark: five, expected: noMark }
  const operationId = randomUUIDv7()
  const answers = await Promise.all(Array.from({ length: 8 }, () => world.does('ivanova', 'marks.set', input, operationId)))
  assert.equal(answers.length, 8)
  const [{ n }] = (await world.rows<{ n: number }>(
    `select count(*)::int as n from change where school_id = :school and table_name = 'mark'`,
  )) as [{ n: number }]
  assert.equal(n, 1)
})

test('two teachers in one cell: the second is shown the first one’s value, and nothing is overwritten', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA, '2026-11-19')
  const cell = { lessonId: lesson.id, workId: lesson.workId, studentId: world.who.petya }
  await world.does('kuznetsov', 'marks.set', { ...cell, mark: four, expected: noMark })
  await assert.rejects(world.does('ivanova', 'marks.set', { ...cell, mark: five, expected: noMark }), (error: Refusal) => {
    assert.equal(error.code, 'journal.changedMeanwhile')
    assert.equal(error.params.value, '4')
    assert.equal(error.params.by, 'Кузнецов О. И.')
    return true
  })
  const [mark] = await world.rows<{ values: number[] }>(`select "values" from mark where school_id = :school`)
  assert.deepEqual(mark, { values: [4] })
})

test('grade 1 takes no marks [R144]', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.primary)
  await assert.rejects(
    world.does('sokolova', 'marks.set', {
      lessonId: lesson.id,
      workId: lesson.workId,
      studentId: world.who.kolya,
      mark: five,
      expected: noMark,
    }),
    refused('marks.grade1'),
  )
  await world.does('sokolova', 'journal.setTopic', { lessonId: lesson.id, topic: 'Число и цифра 5', expected: '' })
  await world.does('sokolova', 'attendance.rollCall', { lessonId: lesson.id, absences: [] })
  assert.deepEqual(await world.rows(`select 1 from mark where school_id = :school`), [])
})
