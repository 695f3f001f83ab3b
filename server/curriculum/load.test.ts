import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { statementsWritten } from '#tests/counting.ts'
import { algebraOf, newSubject } from '#tests/curriculumSamples.ts'
import { TODAY } from '#tests/database.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type World } from '#tests/world.ts'

const MONDAY = '2026-11-23'
const assignmentsOf = async (world: World, courseId: string) => {
  const { courses } = await world.asks('morozov', 'curriculum.load', {})
  return courses.find((course) => course.courseId === courseId)!.assignments
}
const teachersOf = (world: World, courseId: string) =>
  world.rows<{ date: string; teacher_id: string; instead_of_id: string | null }>(
    `select date::text, teacher_id, instead_of_id from lesson where school_id = :school and course_id = $1 and date >= $2 order by date`,
    [courseId, '2026-11-18'],
  )

test('a course that a class does not have yet is opened by giving it to a teacher, who has its journal at once [R086]', async () => {
  const world = await newWorld()
  const subjectId = await newSubject(world)
  const one = { groupId: world.groups.seventhA, subjectId, teacherId: world.who.kuznetsov, halfHours: 3, expected: [] }
  await world.does('belova', 'curriculum.assign', { from: TODAY, assignments: [one] })
  const { courses } = await world.asks('kuznetsov', 'journal.courses', {})
  assert.ok(courses.some(({ subject }) => subject === 'Астрономия'))
  const { courses: load } = await world.asks('morozov', 'curriculum.load', {})
  const { assignments } = load.find((course) => course.subjectId === subjectId)!
  assert.deepEqual(
    assignments.map(({ teacherId, halfHours, from, to }) => [teacherId, halfHours, from, to]),
    [[world.who.kuznetsov, 3, TODAY, null]],
  )
  const { value } = await refused(
    'curriculum.changedMeanwhile',
    world.does('belova', 'curriculum.assign', { from: TODAY, assignments: [{ ...one, teacherId: world.who.sokolova }] }),
  )
  assert.ok(String(value).startsWith('Кузнецов'))
})

test('a change of teacher from a date keeps the past, and passes the lessons after it [R086]', async () => {
  const world = await newWorld()
  const { algebraA } = world.courses
  const { ivanova, kuznetsov, sokolova } = world.who
  await world.does('belova', 'curriculum.reassign', {
    ...(await algebraOf(world)),
    teacherId: sokolova,
    halfHours: 6,
    from: MONDAY,
  })
  assert.deepEqual(
    (await assignmentsOf(world, algebraA)).map(({ teacherId, from, to }) => [teacherId, from, to]),
    [
      [ivanova, '2026-09-01', '2026-11-22'],
      [sokolova, MONDAY, null],
    ],
  )
  const lessons = await teachersOf(world, algebraA)
  assert.deepEqual(
    lessons.map(({ date, teacher_id, instead_of_id }) => [date, teacher_id, instead_of_id]),
    [
      ['2026-11-18', ivanova, null],
      ['2026-11-19', kuznetsov, ivanova],
      [TODAY, ivanova, null],
      [MONDAY, sokolova, null],
    ],
  )
})

test('a lesson that a colleague covers is covered for the new teacher, or simply held by them [R086]', async () => {
  for (const key of ['sokolova', 'kuznetsov'] as const) {
    const world = await newWorld()
    const { kuznetsov, ivanova } = world.who
    await world.amends(
      'update lesson set teacher_id = $1, instead_of_id = $2 where school_id = :school and course_id = $3 and date = $4',
      [kuznetsov, ivanova, world.courses.algebraA, MONDAY],
    )
    const input = { ...(await algebraOf(world)), teacherId: world.who[key], halfHours: 6, from: MONDAY }
    await world.does('belova', 'curriculum.reassign', input)
    const lesson = (await teachersOf(world, world.courses.algebraA)).at(-1)!
    assert.deepEqual([lesson.teacher_id, lesson.instead_of_id], [kuznetsov, key === 'kuznetsov' ? null : world.who.sokolova])
  }
})

test('other hours from a date are a line of their own, on the first day they are put right [R086]', async () => {
  const world = await newWorld()
  const hours = async (halfHours: number, from: string) =>
    world.does('belova', 'curriculum.reassign', {
      ...(await algebraOf(world)),
      teacherId: world.who.ivanova,
      halfHours,
      from,
    })
  await hours(6, '2026-09-01')
  await hours(8, MONDAY)
  assert.deepEqual(
    (await assignmentsOf(world, world.courses.algebraA)).map(({ halfHours, from, to }) => [halfHours, from, to]),
    [
      [6, '2026-09-01', '2026-11-22'],
      [8, MONDAY, null],
    ],
  )
  const { from } = await refused('curriculum.beforeAssignment', hours(4, TODAY))
  assert.ok(from === MONDAY)
})

test('who no longer teaches a course has no journal of it from the next day [R086]', async () => {
  const world = await newWorld()
  await world.does('belova', 'curriculum.endAssignment', { ...(await algebraOf(world)), to: '2026-11-19' })
  await refused(
    'access.denied',
    world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA, termId: world.terms.current }),
  )
  const { assignmentId, expected } = await algebraOf(world)
  await world.does('belova', 'curriculum.endAssignment', { assignmentId, expected, to: null })
  await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA, termId: world.terms.current })
})

test('an assignment made by mistake is as if it never was', async () => {
  const world = await newWorld()
  await world.does('belova', 'curriculum.endAssignment', { ...(await algebraOf(world)), to: '2026-08-31' })
  assert.deepEqual(await assignmentsOf(world, world.courses.algebraA), [])
})

const refusals: [string, Partial<{ from: string; teacherId: 'petya' | 'ivanova' | 'kuznetsov' }>, string][] = [
  ['a day before the year', { from: '2026-08-31' }, 'curriculum.outsideYear'],
  ['a day after the year', { from: '2027-05-27' }, 'curriculum.outsideYear'],
  ['a student', { teacherId: 'petya' }, 'curriculum.notStaff'],
  ['who teaches it already', { teacherId: 'ivanova' }, 'curriculum.alreadyTeaches'],
]
for (const [title, { from = TODAY, teacherId = 'kuznetsov' }, code] of refusals) {
  test(`a course is not given to ${title} [R086]`, async () => {
    const world = await newWorld()
    const assignments = [
      {
        groupId: world.groups.seventhA,
        subjectId: world.subjects.algebra,
        teacherId: world.who[teacherId],
        halfHours: 6,
        expected: [world.who.ivanova],
      },
    ]
    await refused(code, world.does('belova', 'curriculum.assign', { from, assignments }))
  })
}

test('two teachers may share a course [R086]', async () => {
  const world = await newWorld()
  const { ivanova, kuznetsov } = world.who
  const one = { groupId: world.groups.seventhA, subjectId: world.subjects.algebra, halfHours: 2 }
  await world.does('belova', 'curriculum.assign', {
    from: TODAY,
    assignments: [{ ...one, teacherId: kuznetsov, expected: [ivanova] }],
  })
  assert.deepEqual(
    (await assignmentsOf(world, world.courses.algebraA)).map(({ teacherId }) => teacherId),
    [ivanova, kuznetsov],
  )
  assert.ok((await teachersOf(world, world.courses.algebraA)).some(({ teacher_id }) => teacher_id === ivanova))
})

test('missing courses are opened in one press, with the subgroups the plan names, and only once [R086]', async () => {
  const world = await newWorld()
  const subjectId = await newSubject(world)
  const { seventhA, english } = world.groups
  const courses = [
    { classId: seventhA, subjectId, extracurricular: false, groups: 2 },
    { classId: seventhA, subjectId: world.subjects.english, extracurricular: false, groups: 2 },
    { classId: seventhA, subjectId: world.subjects.primary, extracurricular: false, groups: 1 },
  ]
  assert.deepEqual(await world.does('belova', 'curriculum.openCourses', { courses }), { opened: 4 })
  assert.deepEqual(await world.does('belova', 'curriculum.openCourses', { courses }), { opened: 0 })
  const { groups, courses: open } = await world.asks('belova', 'curriculum.load', {})
  const nameOf = (id: string) => groups.find(({ groupId }) => groupId === id)!.name
  assert.deepEqual(
    open
      .filter((course) => course.subjectId === subjectId)
      .map(({ groupId }) => nameOf(groupId))
      .sort(),
    ['7А · астрономия, 1', '7А · астрономия, 2'],
  )
  const englishGroups = open.filter((course) => course.subjectId === world.subjects.english).map(({ groupId }) => groupId)
  assert.equal(englishGroups.length, 2)
  assert.ok(englishGroups.includes(english), 'the group that was there stays')
})

test('what is no lesson has a group that everybody of the class joins, without marks [R082]', async () => {
  const world = await newWorld()
  const subjectId = await newSubject(world)
  const courses = [{ classId: world.groups.seventhA, subjectId, extracurricular: true, groups: 1 }]
  await world.does('belova', 'curriculum.openCourses', { courses })
  const { groups } = await world.asks('belova', 'curriculum.load', {})
  const group = groups.find(({ name }) => name === '7А · астрономия')!
  assert.deepEqual([group.kind, group.students], ['extracurricular', 2])
})

test('a load of eighty classes takes as many statements as one line of it [R086]', async () => {
  const world = await newWorld()
  const subjectIds: string[] = Array.from({ length: 12 }, () => randomUUIDv7())
  await world.does('belova', 'curriculum.addSubjects', {
    subjects: subjectIds.map((subjectId, n) => ({ subjectId, name: `Курс ${n}`, shortName: `К${n}`, area: '', federal: false })),
  })
  await world.amends(
    `with made as (insert into study_group (school_id, school_year_id, kind, name, grade)
       select :school, $1, 'stream', 'Поток ' || n, 7 from generate_series(1, 40) n returning 1) select 1`,
    [world.year],
  )
  const { groups } = await world.asks('belova', 'curriculum.load', {})
  const streams = groups.filter(({ kind }) => kind === 'stream')
  const assignments = streams.flatMap(({ groupId }) =>
    subjectIds.map((subjectId) => ({ groupId, subjectId, teacherId: world.who.kuznetsov, halfHours: 2, expected: [] })),
  )
  const assign = (some: typeof assignments) =>
    statementsWritten(world.app, () => world.does('belova', 'curriculum.assign', { from: TODAY, assignments: some }))
  const ofOne = await assign(assignments.slice(0, 1))
  assert.equal(await assign(assignments.slice(1)), ofOne, 'as many statements for 479 as for one')
  const { courses } = await world.asks('belova', 'curriculum.load', {})
  assert.equal(courses.filter(({ subjectId }) => subjectIds.includes(subjectId)).length, 480)
})
