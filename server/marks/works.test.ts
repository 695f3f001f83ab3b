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

test('a control work has a title, a lesson has at most six columns and at least one', async () => {
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
