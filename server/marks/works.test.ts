import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const five: Mark = { ...noMark, values: [5] }
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const cellOf = (world: World, student: PersonKey = 'petya', date?: string, courseId = world.courses.algebraA) => {
  const lesson = world.lesson(courseId, date)
  return { lessonId: lesson.id, workId: lesson.workId, studentId: world.who[student] }
}

test('a control work has a title, a lesson has at most six columns and at least one [R123]', async () => {
  const world = await newWorld()
  const { lessonId, workId, studentId } = cellOf(world)
  const add = (title: string, typeId = world.types.control) =>
    world.does('ivanova', 'marks.addWork', { lessonId, workId: randomUUIDv7(), typeId, weight: 30, title })
  await assert.rejects(add('  '), refused('marks.titleNeeded'))
  await assert.rejects(add('Дроби', randomUUIDv7()), refused('input.wrong'))
  await assert.rejects(world.does('ivanova', 'marks.removeWork', { lessonId, workId }), refused('marks.lastWork'))
  for (let n = 0; n < 5; n++) await add(`Работа ${n}`)
  await assert.rejects(add('Седьмая'), refused('marks.tooManyWorks'))
  await world.does('ivanova', 'marks.set', { lessonId, workId, studentId, mark: five, expected: noMark })
  await assert.rejects(world.does('ivanova', 'marks.removeWork', { lessonId, workId }), refused('marks.workHasMarks'))
  await world.does('ivanova', 'marks.set', { lessonId, workId, studentId, mark: noMark, expected: five })
  await world.does('ivanova', 'marks.removeWork', { lessonId, workId })
  await assert.rejects(
    world.does('ivanova', 'marks.set', { lessonId, workId, studentId, mark: five, expected: noMark }),
    refused('marks.unknownWork'),
  )
})

test('grade 1 and groups without marks get no further columns [R144]', async () => {
  const world = await newWorld()
  const work = { workId: randomUUIDv7(), typeId: world.types.classwork, weight: 10, title: '' }
  await assert.rejects(
    world.does('sokolova', 'marks.addWork', { lessonId: world.lesson(world.courses.primary).id, ...work }),
    refused('marks.grade1'),
  )
  await assert.rejects(
    world.does('sokolova', 'marks.addWork', { lessonId: world.lesson(world.courses.talks).id, ...work }),
    refused('marks.ungraded'),
  )
})

test('a column of one lesson is not changed from another', async () => {
  const world = await newWorld()
  const [here, there] = [cellOf(world), cellOf(world, 'petya', '2026-11-18')]
  const change = { lessonId: here.lessonId, workId: there.workId }
  await assert.rejects(
    world.does('ivanova', 'marks.changeWork', { ...change, typeId: world.types.classwork, weight: 99, title: '' }),
    refused('marks.unknownWork'),
  )
  await assert.rejects(world.does('ivanova', 'marks.removeWork', change), refused('marks.unknownWork'))
})

test('a mark on its way and the removal of its column: one of the two is told no, and no mark is left where nobody sees it', async () => {
  const world = await newWorld()
  const { id: lessonId } = world.lesson(world.courses.algebraA)
  for (let round = 0; round < 8; round++) {
    const workId = randomUUIDv7()
    await world.does('ivanova', 'marks.addWork', { lessonId, workId, typeId: world.types.classwork, weight: 10, title: '' })
    const mark = { ...noMark, values: [5] }
    await Promise.allSettled([
      world.does('ivanova', 'marks.set', { lessonId, workId, studentId: world.who.petya, mark, expected: noMark }),
      world.does('ivanova', 'marks.removeWork', { lessonId, workId }),
    ])
    const lost = await world.rows(
      `select 1 from mark m join work w on w.school_id = m.school_id and w.id = m.work_id where m.school_id = :school and w.removed and cardinality(m."values") > 0`,
    )
    assert.deepEqual(lost, [])
    await world
      .does('ivanova', 'marks.set', { lessonId, workId, studentId: world.who.petya, mark: noMark, expected: mark })
      .then(() => world.does('ivanova', 'marks.removeWork', { lessonId, workId }))
      .catch(() => {}) // it was removed already
  }
})

test('two who remove the last columns leave one; many who add stop at six', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA)
  const second = randomUUIDv7()
  const add = (workId: string) =>
    world.does('ivanova', 'marks.addWork', { lessonId: lesson.id, workId, typeId: world.types.classwork, weight: 10, title: '' })
  await add(second)
  await Promise.allSettled(
    [lesson.workId, second].map((workId) => world.does('ivanova', 'marks.removeWork', { lessonId: lesson.id, workId })),
  )
  const count = async () =>
    (await world.rows<{ n: number }>(`select count(*)::int as n from work where lesson_id = $1 and not removed`, [lesson.id]))[0]!
      .n
  assert.equal(await count(), 1)
  await Promise.allSettled(Array.from({ length: 10 }, () => add(randomUUIDv7())))
  assert.equal(await count(), 6)
})

test('copies of one operation sent at once all get the first answer, whatever key they meet on', async () => {
  const world = await newWorld()
  const { id: lessonId } = world.lesson(world.courses.algebraA)
  for (let round = 0; round < 5; round++) {
    const input = { lessonId, workId: randomUUIDv7(), typeId: world.types.classwork, weight: 10, title: '' }
    const operationId = randomUUIDv7()
    await Promise.all(Array.from({ length: 3 }, () => world.does('ivanova', 'marks.addWork', input, operationId)))
    await world.does('ivanova', 'marks.removeWork', { lessonId, workId: input.workId })
  }
})

test('one operation id cannot stand for two different entries', async () => {
  const world = await newWorld()
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA)
  const operationId = randomUUIDv7()
  const five = { lessonId, workId, studentId: world.who.petya, mark: { ...noMark, values: [5] }, expected: noMark }
  await world.does('ivanova', 'marks.set', five, operationId)
  await assert.rejects(
    world.does('ivanova', 'marks.set', { ...five, studentId: world.who.masha }, operationId),
    (error: { code?: string }) => error.code === 'input.operationIdTaken',
  )
})
