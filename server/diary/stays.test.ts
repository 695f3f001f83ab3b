import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const week = (world: World, by: PersonKey, student: PersonKey = 'petya') =>
  world.asks(by, 'diary.week', { studentId: world.who[student], monday: '2026-11-16' })

/** The next school year, with 8А in it where Пётр goes, and a first term. */
const enrolForNextYear = async (world: World) => {
  const [year, group] = [randomUUIDv7(), randomUUIDv7()]
  await world.amends(
    `insert into school_year (school_id, id, name, from_date, to_date) values (:school, $1, '2027/28', '2027-09-01', '2028-05-26')`,
    [year],
  )
  await world.amends(
    `insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id) values (:school, $1, $2, 'class', '8А', 8, $1)`,
    [group, year],
  )
  await world.amends(
    `insert into enrolment (school_id, group_id, student_id, from_date) values (:school, $1, $2, '2027-09-01')`,
    [group, world.who.petya],
  )
}

test('who is enrolled for the next year already reads the marks of this one [R187]', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA)
  await world.does('ivanova', 'marks.set', {
    lessonId: lesson.id,
    workId: lesson.workId,
    studentId: world.who.petya,
    mark: { ...noMark, values: [5] },
    expected: noMark,
  })
  await enrolForNextYear(world)
  const { className, subjects } = await world.asks('petrova', 'diary.marks', { studentId: world.who.petya })
  assert.equal(className, '7А')
  assert.equal(subjects.find((subject) => subject.subject === 'Алгебра')!.marks.length, 1)
  const me = await world.asks('petrova', 'access.me', {})
  assert.deepEqual(
    me.children.map((child) => child.className),
    ['7А', '1А'],
  )
  const { people } = await world.asks('kiselev', 'access.accounts', { search: 'Петров Пётр' })
  assert.equal(people[0]!.detail, '7А')
})

test('a student with a plan of their own alone belongs to the class it names', async () => {
  const world = await newWorld()
  const group = randomUUIDv7()
  await world.amends(
    `insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id) values (:school, $1, $2, 'individual', 'Ёлкина М.', 7, $3)`,
    [group, world.year, world.groups.seventhA],
  )
  await world.amends(`update enrolment set group_id = $1 where school_id = :school and student_id = $2`, [group, world.who.masha])
  for (const by of ['masha', 'sokolova'] as const) {
    const { className, term } = await week(world, by, 'masha')
    assert.deepEqual([className, term?.name], ['7А', '2 четверть'], by)
    const marks = await world.asks(by, 'diary.marks', { studentId: world.who.masha })
    assert.deepEqual([marks.className, marks.term.name], ['7А', '2 четверть'], by)
    const timetable = await world.asks(by, 'diary.timetable', { studentId: world.who.masha, date: '2026-11-20' })
    assert.equal(timetable.className, '7А', by)
  }
  const { people } = await world.asks('kiselev', 'access.accounts', { search: 'Ёлкина' })
  assert.equal(people[0]!.detail, '7А')
  await world.amends(`update study_group set class_id = null where school_id = :school and id = $1`, [group])
  assert.equal((await week(world, 'masha', 'masha')).className, 'Ёлкина М.', 'of no class, yet a student')
})

test('lessons between leaving and coming back are not the student’s', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into enrolment (school_id, group_id, student_id, from_date) values (:school, $1, $2, '2026-11-19')`,
    [world.groups.seventhA, world.who.vanya],
  )
  const { subjects } = await world.asks('vanya', 'diary.marks', { studentId: world.who.vanya })
  assert.equal(subjects.find((subject) => subject.subject === 'Алгебра')!.held, 3, 'the 9th, the 19th and the 20th of November')
})

test('whoever led the class a student has left reads their diary no more', async () => {
  const world = await newWorld()
  await world.amends(
    `update enrolment set to_date = '2026-11-15' where school_id = :school and student_id = $1 and group_id = $2`,
    [world.who.petya, world.groups.seventhA],
  )
  await world.amends(
    `insert into enrolment (school_id, group_id, student_id, from_date) values (:school, $1, $2, '2026-11-16')`,
    [world.groups.seventhB, world.who.petya],
  )
  await refused('access.denied', week(world, 'sokolova'))
  await week(world, 'kuznetsov') // who leads 7Б
  await week(world, 'sokolova', 'vanya') // who has left the school from 7А
})
