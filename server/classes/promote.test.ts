import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { WriteTx } from '#server/platform/db.ts'
import { statementsWritten } from '#tests/counting.ts'
import { refused } from '#tests/refused.ts'
import { classCard, halves, nextYearOf, promotionOf, standingHalves } from '#tests/samplesOfClasses.ts'
import { newWorld, type World } from '#tests/world.ts'
import { enrolMany, insertClasses, setHomerooms } from './insert.ts'

const yearOf = async (world: World, yearId: string) => {
  const { classes, students } = await world.asks('belova', 'classes.overview', { yearId })
  return classes.map(({ classId, name, homerooms }) => [
    name,
    homerooms.map(({ teacher }) => teacher.split(' ')[0]).join(),
    students.filter((one) => one.classId === classId).map((one) => one.name.split(' ')[0]),
  ])
}

test('the school moves into a new year: classes, orders, homeroom teachers, subgroups [R076, R095]', async () => {
  const world = await newWorld()
  const toYearId = await nextYearOf(world)
  await world.does('belova', 'classes.setSubgroups', { ...halves(world), expected: standingHalves(world) })
  const plan = await world.asks('belova', 'classes.promotionPlan', { fromYearId: world.year, toYearId })
  assert.deepEqual(
    plan.classes.map(({ name, next, subgroups, students }) => [name, next?.name, subgroups, students.length]),
    [
      ['1А', '2А', 0, 1],
      ['7А', '8А', 2, 2],
      ['7Б', '8Б', 0, 1],
    ],
  )
  const ids = new Map(plan.classes.map(({ classId }) => [classId, randomUUIDv7()]))
  const input = {
    ...promotionOf(world, toYearId),
    classes: plan.classes.map(({ classId, letter }) => ({ classId, toClassId: ids.get(classId)!, letter })),
    exceptions: [
      { studentId: world.who.lena, outcome: 'promoteConditionally' as const, toClassId: ids.get(world.groups.seventhA)! },
    ],
  }
  assert.deepEqual(await world.does('belova', 'classes.promote', input), {
    classes: 2,
    promoted: 3,
    conditionally: 1,
    retained: 0,
    graduated: 0,
    departed: 0,
  })
  assert.deepEqual(await yearOf(world, toYearId), [
    ['2А', '', ['Андреев']],
    ['8А', 'Соколова', ['Егорова', 'Ёлкина', 'Петров']],
    ['8Б', 'Кузнецов', []],
  ])
  const card = await world.asks('belova', 'classes.card', { classId: ids.get(world.groups.seventhA)! })
  const english = card.subjects.find(({ subjectId }) => subjectId === world.subjects.english)!
  assert.deepEqual(
    english.groups.map(({ label, studentIds }) => [label.slice(0, 10), studentIds.length]),
    [
      ['английский', 1],
      ['английский', 1],
    ],
  )
  assert.deepEqual(english.lastYear.length, 2, 'last year’s cut may be taken up again')
  const { lines } = await world.asks('belova', 'classes.movement', { from: '2027-09-01', to: '2027-09-01' })
  assert.deepEqual(
    lines.map((line) => [line.student.split(' ')[0], line.kind, line.fromClass, line.toClass, line.orderNumber]),
    [
      ['Андреев', 'promote', '1А', '2А', '88'],
      ['Егорова', 'promoteConditionally', '7Б', '8А', '88'],
      ['Ёлкина', 'promote', '7А', '8А', '88'],
      ['Петров', 'promote', '7А', '8А', '88'],
    ],
  )
  // The year that ends keeps its lists to the last day.
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  assert.deepEqual(
    page.students.map(({ stays }) => stays[0]!.to),
    ['2027-08-31', '2026-11-10', '2027-08-31'],
  )
  const again = await world.does('belova', 'classes.promote', input)
  assert.deepEqual(Object.values(again), [0, 0, 0, 0, 0, 0], 'who has a place already is passed over')
  const { people } = await world.asks('kiselev', 'access.accounts', { search: 'Петров Пётр' })
  assert.equal(people[0]!.detail, '7А', 'until September the class is the old one')
})

test('whoever comes to the eighth learns in the shift and week of the eighth; with eighths at odds, as before [R076]', async () => {
  const world = await newWorld()
  const toYearId = await nextYearOf(world)
  const eighth = (letter: string, card: { shift: number; studyDays: 5 | 6 | null }) => {
    const where = { classId: randomUUIDv7(), yearId: world.year, grade: 8, letter, teacherId: null }
    return world.does('belova', 'classes.create', { ...classCard, ...where, ...card })
  }
  const regime = async (classId: string) => {
    const asked = `select shift, study_days as "studyDays" from study_group where school_id = :school and id = $1`
    return (await world.rows<{ shift: number; studyDays: number | null }>(asked, [classId]))[0]
  }
  await eighth('А', { shift: 2, studyDays: 6 })
  const first = promotionOf(world, toYearId)
  await world.does('belova', 'classes.promote', first)
  assert.deepEqual(await regime(first.classes[0]!.toClassId!), { shift: 2, studyDays: 6 })
  await eighth('Б', { shift: 1, studyDays: null })
  const second = { ...first, classes: [{ classId: world.groups.seventhB, toClassId: randomUUIDv7(), letter: 'Б' }] }
  await world.does('belova', 'classes.promote', second)
  assert.deepEqual(await regime(second.classes[0]!.toClassId), { shift: 1, studyDays: null })
})

test('a class finishes school; one of it stays for another year, one goes on to grade 10, one leaves [R076, R095]', async () => {
  const world = await newWorld()
  const toYearId = await nextYearOf(world)
  await world.amends(`update study_group set grade = 9, name = '9А' where school_id = :school and id = $1`, [
    world.groups.seventhA,
  ])
  const input = promotionOf(world, toYearId)
  const made = async (grade: number) => {
    const classId = randomUUIDv7()
    await world.does('belova', 'classes.create', { classId, yearId: toYearId, grade, letter: 'А', ...classCard, teacherId: null })
    return classId
  }
  const [ninth, tenth] = [await made(9), await made(10)]
  const finish = { ...input, classes: [{ ...input.classes[0]!, toClassId: null }] }
  const { name } = await refused(
    'classes.exceptionNeedsClass',
    world.does('belova', 'classes.promote', {
      ...finish,
      exceptions: [{ studentId: world.who.masha, outcome: 'retain', toClassId: null }],
    }),
  )
  assert.equal(name, 'Ёлкина Мария')
  assert.deepEqual(
    await world.does('belova', 'classes.promote', {
      ...finish,
      exceptions: [
        { studentId: world.who.masha, outcome: 'retain', toClassId: ninth },
        { studentId: world.who.petya, outcome: 'promote', toClassId: tenth },
      ],
    }),
    { classes: 2, promoted: 1, conditionally: 0, retained: 1, graduated: 0, departed: 0 },
  )
  await world.amends(`update study_group set grade = 9, name = '9Б' where school_id = :school and id = $1`, [
    world.groups.seventhB,
  ])
  const second = { ...finish, classes: [{ classId: world.groups.seventhB, toClassId: null, letter: 'Б' }] }
  const { graduated } = await world.does('belova', 'classes.promote', second)
  assert.equal(graduated, 1)
  const { lines } = await world.asks('belova', 'classes.movement', { from: '2027-05-27', to: '2027-09-01' })
  assert.deepEqual(
    lines.map((line) => [line.student.split(' ')[0], line.kind, line.on, line.toClass]),
    [
      ['Ёлкина', 'retain', '2027-09-01', '9А'],
      ['Петров', 'promote', '2027-09-01', '10А'],
      ['Егорова', 'graduate', '2027-06-25', ''],
    ],
  )
  const { promoted } = await world.does('belova', 'classes.promote', second)
  assert.equal(promoted, 0)
})

test('a promotion is refused where it cannot be true, and leaves nothing behind', async () => {
  const world = await newWorld()
  const toYearId = await nextYearOf(world)
  const input = promotionOf(world, toYearId)
  await refused(
    'classes.yearsOrder',
    world.does('belova', 'classes.promote', { ...input, fromYearId: toYearId, toYearId: world.year }),
  )
  await refused('classes.outsideYear', world.does('belova', 'classes.promote', { ...input, graduatedOn: '2028-01-01' }))
  await refused(
    'classes.unknownClass',
    world.does('belova', 'classes.promote', { ...input, classes: [{ ...input.classes[0]!, classId: world.groups.english }] }),
  )
  const classId = randomUUIDv7()
  await world.does('belova', 'classes.create', {
    classId,
    yearId: toYearId,
    grade: 8,
    letter: 'А',
    ...classCard,
    teacherId: null,
  })
  await refused('classes.nameTaken', world.does('belova', 'classes.promote', input))
  assert.deepEqual(await yearOf(world, toYearId), [['8А', '', []]])
})

test('a line of the promotion is taken back like any other [R093]', async () => {
  const world = await newWorld()
  const toYearId = await nextYearOf(world)
  await world.does('belova', 'classes.promote', promotionOf(world, toYearId))
  const { lines } = await world.asks('belova', 'classes.movement', { from: '2027-09-01', to: '2027-09-01' })
  const line = lines.find((one) => one.studentId === world.who.masha)!
  await world.does('belova', 'classes.cancelMovement', { personId: line.studentId, movementId: line.movementId })
  assert.deepEqual(
    (await yearOf(world, toYearId)).map(([, , students]) => students),
    [['Петров']],
  )
  const stay = await world.rows(
    `select to_date from enrolment where school_id = :school and student_id = $1 and group_id = $2 and not cancelled`,
    [world.who.masha, world.groups.seventhA],
  )
  assert.deepEqual(stay, [{ to_date: null }])
})

test('2,000 students are enrolled in as many statements as two; whoever comes in the middle of the year has a line in the book [R092]', async () => {
  const world = await newWorld()
  const [classes, people] = [
    Array.from({ length: 80 }, () => randomUUIDv7()),
    Array.from({ length: 2_000 }, () => randomUUIDv7()),
  ]
  await world.amends(
    `insert into person (school_id, id, surname, given_name, sex) select :school, id, 'Новый', 'Ученик', 'm' from unnest($1::uuid[]) p (id)`,
    [people],
  )
  const row = (studentId: string, groupId: string, from = '2026-09-01') => ({
    studentId,
    groupId,
    from,
    orderNumber: '',
    orderDate: null,
    otherSchool: '',
  })
  const inOne = (run: (tx: WriteTx) => Promise<number>) => world.app.db.write(world.schoolId, randomUUIDv7(), run)
  await inOne(async (tx) => {
    await insertClasses(
      tx,
      world.year,
      classes.map((classId, i) => ({ classId, grade: (i % 11) + 1, letter: `К${i}`, ...classCard })),
    )
    await setHomerooms(
      tx,
      classes.map((classId) => ({ classId, teacherId: world.who.ivanova, from: '2026-09-01' })),
    )
    return classes.length
  })
  const written: number[] = []
  const all = people.map((id, i) => row(id, classes[i % 80]!))
  const late = [row(people[0]!, classes[0]!), row(world.who.vanya, world.groups.seventhB, '2026-11-23')]
  const enrol = (rows: typeof all) =>
    statementsWritten(world.app, async () => written.push(await inOne((tx) => enrolMany(tx, rows))))
  const statements = [await enrol(all), await enrol(late)]
  assert.equal(statements[0], statements[1], 'as many statements for 2,000 as for two')
  assert.deepEqual(written, [2_000, 1], 'who is in the class already is passed over')
  const { lines, totals } = await world.asks('belova', 'classes.movement', { from: '2026-09-01', to: '2026-11-30' })
  assert.deepEqual(
    lines.map((line) => [line.student, line.kind, line.on]),
    [['Жуков Иван Олегович', 'enrol', '2026-11-23']],
  )
  assert.equal(totals.after, 2_005)
  const overview = await world.asks('belova', 'classes.overview', {})
  assert.deepEqual([overview.classes.length, overview.classes.find(({ name }) => name === '2К1')!.students], [83, 25])
  assert.equal((await world.actor('ivanova')).homeroomOf.length, 80)
})

test('a class that has finished school shows who it had on its last day, and why somebody was promoted on condition [R076, R095]', async () => {
  const world = await newWorld()
  const toYearId = await nextYearOf(world)
  const eighth = randomUUIDv7()
  const reason = 'задолженность по алгебре, ликвидировать до 15.10.2027'
  await world.does('belova', 'classes.promote', {
    ...promotionOf(world, toYearId),
    classes: [
      { classId: world.groups.seventhA, toClassId: eighth, letter: 'А' },
      { classId: world.groups.seventhB, toClassId: null, letter: 'Б' },
    ],
    exceptions: [{ studentId: world.who.petya, outcome: 'promoteConditionally', toClassId: eighth, reason }],
    graduatedOn: '2027-05-21',
  })
  const plan = await world.asks('belova', 'classes.promotionPlan', { fromYearId: world.year, toYearId })
  assert.deepEqual(
    plan.classes.slice(1).map(({ name, students }) => [name, students.map(({ moved }) => moved)]),
    [
      ['7А', [true, true]],
      ['7Б', [true]],
    ],
  )
  const { lines } = await world.asks('belova', 'classes.movement', { from: '2027-09-01', to: '2027-09-01' })
  assert.deepEqual(
    lines.filter(({ kind }) => kind === 'promoteConditionally').map((one) => [one.student, one.reason]),
    [['Петров Пётр Сергеевич', reason]],
  )
  // The years have passed: what is asked today is asked of a year that is over.
  await world.amends(`update school_year set from_date = from_date - 365, to_date = to_date - 365 where school_id = :school`)
  await world.amends(
    `update enrolment set from_date = from_date - 365, to_date = to_date - 365 where school_id = :school and not cancelled`,
  )
  const { classes, on } = await world.asks('belova', 'classes.overview', { yearId: world.year })
  assert.equal(on, '2026-05-26')
  assert.deepEqual(
    classes.map(({ name, students }) => [name, students]),
    [
      ['1А', 1],
      ['7А', 2],
      ['7Б', 1],
    ],
  )
  const card = await world.asks('belova', 'classes.card', { classId: world.groups.seventhB })
  assert.deepEqual([card.on, card.class.students, card.students.map(({ to }) => to)], ['2026-05-20', 1, ['2026-05-20']])
})
