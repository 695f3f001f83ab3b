import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newWorld } from '#tests/world.ts'

test('a homeroom teacher sees the own class, a deputy every class, others none [R058, R052]', async () => {
  const world = await newWorld()
  const names = async (person: Parameters<typeof world.asks>[0]) =>
    (await world.asks(person, 'classes.list', {})).classes.map((one) => [one.name, one.students.map((student) => student.name)])
  assert.deepEqual(await names('sokolova'), [['7А', ['Ёлкина Мария', 'Петров Пётр']]])
  assert.deepEqual(await names('belova'), [
    ['1А', ['Андреев Николай']],
    ['7А', ['Ёлкина Мария', 'Петров Пётр']],
    ['7Б', ['Егорова Елена']],
  ])
  assert.deepEqual(await names('ivanova'), [])
  assert.deepEqual(await names('kiselev'), [])
})

test('absences without a reason and awaited works are counted by student', async () => {
  const world = await newWorld()
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA)
  const studentId = world.who.petya
  await world.does('ivanova', 'attendance.rollCall', { lessonId, absences: [{ studentId, code: 'absent', minutes: null }] })
  const mark = { values: [], dueOn: '2026-11-27', comment: '', basis: '' }
  await world.does('ivanova', 'marks.set', { lessonId, workId, studentId, mark, expected: { ...mark, dueOn: null } })
  const { classes } = await world.asks('sokolova', 'classes.list', {})
  const petya = classes[0]!.students.find((student) => student.studentId === studentId)!
  assert.deepEqual([petya.missed, petya.unexplained, petya.late, petya.pending], [1, 1, 0, 1])
})
