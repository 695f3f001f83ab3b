import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { TODAY } from '#tests/database.ts'
import { newWorld, type World } from '#tests/world.ts'

/** A class-комплект of 1А and 7Б, or a stream of 7А and 7Б, taught its own subject today by Кузнецов. */
async function taught(world: World, kind: 'combined' | 'stream', classIds: string[]) {
  const [groupId, courseId, lessonId, workId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  await world.does('belova', 'classes.createGroup', {
    groupId,
    yearId: world.year,
    kind,
    name: 'Вместе',
    classIds,
    capacity: null,
    ungraded: false,
    studentIds: [],
    from: '2026-11-02',
  })
  await world.amends(
    `insert into course (school_id, id, school_year_id, group_id, subject_id) values (:school, $1, $2, $3, $4)`,
    [courseId, world.year, groupId, world.subjects.talks],
  )
  await world.amends(
    `insert into assignment (school_id, course_id, teacher_id, from_date) values (:school, $1, $2, '2026-11-02')`,
    [courseId, world.who.kuznetsov],
  )
  await world.amends(
    `insert into lesson (school_id, id, course_id, date, number, teacher_id) values (:school, $1, $2, $3, 5, $4)`,
    [lessonId, courseId, TODAY, world.who.kuznetsov],
  )
  await world.amends(`insert into work (school_id, id, lesson_id, work_type_id, weight) values (:school, $1, $2, $3, 10)`, [
    workId,
    lessonId,
    world.types.classwork,
  ])
  return { courseId, lessonId, workId }
}

const lessonsOn = async (world: World, key: 'kolya' | 'lena' | 'petya', lessonId: string) => {
  const { days } = await world.asks(key, 'diary.week', { studentId: world.who[key], monday: '2026-11-16' })
  return days.flatMap(({ lessons }) => lessons).filter((one) => one.lessonId === lessonId)
}

test('a lesson of a combined class stands in the diaries of both, in one journal class by class [R077]', async () => {
  const world = await newWorld()
  const { courseId, lessonId } = await taught(world, 'combined', [world.groups.first, world.groups.seventhB])
  const page = await world.asks('kuznetsov', 'journal.page', { courseId })
  assert.deepEqual(
    page.students.map(({ name, ofClass }) => [ofClass, name]),
    [
      ['1А', 'Андреев Николай'],
      ['7Б', 'Егорова Елена'],
    ],
  )
  for (const key of ['kolya', 'lena'] as const) assert.equal((await lessonsOn(world, key, lessonId)).length, 1, key)
  assert.equal((await lessonsOn(world, 'petya', lessonId)).length, 0)
  const own = await world.asks('kuznetsov', 'journal.page', { courseId: world.courses.algebraB })
  assert.ok(
    own.students.every((one) => !('ofClass' in one)),
    'a class needs no telling apart',
  )
})

test('homeroom teachers of both classes see the journal of a stream, families their own marks of it [R078]', async () => {
  const world = await newWorld()
  const { courseId, lessonId, workId } = await taught(world, 'stream', [world.groups.seventhA, world.groups.seventhB])
  await world.does('kuznetsov', 'marks.set', {
    lessonId,
    workId,
    studentId: world.who.petya,
    mark: { ...noMark, values: [5] },
    expected: noMark,
  })
  for (const key of ['sokolova', 'kuznetsov'] as const) {
    const { students, marks } = await world.asks(key, 'journal.page', { courseId })
    assert.deepEqual(
      students.map(({ name, ofClass }) => [name, ofClass]),
      [
        ['Егорова Елена', '7Б'],
        ['Ёлкина Мария', '7А'],
        ['Жуков Иван', '7А'],
        ['Петров Пётр', '7А'],
      ],
      key,
    )
    assert.deepEqual(marks.text, ['5'], key)
    const { courses } = await world.asks(key, 'journal.courses', {})
    assert.ok(
      courses.some((one) => one.courseId === courseId),
      key,
    )
  }
  const [lesson] = await lessonsOn(world, 'petya', lessonId)
  assert.deepEqual(
    lesson!.marks.map(({ text }) => text),
    ['5'],
  )
  const [others] = await lessonsOn(world, 'lena', lessonId)
  assert.deepEqual(others!.marks, [])
})
