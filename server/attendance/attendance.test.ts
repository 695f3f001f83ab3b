import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Input } from '#domain/operations.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type World } from '#tests/world.ts'

const here = { code: null, minutes: null }
const absent = { code: 'absent', minutes: null } as const
const sick = { code: 'sick', minutes: null } as const

const standing = (world: World) =>
  world.rows<{ student_id: string; code: string | null; minutes: number | null }>(
    `select student_id, code, minutes from absence where school_id = :school order by student_id`,
  )
const cell = (world: World, part: Partial<Input<'attendance.set'>> = {}): Input<'attendance.set'> => ({
  lessonId: world.lesson(world.courses.algebraA).id,
  studentId: world.who.petya,
  attendance: absent,
  expected: here,
  ...part,
})

test('absent, then sick after all, then there: one row, three lines of history [R053]', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA)
  await world.does('ivanova', 'attendance.set', cell(world))
  await world.does('ivanova', 'attendance.set', cell(world, { attendance: sick, expected: absent }))
  await world.does('ivanova', 'attendance.set', cell(world, { attendance: here, expected: sick }))
  assert.deepEqual(
    (await standing(world)).map((row) => row.code),
    [null],
  )
  const { entries } = await world.asks('ivanova', 'marks.history', {
    lessonId: lesson.id,
    workId: lesson.workId,
    studentId: world.who.petya,
  })
  assert.deepEqual(
    entries.map((entry) => [entry.what, entry.from, entry.to, entry.by]),
    [
      ['attendance', 'б', '', 'Иванова М. П.'],
      ['attendance', 'н', 'б', 'Иванова М. П.'],
      ['attendance', '', 'н', 'Иванова М. П.'],
    ],
  )
})

test('two fill one cell: the second is shown what stands there', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'attendance.set', cell(world, { attendance: sick }))
  const { value, by } = await refused('journal.changedMeanwhile', world.does('ivanova', 'attendance.set', cell(world)))
  assert.deepEqual([value, by], ['б', 'Иванова М. П.'])
  await world.does('ivanova', 'attendance.set', cell(world, { attendance: sick, expected: absent })) // it is so already
})

const refusals: [string, string, (world: World) => Input<'attendance.set'>][] = [
  [
    'a lesson to come',
    'journal.notYet',
    (world) => cell(world, { lessonId: world.lesson(world.courses.algebraA, '2026-11-23').id }),
  ],
  [
    'a closed term',
    'journal.termLocked',
    (world) => cell(world, { lessonId: world.lesson(world.courses.algebraA, '2026-10-20').id }),
  ],
  ['a student of another class', 'journal.notInGroup', (world) => cell(world, { studentId: world.who.lena })],
  ['a student who has left', 'journal.notInGroup', (world) => cell(world, { studentId: world.who.vanya })],
  [
    'minutes without lateness',
    'attendance.minutesWithoutLate',
    (world) => cell(world, { attendance: { code: 'absent', minutes: 5 } }),
  ],
]
for (const [title, code, input] of refusals) {
  test(`attendance is not taken for ${title}`, async () => {
    const world = await newWorld()
    await refused(code, world.does('ivanova', 'attendance.set', input(world)))
    assert.deepEqual(await standing(world), [])
  })
}

test('who left on the 10th still has a cell on the 9th', async () => {
  const world = await newWorld()
  await world.does(
    'ivanova',
    'attendance.set',
    cell(world, { lessonId: world.lesson(world.courses.algebraA, '2026-11-09').id, studentId: world.who.vanya }),
  )
  assert.equal((await standing(world)).length, 1)
})

test('the roll call: who is named was absent, everybody else was there', async () => {
  const world = await newWorld()
  const lessonId = world.lesson(world.courses.algebraA).id
  await world.does('ivanova', 'attendance.set', cell(world))
  const { rollCalledAt } = await world.does('ivanova', 'attendance.rollCall', {
    lessonId,
    absences: [{ studentId: world.who.masha, code: 'late', minutes: 10 }],
  })
  assert.equal(rollCalledAt.slice(0, 10), '2026-11-20')
  const rows = new Map((await standing(world)).map((row) => [row.student_id, row.code]))
  assert.deepEqual([rows.get(world.who.petya), rows.get(world.who.masha), rows.size], [null, 'late', 2])
})

test('the roll may be called again: the last word counts, and what is the same leaves no trace', async () => {
  const world = await newWorld()
  const lessonId = world.lesson(world.courses.algebraA).id
  const absences = [{ studentId: world.who.masha, code: 'absent', minutes: null } as const]
  await world.does('ivanova', 'attendance.rollCall', { lessonId, absences })
  const changes = async () =>
    (await world.rows(`select 1 from change where school_id = :school and table_name = 'absence'`)).length
  const before = await changes()
  await world.does('ivanova', 'attendance.rollCall', { lessonId, absences })
  assert.equal(await changes(), before)
  await world.does('ivanova', 'attendance.rollCall', { lessonId, absences: [] })
  assert.deepEqual(
    (await standing(world)).map((row) => row.code),
    [null],
  )
})

test('a roll call with one wrong name changes nobody', async () => {
  const world = await newWorld()
  const lessonId = world.lesson(world.courses.algebraA).id
  const absences = [
    { studentId: world.who.masha, code: 'absent', minutes: null } as const,
    { studentId: world.who.lena, code: 'absent', minutes: null } as const,
  ]
  await refused('journal.notInGroup', world.does('ivanova', 'attendance.rollCall', { lessonId, absences }))
  assert.deepEqual(await standing(world), [])
  const [lesson] = await world.rows<{ roll_called_at: string | null }>(
    'select roll_called_at from lesson where school_id = :school and id = $1',
    [lessonId],
  )
  assert.equal(lesson!.roll_called_at, null)
})

test('many cells at once: all or nothing, and the wrong one is named', async () => {
  const world = await newWorld()
  const lessonId = world.lesson(world.courses.algebraA).id
  const good = { lessonId, studentId: world.who.petya, attendance: absent, expected: here }
  const bad = { ...good, studentId: world.who.lena }
  const { studentId } = await refused(
    'journal.notInGroup',
    world.does('ivanova', 'attendance.setMany', { courseId: world.courses.algebraA, cells: [good, bad] }),
  )
  assert.equal(studentId, world.who.lena)
  assert.deepEqual(await standing(world), [])
  await world.does('ivanova', 'attendance.setMany', {
    courseId: world.courses.algebraA,
    cells: [good, { ...good, studentId: world.who.masha }],
  })
  assert.equal((await standing(world)).length, 2)
})

test('many cells do not reach into another course', async () => {
  const world = await newWorld()
  const foreign = {
    lessonId: world.lesson(world.courses.algebraB).id,
    studentId: world.who.lena,
    attendance: absent,
    expected: here,
  }
  await refused(
    'access.denied',
    world.does('ivanova', 'attendance.setMany', { courseId: world.courses.algebraA, cells: [foreign] }),
  )
})

test('grade 1 has its attendance, though no marks [R144]', async () => {
  const world = await newWorld()
  await world.does(
    'sokolova',
    'attendance.set',
    cell(world, { lessonId: world.lesson(world.courses.primary).id, studentId: world.who.kolya }),
  )
  assert.equal((await standing(world)).length, 1)
})
