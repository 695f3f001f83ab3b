import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { assignMany } from '#server/curriculum/assignmentRows.ts'
import { upsertRooms, upsertSubjects } from '#server/curriculum/catalogue.ts'
import { putPlans, setCurriculumLines } from '#server/curriculum/planRows.ts'
import { newWorld } from '#tests/world.ts'

test('subjects of a list are found whatever their letters, and come back from the archive [R071 R080]', async () => {
  const world = await newWorld()
  await world.amends(`update subject set archived = true where school_id = :school and name = 'Алгебра'`)
  const row = (name: string) => ({ name, shortName: 'А', area: 'Математика и информатика', federal: true })
  const found = await world.app.db.write(world.schoolId, randomUUIDv7(), (tx) =>
    upsertSubjects(tx, world.schoolId, [row(' алгебра'), row('Чёрчение'), row('черчение')]),
  )
  assert.deepEqual(found.map(({ added }) => added).sort(), [false, true])
  const { subjects } = await world.asks('belova', 'curriculum.subjects', {})
  const algebra = subjects.find(({ subjectId }) => subjectId === world.subjects.algebra)!
  assert.deepEqual(
    [algebra.name, algebra.shortName, algebra.area, algebra.archived],
    ['Алгебра', 'Алг.', 'Математика и информатика', false],
  )
})

test('rooms of a list fill what was not known of them [R087]', async () => {
  const world = await newWorld()
  const write = (kind: string, capacity: number | null) =>
    world.app.db.write(world.schoolId, randomUUIDv7(), (tx) => upsertRooms(tx, world.schoolId, [{ name: '305', kind, capacity }]))
  assert.deepEqual(
    (await write('', 30)).map(({ added }) => added),
    [true],
  )
  assert.deepEqual(
    (await write('химия', 12)).map(({ added }) => added),
    [false],
  )
  const { rooms } = await world.asks('belova', 'curriculum.rooms', {})
  assert.deepEqual(
    rooms.map(({ name, kind, capacity }) => [name, kind, capacity]),
    [['305', 'химия', 30]],
  )
})

test('curricula and their hours of a list are put once [R071 R082]', async () => {
  const world = await newWorld()
  const plan = { name: '7 класс', grade: 7, profile: 'Универсальный', studyDays: 5 as const, weeks: 34, individual: false }
  const put = () =>
    world.app.db.write(world.schoolId, randomUUIDv7(), async (tx) => {
      const [one] = await putPlans(tx, world.schoolId, world.year, [plan])
      const line = {
        curriculumId: one!.curriculumId,
        subjectId: world.subjects.algebra,
        part: 'federal' as const,
        halfHours: 6,
        subgroups: 1,
      }
      return [one!.added, await setCurriculumLines(tx, world.schoolId, [line])]
    })
  assert.deepEqual(
    [await put(), await put()],
    [
      [true, 1],
      [false, 0],
    ],
  )
})

test('a list of the load opens courses, corrects hours and doubles nobody [R071 R086]', async () => {
  const world = await newWorld()
  const row = (groupId: string, subjectId: string, halfHours: number) => ({
    groupId,
    subjectId,
    teacherId: world.who.ivanova,
    halfHours,
    from: '2026-09-01',
    to: null,
  })
  const { seventhA, seventhB } = world.groups
  const { algebra, russian } = world.subjects
  const given = await world.app.db.write(world.schoolId, randomUUIDv7(), (tx) =>
    assignMany(tx, world.schoolId, [row(seventhA, algebra, 6), row(seventhB, russian, 8), row(seventhB, russian, 8)]),
  )
  assert.deepEqual(given.map(({ added }) => added).sort(), [false, true])
  const { courses } = await world.asks('belova', 'curriculum.load', {})
  const hours = (courseId: string) =>
    courses.find((one) => one.courseId === courseId)!.assignments.map(({ halfHours }) => halfHours)
  assert.deepEqual(hours(world.courses.algebraA), [6])
})

test('subgroups that a class is cut into for a subject are taken before others are made [R086]', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into study_group (school_id, school_year_id, kind, name, grade, class_id, subject_id)
     select :school, $1, 'subgroup', '7А · ' || n, 7, $2, $3 from unnest(array['сильные', 'слабые']) n`,
    [world.year, world.groups.seventhA, world.subjects.primary],
  )
  const courses = [{ classId: world.groups.seventhA, subjectId: world.subjects.primary, extracurricular: false, groups: 2 }]
  await world.does('belova', 'curriculum.openCourses', { courses })
  const { groups, courses: open } = await world.asks('belova', 'curriculum.load', {})
  const taught = open.filter(({ subjectId }) => subjectId === world.subjects.primary).map(({ groupId }) => groupId)
  const names = groups.filter(({ groupId, kind }) => kind === 'subgroup' && taught.includes(groupId)).map(({ name }) => name)
  assert.deepEqual(names.sort(), ['7А · сильные', '7А · слабые'])
})
