import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { refused } from '../../tests/refused.ts'
import { newWorld, type World } from '../../tests/world.ts'

/** Маша once more: a card that somebody wrote a second time, enrolled in 7А since October and marked there. */
async function withDouble() {
  const world = await newWorld()
  const double = crypto.randomUUID()
  const accountId = crypto.randomUUID()
  await world.amends(
    `insert into person (school_id, id, surname, given_name, patronymic, sex, born_on, snils)
    values (:school, $1, 'Елкина', 'Мария', 'Ивановна', 'f', '2013-05-17', '11223344595')`,
    [double],
  )
  await world.amends(
    `insert into enrolment (school_id, group_id, student_id, from_date) values (:school, $1, $2, '2026-10-15')`,
    [world.groups.seventhA, double],
  )
  await world.amends(
    `insert into guardian_of (school_id, guardian_id, student_id, relation) values (:school, $1, $2, 'father')`,
    [world.who.elkin, double],
  )
  await world.amends(`insert into account (school_id, id, person_id, login, password_hash) values (:school, $1, $2, $3, '-')`, [
    accountId,
    double,
    `double.${world.schoolId}`,
  ])
  return { world, double, accountId }
}

const mark = (world: World, studentId: string, date: string, value: number, expected = noMark) => {
  const lesson = world.lesson(world.courses.algebraA, date)
  return world.does('ivanova', 'marks.set', {
    lessonId: lesson.id,
    workId: lesson.workId,
    studentId,
    mark: { ...noMark, values: [value] },
    expected,
  })
}
const merge = (world: World, doubleId: string) => world.does('kiselev', 'people.merge', { personId: world.who.masha, doubleId })

test('everything of a double hangs on the kept card, and its history stays [R034, R091]', async () => {
  const { world, double } = await withDouble()
  await mark(world, double, '2026-11-16', 5)
  await mark(world, world.who.masha, '2026-11-17', 4)
  await world.does('ivanova', 'attendance.set', {
    lessonId: world.lesson(world.courses.algebraA, '2026-11-18').id,
    studentId: double,
    attendance: { code: 'sick', minutes: null },
    expected: { code: null, minutes: null },
  })
  await merge(world, double)
  const marks = await world.rows<{ values: number[] }>(
    `select "values" from mark where school_id = :school and student_id = $1 and cardinality("values") > 0 order by work_id`,
    [world.who.masha],
  )
  assert.deepEqual(marks.map(({ values }) => values[0]).sort(), [4, 5])
  const absences = await world.rows('select from absence where school_id = :school and student_id = $1 and code is not null', [
    world.who.masha,
  ])
  assert.equal(absences.length, 1)
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA, termId: world.terms.current })
  assert.equal(JSON.stringify(page).split('лкина').length - 1, 1, 'one row in the journal')
  const card = await world.asks('kiselev', 'people.card', { personId: world.who.masha })
  assert.deepEqual([card.person.bornOn, card.person.snils], ['2013-05-17', '11223344595'])
  assert.deepEqual(
    card.stays.map(({ groupName, from, to }) => [groupName, from, to]),
    [['7А', '2026-09-01', null]],
  )
  assert.deepEqual(
    card.guardians.map(({ name, to }) => [name, to]),
    [['Ёлкин Иван Иванович', null]],
    'the two lines of the father are one',
  )
  const { people } = await world.asks('kiselev', 'people.list', { kind: 'student' })
  assert.ok(!people.some(({ personId }) => personId === double), 'a card merged away is not listed')
  assert.equal((await world.asks('kiselev', 'people.card', { personId: double })).mergedInto, world.who.masha)
  await refused('people.merged', merge(world, double))
})

test('two cards with an account each keep one: the double’s is closed; the only one moves [R034]', async () => {
  const { world, double, accountId } = await withDouble()
  await merge(world, double)
  const [closed] = await world.rows<{ person_id: string; blocked: boolean }>(
    'select person_id, blocked_at is not null as blocked from account where school_id = :school and id = $1',
    [accountId],
  )
  assert.deepEqual(closed, { person_id: double, blocked: true })
  const other = await withDouble()
  const spare = crypto.randomUUID()
  await other.world.amends(
    `insert into person (school_id, id, surname, given_name, sex) values (:school, $1, 'Елкина', 'Маша', 'f')`,
    [spare],
  )
  await other.world.does('kiselev', 'people.merge', { personId: spare, doubleId: other.double })
  const [moved] = await other.world.rows<{ person_id: string }>(
    'select person_id from account where school_id = :school and id = $1',
    [other.accountId],
  )
  assert.equal(moved?.person_id, spare)
})

test('different marks in one cell refuse the merge and are named; equal ones do not [R091]', async () => {
  const { world, double } = await withDouble()
  await mark(world, double, '2026-11-16', 5)
  await mark(world, world.who.masha, '2026-11-16', 3)
  assert.partialDeepStrictEqual(await refused('people.mergeMarks', merge(world, double)), { cells: 'Алг. 16.11' })
  await mark(world, world.who.masha, '2026-11-16', 5, { ...noMark, values: [3] })
  await merge(world, double)
  const marks = await world.rows(`select from mark where school_id = :school and cardinality("values") > 0`)
  assert.equal(marks.length, 1)
})

test('two classes at one time, two СНИЛС, a parent with the child, oneself: not one person [R091]', async () => {
  const { world, double } = await withDouble()
  const keep = (personId: string, doubleId: string) => world.does('kiselev', 'people.merge', { personId, doubleId })
  await refused('people.mergeClasses', keep(world.who.lena, double))
  await refused('people.mergeFamily', keep(world.who.petya, world.who.petrova))
  await refused('people.mergeSelf', keep(double, double))
  await refused('people.mergeOwn', keep(double, world.who.kiselev))
  await world.amends(`update person set snils = '08765430300' where school_id = :school and id = $1`, [world.who.masha])
  await refused('people.mergeSnils', merge(world, double))
})

test('a teacher’s double takes the lessons and the load with it [R091]', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'people.merge', { personId: world.who.kuznetsov, doubleId: world.who.ivanova })
  const page = { courseId: world.courses.algebraA, termId: world.terms.current }
  await world.asks('kuznetsov', 'journal.page', page)
  await refused('access.denied', world.asks('ivanova', 'journal.page', page))
  const left = await world.rows('select from lesson where school_id = :school and $1 in (teacher_id, instead_of_id)', [
    world.who.ivanova,
  ])
  assert.equal(left.length, 0)
})

/** Everything that hangs on people, as it stands: sessions aside, which end for good. */
const standing = async (world: World) => {
  const tables = await world.rows<{ name: string }>(
    `select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'person'::regclass order by 1`,
  )
  const names = ['person', ...tables.map(({ name }) => name)]
  return Promise.all(names.map((name) => world.rows(`select * from ${name} where school_id = :school order by id`)))
}

test('a merge is taken back: everything is where it was, the former login opens again, the history keeps both [R034, R091]', async () => {
  const { world, double } = await withDouble()
  await mark(world, double, '2026-11-16', 5)
  await mark(world, world.who.masha, '2026-11-17', 4)
  const before = await standing(world)
  const { runId } = await merge(world, double)
  assert.notDeepEqual(await standing(world), before)
  await world.does('kiselev', 'people.takeBack', { runId })
  assert.deepEqual(await standing(world), before)
  const { history } = await world.asks('kiselev', 'people.card', { personId: double })
  assert.deepEqual([...new Set(history.map(({ operation }) => operation))].slice(0, 2), ['people.takeBack', 'people.merge'])
  const { runs } = await world.asks('kiselev', 'people.runs', {})
  assert.partialDeepStrictEqual(runs, [
    { what: 'merge', kept: 'Ёлкина Мария Ивановна', double: 'Елкина Мария Ивановна', undoneBy: 'Киселёв Д. О.' },
  ])
  await merge(world, double) // and made again
})

test('a mark given after a merge stays with the kept card when the cards are parted, a changed one goes back as it is [R034, R091]', async () => {
  const { world, double } = await withDouble()
  await mark(world, double, '2026-11-16', 5)
  const { runId } = await merge(world, double)
  await mark(world, world.who.masha, '2026-11-16', 4, { ...noMark, values: [5] })
  await mark(world, world.who.masha, '2026-11-18', 3)
  await world.does('kiselev', 'people.takeBack', { runId })
  const marks = await world.rows<{ student_id: string; value: number }>(
    `select student_id, "values"[1] as value from mark where school_id = :school and cardinality("values") > 0 order by "values"[1]`,
  )
  assert.deepEqual(
    marks.map(({ student_id, value }) => [student_id, value]),
    [
      [world.who.masha, 3],
      [double, 4],
    ],
  )
})

test('cards are not parted when what the merge wrote on the kept one has been rewritten since [R034, R102]', async () => {
  const { world, double } = await withDouble()
  const { runId } = await merge(world, double)
  const { person } = await world.asks('kiselev', 'people.card', { personId: world.who.masha })
  await world.does('kiselev', 'people.change', {
    personId: world.who.masha,
    person: { ...person, bornOn: '2013-05-18' },
    expected: person,
  })
  assert.partialDeepStrictEqual(await refused('people.changedSince', world.does('kiselev', 'people.takeBack', { runId })), {
    what: 'Ёлкина Мария',
    by: 'Киселёв Д. О.',
  })
})
