import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { totalsOf } from '#domain/curriculum/rules.ts'
import { newPlan, newSubject, nextYear } from '#tests/curriculumSamples.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type World } from '#tests/world.ts'

const none = { halfHours: 0, subgroups: 1 }
const cellOf = (curriculumId: string, subjectId: string, value = { halfHours: 6, subgroups: 1 }, expected = none) => ({
  curriculumId,
  subjectId,
  part: 'federal' as const,
  value,
  expected,
})
const linesOf = async (world: World, curriculumId: string) =>
  (await world.asks('belova', 'curriculum.plans', {})).plans.find((plan) => plan.curriculumId === curriculumId)!.lines

test('the federal and the school’s subjects stand in one catalogue, by their areas [R080 R081]', async () => {
  const world = await newWorld()
  const subject = (name: string, area: string, federal: boolean) => ({
    subjectId: randomUUIDv7(),
    name,
    shortName: name.slice(0, 5),
    area,
    federal,
  })
  await world.does('belova', 'curriculum.addSubjects', {
    subjects: [subject('Музыка', 'Искусство', true), subject('Черчение', 'Технология', false)],
  })
  const { subjects } = await world.asks('belova', 'curriculum.subjects', {})
  const shown = subjects.filter(({ area }) => area !== '').map(({ name, federal }) => [name, federal])
  assert.deepEqual(shown, [
    ['Музыка', true],
    ['Черчение', false],
  ])
})

const doubles: [string, boolean][] = [
  ['алгебра', true],
  [' Алгебра ', true],
  ['АЛГЕБРА', true],
  ['Алгебра и анализ', false],
]
for (const [name, taken] of doubles) {
  test(`a subject «${name}» ${taken ? 'is there already' : 'is another one'} [R080]`, async () => {
    const world = await newWorld()
    const subjects = [{ subjectId: randomUUIDv7(), name, shortName: 'А', area: '', federal: true }]
    const adding = world.does('belova', 'curriculum.addSubjects', { subjects })
    if (taken) await refused('curriculum.nameTaken', adding)
    else await adding
  })
}

test('a subject of past years keeps its name, and may go to the archive [R080]', async () => {
  const world = await newWorld()
  await world.amends(`update school_year set from_date = '2024-09-01', to_date = '2025-05-26' where school_id = :school`)
  const seen = { name: 'Алгебра', shortName: 'Алг.', area: '', federal: true, archived: false }
  const change = (value: Partial<typeof seen>) =>
    world.does('belova', 'curriculum.changeSubject', {
      subjectId: world.subjects.algebra,
      value: { ...seen, ...value },
      expected: seen,
    })
  await refused('curriculum.subjectOfPastYears', change({ name: 'Математика: алгебра' }))
  await change({ archived: true, area: 'Математика и информатика' })
  const { subjects } = await world.asks('belova', 'curriculum.subjects', {})
  const algebra = subjects.find(({ subjectId }) => subjectId === world.subjects.algebra)!
  assert.deepEqual([algebra.archived, algebra.years, algebra.past], [true, ['2026/27'], true])
})

test('rooms have a kind and places, and sort by their numbers [R087]', async () => {
  const world = await newWorld()
  const room = (name: string, capacity: number | null) => ({ roomId: randomUUIDv7(), name, kind: '', capacity })
  await world.does('belova', 'curriculum.addRooms', { rooms: [room('спортзал', null), room('101', 30), room('9', 28)] })
  const { rooms } = await world.asks('morozov', 'curriculum.rooms', {})
  assert.deepEqual(
    rooms.map(({ name, capacity }) => [name, capacity]),
    [
      ['9', 28],
      ['101', 30],
      ['спортзал', null],
    ],
  )
  await refused('curriculum.nameTaken', world.does('belova', 'curriculum.addRooms', { rooms: [room('Спортзал', 1)] }))
})

test('curricula of the federal templates are laid out with their subjects and profiles, once [R082 R083]', async () => {
  const world = await newWorld()
  const input = { schoolYearId: world.year, templates: ['5', '7', '10 science'] }
  assert.deepEqual(await world.does('belova', 'curriculum.layOutPlans', input), { copied: 3 })
  assert.deepEqual(await world.does('belova', 'curriculum.layOutPlans', input), { copied: 0 })
  const { plans, profiles, subjects } = await world.asks('belova', 'curriculum.plans', {})
  assert.deepEqual(
    plans.map(({ name, grade, lines }) => [name, grade, totalsOf(lines).federal / 2]),
    [
      ['5 класс', 5, 26.5],
      ['7 класс', 7, 30],
      ['10 класс · Естественно-научный', 10, 31],
    ],
  )
  assert.deepEqual(
    profiles.map(({ name }) => name),
    ['Естественно-научный'],
  )
  assert.equal(subjects.filter(({ name }) => name === 'Алгебра').length, 1, 'what the school had is used')
})

test('last year’s curricula are copied with their hours, without what has gone to the archive [R082]', async () => {
  const world = await newWorld()
  const [curriculumId, gone] = [await newPlan(world), await newSubject(world)]
  await world.does('belova', 'curriculum.setHours', {
    cells: [cellOf(curriculumId, world.subjects.algebra), cellOf(curriculumId, gone)],
  })
  await world.amends('update subject set archived = true where school_id = :school and id = $1', [gone])
  const schoolYearId = await nextYear(world)
  const copying = { schoolYearId, curriculumIds: [curriculumId] }
  assert.deepEqual(await world.does('belova', 'curriculum.copyPlans', copying), { copied: 1 })
  const { plans, earlier, year } = await world.asks('belova', 'curriculum.plans', { schoolYearId })
  assert.deepEqual(
    plans.map(({ name, lines }) => [name, lines.map(({ subjectId, halfHours }) => [subjectId, halfHours])]),
    [['7 класс', [[world.subjects.algebra, 6]]]],
  )
  assert.deepEqual([earlier.map(({ curriculumId }) => curriculumId), year.name], [[curriculumId], '2027/28'])
})

test('half-hours are written many cells at once, all or none [R082]', async () => {
  const world = await newWorld()
  const [first, second] = [await newPlan(world), await newPlan(world, { name: '8 класс', grade: 8 })]
  const { algebra, russian } = world.subjects
  await world.does('belova', 'curriculum.setHours', {
    cells: [cellOf(first, algebra, { halfHours: 5, subgroups: 2 }), cellOf(second, russian)],
  })
  assert.deepEqual(await linesOf(world, first), [{ subjectId: algebra, part: 'federal', halfHours: 5, subgroups: 2 }])
  const { value, by } = await refused(
    'curriculum.changedMeanwhile',
    world.does('belova', 'curriculum.setHours', {
      cells: [cellOf(first, russian), cellOf(first, algebra, { halfHours: 8, subgroups: 1 })], // saw no algebra
    }),
  )
  assert.ok(value === '2,5×2' && String(by).startsWith('Белова'))
  assert.equal((await linesOf(world, first)).length, 1)
  await world.does('belova', 'curriculum.setHours', {
    cells: [cellOf(first, algebra, none, { halfHours: 5, subgroups: 2 })],
  })
  assert.deepEqual(await linesOf(world, first), [])
  await world.does('belova', 'curriculum.setHours', { cells: [cellOf(first, algebra)] })
})

test('two who fill one empty cell at once do not both win [R082]', async () => {
  const world = await newWorld()
  const curriculumId = await newPlan(world)
  const write = (by: 'belova' | 'kiselev', halfHours: number) =>
    world.does(by, 'curriculum.setHours', {
      cells: [cellOf(curriculumId, world.subjects.algebra, { halfHours, subgroups: 1 })],
    })
  const settled = await Promise.allSettled([write('belova', 6), write('kiselev', 8)])
  assert.deepEqual(settled.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('a class follows a curriculum of its grade, a student’s own plan an individual one [R083 R084]', async () => {
  const world = await newWorld()
  const individual = await newPlan(world, { name: 'Петров П.', individual: true })
  const [seventh, eighth] = [await newPlan(world), await newPlan(world, { name: '8 класс', grade: 8 })]
  const groupId = randomUUIDv7()
  await world.amends(
    `insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id) values (:school, $1, $2, 'individual', '7А · план', 7, $3)`,
    [groupId, world.year, world.groups.seventhA],
  )
  const attach = (groupId: string, curriculumId: string | null, expected: string | null = null) =>
    world.does('belova', 'curriculum.attach', { groups: [{ groupId, curriculumId, expected }] })
  await refused('curriculum.otherGrade', attach(world.groups.seventhA, eighth))
  await refused('curriculum.otherGrade', attach(world.groups.seventhA, individual))
  await refused('curriculum.otherGrade', attach(groupId, seventh))
  await attach(groupId, individual)
  await attach(world.groups.seventhA, seventh)
  await refused('curriculum.changedMeanwhile', attach(world.groups.seventhA, null))
  const { groups } = await world.asks('morozov', 'curriculum.plans', {})
  assert.deepEqual(
    groups.filter((group) => group.curriculumId).map(({ name, curriculumId }) => [name, curriculumId]),
    [
      ['7А', seventh],
      ['7А · план', individual],
    ],
  )
})

test('a curriculum that a class follows is not archived [R082]', async () => {
  const world = await newWorld()
  const curriculumId = await newPlan(world)
  await world.does('belova', 'curriculum.attach', {
    groups: [{ groupId: world.groups.seventhA, curriculumId, expected: null }],
  })
  const expected = { name: '7 класс', profileId: null, studyDays: 5 as const, weeks: 34, archived: false }
  const change = (value: Partial<typeof expected>) =>
    world.does('belova', 'curriculum.changePlan', { curriculumId, value: { ...expected, ...value }, expected })
  await refused('curriculum.planInUse', change({ archived: true }))
  await change({ weeks: 35 })
  await refused('curriculum.changedMeanwhile', change({ weeks: 36 }))
})

test('a year that is over keeps its curricula as they were', async () => {
  const world = await newWorld()
  const curriculumId = await newPlan(world)
  await world.amends(`update school_year set from_date = '2024-09-01', to_date = '2025-05-26' where school_id = :school`)
  const cells = [cellOf(curriculumId, world.subjects.algebra)]
  await refused('curriculum.yearOver', world.does('belova', 'curriculum.setHours', { cells }))
  await refused(
    'curriculum.yearOver',
    world.does('belova', 'curriculum.layOutPlans', { schoolYearId: world.year, templates: ['5'] }),
  )
})
