import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const seen = async (world: World, key: PersonKey) => (await world.asks(key, 'classes.list', {})).classes.map((one) => one.name)

const lists: [PersonKey, string[]][] = [
  ['sokolova', ['7А']],
  ['kuznetsov', ['7Б']],
  ['ivanova', []],
  ['belova', ['1А', '7А', '7Б']],
  ['morozov', ['1А', '7А', '7Б']],
  ['kiselev', []],
]
for (const [key, expected] of lists) {
  test(`${key} sees the students of ${expected.join(', ') || 'no class'} [R058]`, async () => {
    const world = await newWorld()
    assert.deepEqual(await seen(world, key), expected)
  })
}

test('the homeroom teacher sees who missed lessons, who was late and who owes a work', async () => {
  const world = await newWorld()
  const here = { code: null, minutes: null }
  const lesson = (date?: string) => world.lesson(world.courses.algebraA, date)
  const set = (date: string, code: 'absent' | 'sick' | 'late') =>
    world.does('ivanova', 'attendance.set', {
      lessonId: lesson(date).id,
      studentId: world.who.petya,
      attendance: { code, minutes: null },
      expected: here,
    })
  await set('2026-11-16', 'absent')
  await set('2026-11-17', 'sick')
  await set('2026-11-18', 'late')
  await world.does('ivanova', 'marks.set', {
    lessonId: lesson().id,
    workId: lesson().workId,
    studentId: world.who.petya,
    mark: { ...noMark, dueOn: '2026-12-01' },
    expected: noMark,
  })
  const [own] = (await world.asks('sokolova', 'classes.list', {})).classes
  assert.deepEqual(
    own!.students.map(({ name, missed, unexplained, late, pending }) => [name, missed, unexplained, late, pending]),
    [
      ['Ёлкина Мария', 0, 0, 0, 0],
      ['Петров Пётр', 2, 1, 1, 1],
    ],
  )
})
