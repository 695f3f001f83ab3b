import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Task } from '#domain/homework/rules.ts'
import { noMark } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { refused } from '#tests/refused.ts'
import { taskOf } from '#tests/samples.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const MONDAY = '2026-11-16'
const week = (world: World, by: PersonKey = 'petrova', student: PersonKey = 'petya', monday = MONDAY) =>
  world.asks(by, 'diary.week', { studentId: world.who[student], monday })
const lessonOf = async (world: World, date: string, subject: string, by?: PersonKey, student?: PersonKey) =>
  (await week(world, by, student)).days.find((day) => day.date === date)!.lessons.find((lesson) => lesson.subject === subject)!
const mark = (world: World, student: PersonKey, values: number[], date?: string) => {
  const lesson = world.lesson(world.courses.algebraA, date)
  return world.does('ivanova', 'marks.set', {
    lessonId: lesson.id,
    workId: lesson.workId,
    studentId: world.who[student],
    mark: { ...noMark, values },
    expected: noMark,
  })
}
const task = (world: World, part: Partial<Task>): Input<'homework.set'> => ({
  ...taskOf(world, part),
  lessonId: world.lesson(world.courses.algebraA, '2026-11-18').id,
})

test('a week has six days, the lessons of the student’s own groups, bells and teachers', async () => {
  const world = await newWorld()
  const { days, className, term } = await week(world)
  assert.deepEqual(
    days.map((day) => [day.date, day.lessons.length]),
    [
      ['2026-11-16', 5],
      ['2026-11-17', 5],
      ['2026-11-18', 5],
      ['2026-11-19', 5],
      ['2026-11-20', 5],
      ['2026-11-21', 0],
    ],
  )
  assert.deepEqual([className, term?.name], ['7А', '2 четверть'])
  const algebra = days[0]!.lessons[0]!
  assert.deepEqual([algebra.subject, algebra.startsAt, algebra.endsAt, algebra.teacher], ['Алгебра', 510, 550, 'Иванова М. П.'])
  const masha = await week(world, 'masha', 'masha')
  assert.ok(
    !masha.days.some((day) => day.lessons.some((lesson) => lesson.subject === 'Английский язык')),
    'Маша is not in the English subgroup',
  )
})

test('who covers a lesson is named instead of who should have held it [R117]', async () => {
  const world = await newWorld()
  const lesson = await lessonOf(world, '2026-11-19', 'Алгебра')
  assert.deepEqual([lesson.teacher, lesson.substitution], ['Кузнецов О. И.', true])
})

test('a past lesson that nobody has filled says so [R178]', async () => {
  const world = await newWorld()
  assert.deepEqual((({ filled, topic }) => ({ filled, topic }))(await lessonOf(world, '2026-11-18', 'Алгебра')), {
    filled: false,
    topic: '',
  })
  const { id } = world.lesson(world.courses.algebraA, '2026-11-18')
  await world.does('ivanova', 'journal.setTopic', { lessonId: id, topic: 'Дроби', expected: '' })
  assert.equal((await lessonOf(world, '2026-11-18', 'Алгебра')).filled, false, 'the topic alone is not enough')
  await world.does('ivanova', 'attendance.rollCall', { lessonId: id, absences: [] })
  assert.deepEqual((({ filled, topic }) => ({ filled, topic }))(await lessonOf(world, '2026-11-18', 'Алгебра')), {
    filled: true,
    topic: 'Дроби',
  })
})

test('a family sees the marks and absences of its own child only [R055]', async () => {
  const world = await newWorld()
  await mark(world, 'petya', [5])
  await mark(world, 'masha', [2])
  await world.does('ivanova', 'attendance.set', {
    lessonId: world.lesson(world.courses.algebraA).id,
    studentId: world.who.masha,
    attendance: { code: 'late', minutes: 7 },
    expected: { code: null, minutes: null },
  })
  const his = await lessonOf(world, '2026-11-20', 'Алгебра')
  assert.deepEqual([his.marks.map((one) => one.text), his.absence], [['5'], null])
  const hers = await lessonOf(world, '2026-11-20', 'Алгебра', 'masha', 'masha')
  assert.deepEqual([hers.marks.map((one) => one.text), hers.absence, hers.minutes], [['2'], 'late', 7])
  for (const read of [await week(world), await world.asks('petrova', 'diary.marks', { studentId: world.who.petya })]) {
    assert.ok(!JSON.stringify(read).includes(world.who.masha) && !JSON.stringify(read).includes('Ёлкина'))
  }
})

test('a student sees the tasks of the class and those given to them alone, never another’s', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'homework.set', task(world, { content: 'для всех' }))
  await world.does('ivanova', 'homework.set', task(world, { content: 'для Пети', students: [world.who.petya] }))
  await world.does('ivanova', 'homework.set', task(world, { content: 'для Маши', students: [world.who.masha] }))
  const contents = async (by: PersonKey, student: PersonKey) =>
    (await lessonOf(world, '2026-11-19', 'Алгебра', by, student)).homework.map((one) => one.content)
  assert.deepEqual(await contents('petya', 'petya'), ['для всех', 'для Пети'])
  assert.deepEqual(await contents('masha', 'masha'), ['для всех', 'для Маши'])
  assert.deepEqual(
    await contents('sokolova', 'petya'),
    ['для всех', 'для Пети'],
    'the homeroom teacher reads the diary of the student',
  )
})

test('a task taken back is in no diary', async () => {
  const world = await newWorld()
  const input = task(world, { content: 'для всех' })
  await world.does('ivanova', 'homework.set', input)
  await world.does('ivanova', 'homework.remove', {
    lessonId: input.lessonId,
    homeworkId: input.homeworkId,
    expected: input.task,
  })
  assert.deepEqual((await lessonOf(world, '2026-11-19', 'Алгебра')).homework, [])
})

test('an erased mark is in no diary, a point is there with its day', async () => {
  const world = await newWorld()
  await mark(world, 'petya', [2])
  const lesson = world.lesson(world.courses.algebraA)
  const cell = { lessonId: lesson.id, workId: lesson.workId, studentId: world.who.petya }
  await world.does('ivanova', 'marks.set', { ...cell, mark: noMark, expected: { ...noMark, values: [2] } })
  assert.deepEqual((await lessonOf(world, '2026-11-20', 'Алгебра')).marks, [])
  await world.does('ivanova', 'marks.set', {
    ...cell,
    mark: { ...noMark, dueOn: '2026-12-01', comment: 'дописать' },
    expected: noMark,
  })
  assert.deepEqual(
    (await lessonOf(world, '2026-11-20', 'Алгебра')).marks.map(({ text, dueOn, comment }) => [text, dueOn, comment]),
    [['•', '2026-12-01', 'дописать']],
  )
})

test('a holiday has its name', async () => {
  const world = await newWorld()
  const { days } = await week(world, 'petrova', 'petya', '2026-11-02')
  assert.deepEqual(
    days.map((day) => day.off),
    [null, null, 'День народного единства', null, null, null],
  )
})

test('who has left has lessons until the last day, and a diary still [R187]', async () => {
  const world = await newWorld()
  const before = await week(world, 'vanya', 'vanya', '2026-11-09')
  assert.deepEqual(
    before.days.map((day) => day.lessons.length),
    [2, 0, 0, 0, 0, 0],
  )
  const after = await week(world, 'vanya', 'vanya', MONDAY)
  assert.ok(after.days.every((day) => day.lessons.length === 0))
})

test('the marks of a term come by subject, with what the average is made of, lessons held and missed [R186]', async () => {
  const world = await newWorld()
  await mark(world, 'petya', [5])
  await mark(world, 'petya', [4, 3], '2026-11-18')
  await world.does('ivanova', 'attendance.set', {
    lessonId: world.lesson(world.courses.algebraA, '2026-11-17').id,
    studentId: world.who.petya,
    attendance: { code: 'sick', minutes: null },
    expected: { code: null, minutes: null },
  })
  const { subjects, term } = await world.asks('petya', 'diary.marks', { studentId: world.who.petya })
  const algebra = subjects.find((subject) => subject.subject === 'Алгебра')!
  assert.deepEqual(
    algebra.marks.map(({ date, values, weight, text }) => [date, values, weight, text]),
    [
      ['2026-11-18', [4, 3], 10, '4/3'],
      ['2026-11-20', [5], 10, '5'],
    ],
  )
  assert.deepEqual([algebra.missed, algebra.late, algebra.held, term.name], [1, 0, 6, '2 четверть'])
})

test('grade 1 has a diary without marks [R144]', async () => {
  const world = await newWorld()
  const { subjects } = await world.asks('petrova', 'diary.marks', { studentId: world.who.kolya })
  assert.deepEqual(
    subjects.map((subject) => [subject.subject, subject.ungraded, subject.marks.length]),
    [['Математика', true, 0]],
  )
})

test('the timetable is the pattern in force on the day, odd and even weeks apart', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into slot (school_id, course_id, weekday, number, week, from_date, to_date) values
       (:school, $1, 1, 1, 'every', '2026-09-01', null), (:school, $1, 2, 1, 'odd', '2026-09-01', null), (:school, $1, 3, 1, 'every', '2026-09-01', '2026-10-31')`,
    [world.courses.algebraA],
  )
  const { lessons } = await world.asks('petya', 'diary.timetable', { studentId: world.who.petya, date: '2026-11-20' })
  assert.deepEqual(
    lessons.map(({ weekday, number, week, subject, teacher, startsAt }) => [weekday, number, week, subject, teacher, startsAt]),
    [
      [1, 1, 'every', 'Алгебра', 'Иванова М. П.', 510],
      [2, 1, 'odd', 'Алгебра', 'Иванова М. П.', 510],
    ],
  )
})

test('a diary of somebody who is no student, or of nobody, is not there', async () => {
  const world = await newWorld()
  for (const studentId of [world.who.ivanova, randomUUIDv7()]) {
    await refused('access.denied', world.asks('morozov', 'diary.week', { studentId, monday: MONDAY }))
  }
})
