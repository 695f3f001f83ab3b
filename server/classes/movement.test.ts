import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Input } from '#domain/operations.ts'
import { TODAY } from '#tests/database.ts'
import { book, departure, enrolIn, five, transferTo } from '#tests/movements.ts'
import { refused } from '#tests/refused.ts'
import { electiveOf, enrolledOf, newcomerOf, order } from '#tests/samplesOfClasses.ts'
import { newWorld, type World } from '#tests/world.ts'

test('a movement is refused where it cannot be true', async () => {
  const world = await newWorld()
  const { petya, masha, vanya } = world.who
  const stranger = await newcomerOf(world)
  const { class: name, from } = await refused(
    'classes.alreadyEnrolled',
    world.does('kiselev', 'classes.enrol', enrolIn(world, petya)),
  )
  assert.deepEqual([name, from], ['7А', '2026-09-01'])
  await refused('classes.unknownStudent', world.does('kiselev', 'classes.enrol', enrolIn(world, randomUUIDv7())))
  await refused('classes.outsideYear', world.does('kiselev', 'classes.enrol', enrolIn(world, stranger, { on: '2027-06-30' })))
  await refused('classes.termClosed', world.does('kiselev', 'classes.enrol', enrolIn(world, stranger, { on: '2026-10-12' })))
  await refused(
    'classes.unknownGroup',
    world.does(
      'kiselev',
      'classes.enrol',
      enrolIn(world, stranger, { classId: world.groups.seventhB, groupIds: [world.groups.english] }),
    ),
  )
  await refused('classes.notEnrolled', world.does('kiselev', 'classes.transfer', transferTo(world, vanya)))
  await refused('classes.notEnrolled', world.does('kiselev', 'classes.depart', departure(stranger)))
  await refused(
    'classes.sameClass',
    world.does('kiselev', 'classes.transfer', transferTo(world, petya, { classId: world.groups.seventhA })),
  )
  await refused('classes.termClosed', world.does('kiselev', 'classes.transfer', transferTo(world, petya, { on: '2026-10-12' })))
  await refused('classes.neverHere', world.does('kiselev', 'classes.return', enrolIn2(world, stranger)))
  await world.does('kiselev', 'classes.transfer', transferTo(world, masha, { on: '2026-12-01' }))
  const { on } = await refused('classes.movedLater', world.does('kiselev', 'classes.depart', departure(masha)))
  assert.equal(on, '2026-12-01')
})
const enrolIn2 = (world: World, studentId: string): Input<'classes.return'> => {
  const { otherSchool: _, ...input } = enrolIn(world, studentId)
  return input
}

test('an order that comes late meets what teachers have written since; whoever insists is let through', async () => {
  const world = await newWorld()
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA, '2026-11-18')
  await world.does('ivanova', 'marks.set', { lessonId, workId, studentId: world.who.petya, ...five })
  await world.does('ivanova', 'attendance.set', {
    lessonId: world.lesson(world.courses.algebraA).id,
    studentId: world.who.petya,
    attendance: { code: 'absent', minutes: null },
    expected: { code: null, minutes: null },
  })
  const move = transferTo(world, world.who.petya, { on: '2026-11-16' })
  assert.deepEqual(await refused('classes.writtenAfter', world.does('kiselev', 'classes.transfer', move)), {
    since: '2026-11-18',
    marks: 1,
    absences: 1,
    name: '',
  })
  await world.does('kiselev', 'classes.transfer', { ...move, evenIfWritten: true })
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  assert.deepEqual(page.marks.text, ['5'], 'the mark stays where it was given')
})

test('who comes back has two stays, and the book both lines [R092, R095]', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'classes.return', enrolIn2(world, world.who.vanya))
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  assert.deepEqual(page.students.find((one) => one.studentId === world.who.vanya)!.stays, [
    { from: '2026-09-01', to: '2026-11-10' },
    { from: TODAY, to: null },
  ])
  assert.deepEqual(
    (await book(world)).lines.map((line) => [line.kind, line.student, line.toClass]),
    [['return', 'Жуков Иван Олегович', '7А']],
  )
})

test('a student takes along their own plan and groups across classes, and leaves the subgroups of the class [R095]', async () => {
  const world = await newWorld()
  const elective = await electiveOf(world)
  const plan = {
    ...elective,
    groupId: randomUUIDv7(),
    kind: 'individual' as const,
    name: 'Петров, план',
    classIds: [world.groups.seventhA],
  }
  await world.does('belova', 'classes.createGroup', plan)
  await world.does('kiselev', 'classes.transfer', transferTo(world, world.who.petya, { on: '2026-11-23' }))
  const rows = await world.rows<{ name: string; to: string | null }>(
    `select g.name, e.to_date::text as "to" from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
     where e.school_id = :school and e.student_id = $1 order by g.name, e.from_date`,
    [world.who.petya],
  )
  assert.deepEqual(
    rows.map(({ name, to }) => [name, to]),
    [
      ['7А', '2026-11-22'],
      ['7А · английский, 1', '2026-11-22'],
      ['7А · разговоры', '2026-11-22'],
      ['7Б', null],
      [elective.name, null],
      ['Петров, план', null],
    ],
  )
  const { groups } = await world.asks('belova', 'classes.overview', {})
  assert.equal(groups.find((one) => one.groupId === plan.groupId)!.classes, '7Б')
})

test('a movement made by mistake never was: everything is as before [R093]', async () => {
  const world = await newWorld()
  const state = () =>
    world.rows(
      `select group_id, student_id, from_date, to_date from enrolment where school_id = :school and not cancelled order by id`,
    )
  const before = await state()
  const { personId, movementId } = await enrolledOf(world)
  await world.does('kiselev', 'classes.cancelMovement', { personId, movementId })
  assert.deepEqual(await state(), before)
  await refused('classes.unknownMovement', world.does('kiselev', 'classes.cancelMovement', { personId, movementId }))
  for (const move of ['transfer', 'depart'] as const) {
    const id = randomUUIDv7()
    if (move === 'transfer')
      await world.does('kiselev', 'classes.transfer', transferTo(world, world.who.petya, { movementId: id }))
    else await world.does('kiselev', 'classes.depart', departure(world.who.petya, { movementId: id }))
    assert.notDeepEqual(await state(), before)
    await world.does('kiselev', 'classes.cancelMovement', { personId: world.who.petya, movementId: id })
    assert.deepEqual(await state(), before, move)
  }
  assert.deepEqual(
    (await book(world)).lines.map(({ cancelled, last }) => [cancelled, last]),
    [
      [true, false],
      [true, false],
      [true, false],
    ],
    'lines stay in the book, struck out',
  )
  await refused('access.denied', world.asks('belova', 'diary.week', { studentId: personId, monday: '2026-11-16' }))
})

test('a movement is cancelled only while nothing hangs on it, the last one first [R093]', async () => {
  const world = await newWorld()
  const { personId, movementId } = await enrolledOf(world)
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA)
  await world.does('ivanova', 'marks.set', { lessonId, workId, studentId: personId, ...five })
  const cancel = (id: string) => world.does('kiselev', 'classes.cancelMovement', { personId, movementId: id })
  assert.deepEqual(await refused('classes.writtenSince', cancel(movementId)), { since: TODAY, marks: 1, absences: 0 })
  const move = transferTo(world, personId, { on: '2026-12-01' })
  await world.does('kiselev', 'classes.transfer', move)
  const { on } = await refused('classes.laterMovement', cancel(movementId))
  assert.equal(on, '2026-12-01')
  await cancel(move.movementId)
})

test('what the order says is put right; two at once are told', async () => {
  const world = await newWorld()
  const { personId, movementId } = await enrolledOf(world)
  const expected = { ...order, otherSchool: 'Школа № 3' }
  const correct = (orderNumber: string) =>
    world.does('kiselev', 'classes.correctMovement', { personId, movementId, line: { ...expected, orderNumber }, expected })
  await correct('14-к')
  await correct('14-к')
  const { by } = await refused('classes.changedMeanwhile', correct('15-к'))
  assert.equal(by, 'Киселёв Д. О.')
  assert.equal((await book(world)).lines[0]!.orderNumber, '14-к')
})

test('whoever is in no class may be found and enrolled; staff, parents and pupils are not offered', async () => {
  const world = await newWorld()
  await newcomerOf(world, 'Петровский')
  const { people } = await world.asks('kiselev', 'classes.candidates', { search: 'петров' })
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Петровский Глеб'],
  )
})

test('what does not fit together is listed, and goes when it is put right [R093]', async () => {
  const world = await newWorld()
  const listed = async () =>
    (await world.asks('kiselev', 'classes.inconsistencies', {})).items.map(
      (one) => `${one.kind} ${one.name} ${one.className} ${one.on}`,
    )
  assert.deepEqual(await listed(), ['nowhere Жуков Иван 7А 2026-11-11'])
  await world.does('kiselev', 'classes.depart', departure(world.who.lena))
  await world.amends(
    `insert into enrolment (school_id, group_id, student_id, from_date) values (:school, $1, $2, '2026-11-02'), (:school, $3, $4, '2026-11-02')`,
    [world.groups.seventhB, world.who.masha, world.groups.english, world.who.kolya],
  )
  await world.amends(
    `insert into movement (school_id, student_id, kind, on_date, to_group_id) values (:school, $1, 'enrol', '2026-11-05', $2)`,
    [world.who.vanya, world.groups.seventhB],
  )
  assert.deepEqual(await listed(), [
    'departedWithAccount Егорова Елена 7Б 2026-11-20',
    'enrolmentWithoutMovement Ёлкина Мария 7Б 2026-11-02',
    'movementWithoutEnrolment Жуков Иван 7Б 2026-11-05',
    'nowhere Жуков Иван 7А 2026-11-11',
    'subgroupWithoutClass Андреев Николай 7А · английский, 1 2026-11-02',
    'twoClasses Ёлкина Мария 7А, 7Б 2026-11-02',
  ])
})
