import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const five: Mark = { ...noMark, values: [5] }
const four: Mark = { ...noMark, values: [4] }
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

test('a teacher sets a mark, and the database writes who and when by itself [R004, R053, R135]', async () => {
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

const cellOf = (world: World, student: PersonKey = 'petya', date?: string, courseId = world.courses.algebraA) => {
  const lesson = world.lesson(courseId, date)
  return { lessonId: lesson.id, workId: lesson.workId, studentId: world.who[student] }
}
const marksOf = (world: World) =>
  world.rows<{ values: number[] }>(`select "values" from mark where school_id = :school order by "values"`)

const refusals: [string, string, PersonKey, (world: World) => Input<'marks.set'>][] = [
  [
    'into a closed term',
    'journal.termLocked',
    'ivanova',
    (world) => ({ ...cellOf(world, 'petya', '2026-10-20'), mark: five, expected: noMark }),
  ],
  [
    'for a lesson to come',
    'journal.notYet',
    'ivanova',
    (world) => ({ ...cellOf(world, 'petya', '2026-11-23'), mark: five, expected: noMark }),
  ],
  [
    'to a student of another class',
    'journal.notInGroup',
    'ivanova',
    (world) => ({ ...cellOf(world, 'lena'), mark: five, expected: noMark }),
  ],
  [
    'to a student who has left',
    'journal.notInGroup',
    'ivanova',
    (world) => ({ ...cellOf(world, 'vanya'), mark: five, expected: noMark }),
  ],
  ['to a teacher', 'journal.notInGroup', 'ivanova', (world) => ({ ...cellOf(world, 'sokolova'), mark: five, expected: noMark })],
  [
    'outside the scale',
    'marks.outsideScale',
    'ivanova',
    (world) => ({ ...cellOf(world), mark: { ...noMark, values: [1] }, expected: noMark }),
  ],
  [
    'of five points on the pass scale',
    'marks.outsideScale',
    'ivanova',
    (world) => ({ ...cellOf(world, 'petya', undefined, world.courses.project), mark: five, expected: noMark }),
  ],
  [
    'beside a point',
    'marks.pendingWithValue',
    'ivanova',
    (world) => ({ ...cellOf(world), mark: { ...five, dueOn: '2026-12-01' }, expected: noMark }),
  ],
  [
    'awaited before its lesson',
    'marks.dueBeforeLesson',
    'ivanova',
    (world) => ({ ...cellOf(world), mark: { ...noMark, dueOn: '2026-11-19' }, expected: noMark }),
  ],
  [
    'for the work of another lesson',
    'marks.unknownWork',
    'ivanova',
    (world) => ({ ...cellOf(world), workId: cellOf(world, 'petya', '2026-11-18').workId, mark: five, expected: noMark }),
  ],
  [
    'for the work of another’s course',
    'marks.unknownWork',
    'ivanova',
    (world) => ({
      ...cellOf(world),
      workId: cellOf(world, 'lena', undefined, world.courses.algebraB).workId,
      mark: five,
      expected: noMark,
    }),
  ],
  [
    'in a group taught without marks',
    'marks.ungraded',
    'sokolova',
    (world) => ({ ...cellOf(world, 'petya', undefined, world.courses.talks), mark: five, expected: noMark }),
  ],
]
for (const [title, code, key, input] of refusals) {
  test(`no mark is set ${title}`, async () => {
    const world = await newWorld()
    await assert.rejects(world.does(key, 'marks.set', input(world)), refused(code))
    assert.deepEqual(await marksOf(world), [])
  })
}

test('a school that gives five school days for marks closes them on the sixth [R127]', async () => {
  const world = await newWorld()
  await world.amends(`insert into setting (school_id, key, value) values (:school, 'marks.editDays', '5')`)
  world.school.policies['marks.editDays'] = 5
  await world.does('ivanova', 'marks.set', { ...cellOf(world, 'petya', '2026-11-16'), mark: five, expected: noMark })
  await assert.rejects(
    world.does('ivanova', 'marks.set', { ...cellOf(world, 'petya', '2026-11-09'), mark: five, expected: noMark }),
    refused('marks.deadlinePassed'),
  )
})

test('who covers a lesson records in it, and in no other lesson of the course [R057]', async () => {
  const world = await newWorld()
  await world.does('kuznetsov', 'marks.set', { ...cellOf(world, 'petya', '2026-11-19'), mark: five, expected: noMark })
  await assert.rejects(
    world.does('kuznetsov', 'marks.set', { ...cellOf(world, 'petya', '2026-11-18'), mark: five, expected: noMark }),
    refused('access.denied'),
  )
  const cells = [
    { workId: cellOf(world, 'masha', '2026-11-19').workId, studentId: world.who.masha, mark: five, expected: noMark },
  ]
  await assert.rejects(
    world.does('kuznetsov', 'marks.setMany', { courseId: world.courses.algebraA, cells }),
    refused('access.denied'),
  )
})

test('the story of a cell: who, when, from what to what, with which comment [R053]', async () => {
  const world = await newWorld()
  const cell = cellOf(world, 'petya', '2026-11-19')
  await world.does('kuznetsov', 'marks.set', { ...cell, mark: four, expected: noMark })
  const better = { ...five, comment: 'исправил', basis: 'протокол № 3' }
  await world.does('ivanova', 'marks.set', { ...cell, mark: better, expected: four })
  await world.does('ivanova', 'marks.set', { ...cell, mark: noMark, expected: better })
  const { entries } = await world.asks('belova', 'marks.history', cell)
  assert.deepEqual(
    entries.map((entry) => [entry.by, entry.from, entry.to, entry.comment, entry.basis]),
    [
      ['Иванова М. П.', '5', '', '', ''],
      ['Иванова М. П.', '4', '5', 'исправил', 'протокол № 3'],
      ['Кузнецов О. И.', '', '4', '', ''],
    ],
  )
})

test('an operation id is good for one person and one action', async () => {
  const world = await newWorld()
  const operationId = randomUUIDv7()
  const input = { ...cellOf(world, 'petya', '2026-11-19'), mark: five, expected: noMark }
  await world.does('ivanova', 'marks.set', input, operationId)
  await assert.rejects(world.does('kuznetsov', 'marks.set', input, operationId), refused('input.operationIdTaken'))
  await assert.rejects(
    world.does('ivanova', 'journal.setTopic', { lessonId: input.lessonId, topic: 'Дроби', expected: '' }, operationId),
    refused('input.operationIdTaken'),
  )
  const other = await newWorld()
  await other.does('ivanova', 'marks.set', { ...cellOf(other), mark: five, expected: noMark }, operationId)
})

test('a refused operation leaves nothing, and the next try is another operation', async () => {
  const world = await newWorld()
  const operationId = randomUUIDv7()
  const cell = cellOf(world)
  await assert.rejects(
    world.does('ivanova', 'marks.set', { ...cell, mark: { ...noMark, values: [9] }, expected: noMark }, operationId),
    refused('marks.outsideScale'),
  )
  assert.deepEqual(await world.rows('select 1 from operation where school_id = :school'), [])
  const next = { ...cell, mark: five, expected: noMark }
  await assert.rejects(world.does('ivanova', 'marks.set', next, operationId), refused('input.operationIdTaken'))
  await world.does('ivanova', 'marks.set', next)
})
