import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const five: Mark = { ...noMark, values: [5] }
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const cellOf = (world: World, student: PersonKey = 'petya', date?: string, courseId = world.courses.algebraA) => {
  const lesson = world.lesson(courseId, date)
  return { lessonId: lesson.id, workId: lesson.workId, studentId: world.who[student] }
}
const marksOf = (world: World) =>
  world.rows<{ values: number[] }>(`select "values" from mark where school_id = :school order by "values"`)

test('many marks at once: all or nothing, and the wrong cell is named', async () => {
  const world = await newWorld()
  const cell = (student: PersonKey, values: number[]) => ({
    workId: cellOf(world).workId,
    studentId: world.who[student],
    mark: { ...noMark, values },
    expected: noMark,
  })
  const setMany = (cells: Input<'marks.setMany'>['cells']) =>
    world.does('ivanova', 'marks.setMany', { courseId: world.courses.algebraA, cells })
  await assert.rejects(setMany([cell('petya', [5]), cell('masha', [7])]), (error: Refusal) => {
    assert.deepEqual([error.code, error.params.studentId, error.params.value], ['marks.outsideScale', world.who.masha, 7])
    return true
  })
  assert.deepEqual(await marksOf(world), [])
  await setMany([cell('petya', [5]), cell('masha', [4])])
  assert.deepEqual(
    (await marksOf(world)).map((row) => row.values),
    [[4], [5]],
  )
  await assert.rejects(setMany([cell('petya', [3]), cell('masha', [3])]), refused('journal.changedMeanwhile'))
  assert.deepEqual(
    (await marksOf(world)).map((row) => row.values),
    [[4], [5]],
  )
  await setMany([cell('petya', [5]), cell('masha', [4])]) // so it is already
})

test('a filled column is undone as it was filled', async () => {
  const world = await newWorld()
  const cells = (['petya', 'masha'] as const).map((student) => ({
    workId: cellOf(world).workId,
    studentId: world.who[student],
    mark: five,
    expected: noMark,
  }))
  await world.does('ivanova', 'marks.setMany', { courseId: world.courses.algebraA, cells })
  await world.does('ivanova', 'marks.setMany', {
    courseId: world.courses.algebraA,
    cells: cells.map(({ mark, expected, ...cell }) => ({ ...cell, mark: expected, expected: mark })),
  })
  assert.deepEqual(
    (await marksOf(world)).map((row) => row.values),
    [[], []],
    'their rows stay, for their history',
  )
})
