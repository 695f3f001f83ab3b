import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { TODAY } from '#tests/database.ts'
import { refused } from '#tests/refused.ts'
import { classCard, electiveOf, newcomerOf, nextYearOf } from '#tests/samplesOfClasses.ts'
import { newWorld, type World } from '#tests/world.ts'

const cardOf = (world: World, on?: string) =>
  world.asks('belova', 'classes.card', { classId: world.groups.seventhA, ...(on ? { on } : {}) })
const englishOf = async (world: World, on?: string) => {
  const { subjects } = await cardOf(world, on)
  const { groups } = subjects.find(({ subjectId }) => subjectId === world.subjects.english)!
  return groups.map(({ label, studentIds }) => [
    label,
    studentIds.map((id) => (id === world.who.petya ? 'petya' : 'masha')).sort(),
  ])
}
const newClass = (world: World, letter: string) => ({
  classId: randomUUIDv7(),
  yearId: world.year,
  grade: 7,
  letter,
  ...classCard,
  teacherId: null,
})

test('a class is opened with its homeroom teacher, changed, archived when empty and brought back [R089]', async () => {
  const world = await newWorld()
  const input = { ...newClass(world, 'в'), teacherId: world.who.ivanova }
  assert.deepEqual(await world.does('belova', 'classes.create', input), { name: '7В' })
  await refused('classes.nameTaken', world.does('belova', 'classes.create', newClass(world, 'В')))
  const row = async () =>
    (await world.asks('belova', 'classes.overview', {})).classes.find(({ classId }) => classId === input.classId)!
  assert.deepEqual(
    (await row()).homerooms.map(({ teacher, from, to }) => [teacher, from, to]),
    [['Иванова Мария Петровна', '2026-09-01', null]],
  )
  assert.ok((await world.actor('ivanova')).homeroomOf.includes(input.classId))
  const expected = { letter: 'в', ...classCard }
  await world.does('belova', 'classes.change', {
    classId: input.classId,
    card: { ...expected, letter: 'Д', shift: 2 },
    expected,
  })
  assert.deepEqual([(await row()).name, (await row()).shift], ['7Д', 2])
  await refused(
    'classes.changedMeanwhile',
    world.does('belova', 'classes.change', { classId: input.classId, card: { ...expected, capacity: 30 }, expected }),
  )
  await world.does('belova', 'classes.archive', { classId: input.classId })
  assert.equal((await row()).archived, true)
  assert.ok(!(await world.actor('ivanova')).homeroomOf.includes(input.classId))
  await world.does('belova', 'classes.create', newClass(world, 'д'))
  await refused('classes.nameTaken', world.does('belova', 'classes.restore', { classId: input.classId }))
  const { students } = await refused(
    'classes.notEmpty',
    world.does('belova', 'classes.archive', { classId: world.groups.seventhA }),
  )
  assert.equal(students, 2)
})

test('a renamed class renames what is cut from it', async () => {
  const world = await newWorld()
  const expected = { letter: 'А', ...classCard, capacity: null }
  await world.does('belova', 'classes.change', {
    classId: world.groups.seventhA,
    card: { ...expected, letter: 'Г' },
    expected,
  })
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.englishA })
  assert.deepEqual([page.className, page.course.group], ['7Г', '7Г · английский, 1'])
  assert.deepEqual(await englishOf(world), [['английский, 1', ['petya']]])
})

test('who leads a class is a matter of dates: the past keeps its teacher [R089]', async () => {
  const world = await newWorld()
  const set = (teacherId: string | null, from: string, expected: string | null) =>
    world.does('belova', 'classes.setHomeroom', { classId: world.groups.seventhA, teacherId, from, expected })
  const history = async () =>
    (await cardOf(world)).class.homerooms.map(({ teacher, from, to }) => [teacher.split(' ')[0], from, to])
  await set(world.who.ivanova, '2026-12-01', world.who.sokolova)
  assert.deepEqual(await history(), [
    ['Соколова', '2026-09-01', '2026-11-30'],
    ['Иванова', '2026-12-01', null],
  ])
  assert.deepEqual((await world.actor('sokolova')).homeroomOf, [world.groups.seventhA])
  assert.deepEqual((await world.actor('ivanova')).homeroomOf, [])
  await refused('classes.changedMeanwhile', set(world.who.kuznetsov, '2026-12-05', world.who.sokolova))
  await refused('classes.outsideYear', set(world.who.ivanova, '2027-06-20', world.who.sokolova))
  await refused('classes.unknownTeacher', set(world.who.petrova, TODAY, world.who.sokolova))
  await set(world.who.kuznetsov, TODAY, world.who.sokolova)
  assert.deepEqual(await history(), [
    ['Соколова', '2026-09-01', '2026-11-19'],
    ['Кузнецов', TODAY, null],
  ])
  assert.deepEqual((await world.actor('sokolova')).homeroomOf, [])
  await refused('access.denied', world.asks('sokolova', 'classes.card', { classId: world.groups.seventhA }))
})

test('a combined class and a stream are whole classes: who comes later joins, homeroom teachers of each read it [R077, R078]', async () => {
  const world = await newWorld()
  const classIds = [world.groups.seventhA, world.groups.seventhB]
  const group = {
    groupId: randomUUIDv7(),
    yearId: world.year,
    kind: 'stream' as const,
    name: 'Поток 7-х, физкультура',
    classIds,
    capacity: 60,
    ungraded: false,
    studentIds: [],
    from: TODAY,
  }
  await refused('classes.classesNeeded', world.does('belova', 'classes.createGroup', { ...group, classIds: classIds.slice(1) }))
  await refused('classes.wholeClasses', world.does('belova', 'classes.createGroup', { ...group, studentIds: [world.who.petya] }))
  assert.deepEqual(await world.does('belova', 'classes.createGroup', group), { students: 3 })
  const courseId = randomUUIDv7()
  await world.amends(
    `insert into course (school_id, id, school_year_id, group_id, subject_id) values (:school, $1, $2, $3, $4)`,
    [courseId, world.year, group.groupId, world.subjects.talks],
  )
  for (const key of ['sokolova', 'kuznetsov'] as const) {
    const page = await world.asks(key, 'journal.page', { courseId })
    assert.equal(page.students.length, 3, key)
    const { courses } = await world.asks(key, 'journal.courses', {})
    assert.ok(
      courses.some((one) => one.courseId === courseId),
      key,
    )
  }
  await refused('access.denied', world.asks('ivanova', 'journal.page', { courseId }))
  await world.does('kiselev', 'classes.enrol', {
    classId: world.groups.seventhB,
    movementId: randomUUIDv7(),
    studentId: await newcomerOf(world),
    on: '2026-11-23',
    orderNumber: '1',
    orderDate: null,
    reason: '',
    otherSchool: '',
    groupIds: [],
  })
  const { groups } = await world.asks('belova', 'classes.overview', {})
  assert.equal(groups.find(({ groupId }) => groupId === group.groupId)!.studentIds.length, 3, 'not before the day')
  const stays = await world.rows<{ from: string }>(
    `select from_date::text as "from" from enrolment where school_id = :school and group_id = $1 order by 1`,
    [group.groupId],
  )
  assert.deepEqual(
    stays.map(({ from }) => from),
    [TODAY, TODAY, TODAY, '2026-11-23'],
  )
  const expected = { name: group.name, classIds, capacity: 60, ungraded: false }
  const third = newClass(world, 'В')
  await world.does('belova', 'classes.create', third)
  await world.does('belova', 'classes.changeGroup', {
    groupId: group.groupId,
    group: { ...expected, classIds: [world.groups.seventhB, third.classId] },
    expected,
    from: '2026-12-01',
  })
  const after = await world.asks('kuznetsov', 'journal.page', { courseId })
  assert.deepEqual(
    after.students.map(({ name, stays: [stay] }) => [name, stay!.to]),
    [
      ['Егорова Елена', null],
      ['Ёлкина Мария', '2026-11-30'],
      ['Петров Пётр', '2026-11-30'],
      ['Рябов Глеб', null],
    ],
  )
})

test('an elective takes students of several classes and grades; a plan of one’s own takes one [R077, R079, R084]', async () => {
  const world = await newWorld()
  const { groupId, ...elective } = await electiveOf(world)
  const set = (studentIds: string[], expected = [world.who.petya]) =>
    world.does('belova', 'classes.setMembers', { groupId, studentIds, expected, from: '2026-11-23' })
  const { names } = await refused('classes.notOfClasses', set([world.who.petya, world.who.kolya]))
  assert.equal(names, 'Андреев Николай')
  await refused('classes.changedMeanwhile', set([world.who.lena], []))
  await set([world.who.lena])
  const own = {
    ...elective,
    groupId: randomUUIDv7(),
    kind: 'individual' as const,
    name: 'Ёлкина, план',
    classIds: [world.groups.seventhA],
  }
  await refused(
    'classes.oneStudent',
    world.does('belova', 'classes.createGroup', { ...own, studentIds: [world.who.petya, world.who.masha] }),
  )
  await world.does('belova', 'classes.createGroup', { ...own, studentIds: [world.who.masha] })
  const { students } = await cardOf(world)
  assert.deepEqual(
    students.filter((one) => one.ownPlanId !== null).map((one) => one.name),
    ['Ёлкина Мария Ивановна'],
  )
  const next = await nextYearOf(world)
  const later = { ...newClass(world, 'А'), yearId: next }
  await world.does('belova', 'classes.create', later)
  await refused(
    'classes.otherYear',
    world.does('belova', 'classes.createGroup', {
      ...elective,
      groupId: randomUUIDv7(),
      name: 'Два года',
      classIds: [world.groups.seventhA, later.classId],
    }),
  )
})
