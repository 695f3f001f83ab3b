import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { TODAY } from '#tests/database.ts'
import { refused } from '#tests/refused.ts'
import { newWorld } from '#tests/world.ts'

test('a topic is written, read on the page, and put right', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA)
  await world.does('ivanova', 'journal.setTopic', { lessonId: lesson.id, topic: 'Дроби', expected: '' })
  await world.does('ivanova', 'journal.setTopic', { lessonId: lesson.id, topic: '  Обыкновенные дроби 🍰 ', expected: 'Дроби' })
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  assert.equal(page.lessons.find((one) => one.lessonId === lesson.id)!.topic, 'Обыкновенные дроби 🍰')
})

test('two write a topic at once: the second is shown what the first wrote', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA, '2026-11-19')
  await world.does('kuznetsov', 'journal.setTopic', { lessonId: lesson.id, topic: 'Замена: дроби', expected: '' })
  const { value, by } = await refused(
    'journal.changedMeanwhile',
    world.does('ivanova', 'journal.setTopic', { lessonId: lesson.id, topic: 'Дроби', expected: '' }),
  )
  assert.deepEqual([value, by], ['Замена: дроби', 'Кузнецов О. И.'])
  await world.does('ivanova', 'journal.setTopic', { lessonId: lesson.id, topic: 'Замена: дроби', expected: '' })
})

test('two write a note at once: the second is shown what the first wrote, whoever touched the lesson since', async () => {
  const world = await newWorld()
  const lessonId = world.lesson(world.courses.algebraA, '2026-11-19').id
  await world.does('kuznetsov', 'journal.setNote', { lessonId, note: 'принести циркули ', expected: '' })
  await world.does('ivanova', 'journal.setTopic', { lessonId, topic: 'Дроби', expected: '' })
  const { value, by } = await refused(
    'journal.changedMeanwhile',
    world.does('ivanova', 'journal.setNote', { lessonId, note: 'заменить доску', expected: '' }),
  )
  assert.deepEqual([value, by], ['принести циркули', 'Кузнецов О. И.'])
  const noteOf = async () =>
    (await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })).lessons.find(
      (one) => one.lessonId === lessonId,
    )!.note
  await world.does('ivanova', 'journal.setNote', { lessonId, note: ' принести циркули', expected: '' })
  assert.equal(await noteOf(), 'принести циркули')
  await world.does('ivanova', 'journal.setNote', { lessonId, note: 'заменить доску', expected: 'принести циркули' })
  assert.equal(await noteOf(), 'заменить доску')
})

test('spaces alone are no topic, and do not make a lesson filled [R122]', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA, '2026-11-18')
  await world.does('ivanova', 'journal.setTopic', { lessonId: lesson.id, topic: '   ', expected: '' })
  await world.does('ivanova', 'attendance.rollCall', { lessonId: lesson.id, absences: [] })
  const { overdue } = await world.asks('ivanova', 'journal.myDay', { date: TODAY })
  assert.ok(overdue.some((one) => one.lessonId === lesson.id))
})

test('nothing is written into a closed term or a cancelled lesson', async () => {
  const world = await newWorld()
  const old = world.lesson(world.courses.algebraA, '2026-10-20')
  const lesson = world.lesson(world.courses.algebraA)
  await world.amends('update lesson set cancelled = true where school_id = :school and id = $1', [lesson.id])
  await refused(
    'journal.termLocked',
    world.does('ivanova', 'journal.setTopic', { lessonId: old.id, topic: 'Дроби', expected: '' }),
  )
  await refused('journal.termLocked', world.does('ivanova', 'journal.setNote', { lessonId: old.id, note: 'доска', expected: '' }))
  await refused(
    'journal.cancelled',
    world.does('ivanova', 'journal.setTopic', { lessonId: lesson.id, topic: 'Дроби', expected: '' }),
  )
})

test('the topic of a lesson to come may be prepared', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA, '2026-11-23')
  await world.does('ivanova', 'journal.setTopic', { lessonId: lesson.id, topic: 'Дроби', expected: '' })
})

test('a note is for staff: the teacher reads it, the diary does not', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA)
  await world.does('ivanova', 'journal.setNote', { lessonId: lesson.id, note: 'принести циркули', expected: '' })
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  assert.equal(page.lessons.find((one) => one.lessonId === lesson.id)!.note, 'принести циркули')
  for (const diary of [
    await world.asks('petya', 'diary.week', { studentId: world.who.petya, monday: '2026-11-16' }),
    await world.asks('petya', 'diary.marks', { studentId: world.who.petya }),
  ]) {
    assert.ok(!JSON.stringify(diary).includes('циркули'))
  }
})

test('«Мой день» has the lessons of the day, covered ones too, and those not filled before it [R005, R126]', async () => {
  const world = await newWorld()
  const day = await world.asks('kuznetsov', 'journal.myDay', { date: '2026-11-19' })
  assert.deepEqual(
    day.lessons.map((lesson) => [lesson.group, lesson.insteadOf]),
    [
      ['7А', 'Иванова М. П.'],
      ['7Б', null],
    ],
  )
  assert.deepEqual(
    day.overdue.map((lesson) => lesson.date),
    ['2026-11-18', '2026-11-17', '2026-11-16', '2026-11-09'],
  )
  assert.equal(day.overdueTotal, 4, 'a closed term asks for nothing any more')
  assert.equal(
    (await world.asks('ivanova', 'journal.myDay', { date: '2026-11-19' })).lessons.some(
      (lesson) => lesson.courseId === world.courses.algebraA,
    ),
    false,
  )
})

test('a lesson leaves the unfilled ones when its topic is written and the roll is called [R008, R122, R126]', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraB, '2026-11-18')
  const overdue = async () =>
    (await world.asks('kuznetsov', 'journal.myDay', { date: TODAY })).overdue.filter((one) => one.lessonId === lesson.id).length
  assert.equal(await overdue(), 1)
  await world.does('kuznetsov', 'journal.setTopic', { lessonId: lesson.id, topic: 'Дроби', expected: '' })
  assert.equal(await overdue(), 1)
  await world.does('kuznetsov', 'attendance.rollCall', {
    lessonId: lesson.id,
    absences: [{ studentId: world.who.lena, code: 'sick', minutes: null }],
  })
  assert.equal(await overdue(), 0)
})

test('a day to come asks for nothing yet, a holiday has its name', async () => {
  const world = await newWorld()
  const monday = await world.asks('ivanova', 'journal.myDay', { date: '2026-11-23' })
  assert.ok(monday.lessons.length > 0)
  assert.ok(monday.overdue.every((lesson) => lesson.date < TODAY))
  assert.equal((await world.asks('ivanova', 'journal.myDay', { date: '2026-11-04' })).dayName, 'День народного единства')
})

test('the deputy sees whose lessons are not filled, most first [R005, R129]', async () => {
  const world = await newWorld()
  const { teachers } = await world.asks('belova', 'journal.unfilled', {})
  assert.deepEqual(
    teachers.map((teacher) => [teacher.name, teacher.lessons, teacher.oldest]),
    [
      ['Соколова Елена Викторовна', 15, '2026-11-09'],
      ['Иванова Мария Петровна', 14, '2026-11-09'],
      ['Кузнецов Олег Ильич', 6, '2026-11-09'],
    ],
  )
})

const journals: [Parameters<Awaited<ReturnType<typeof newWorld>>['asks']>[0], string[]][] = [
  ['ivanova', ['7А Алгебра', '7А · английский, 1 Английский язык', '7А · английский, 1 Разговоры о важном']],
  ['kuznetsov', ['7Б Алгебра', '7А Алгебра']], // his own, and the one he covers
  ['kiselev', []],
]
for (const [key, expected] of journals) {
  test(`the list of journals of ${key} has ${expected.length || 'none'} [R057]`, async () => {
    const world = await newWorld()
    if (key === 'kiselev') return void (await refusedOrEmpty(world.asks(key, 'journal.courses', {})))
    const { courses } = await world.asks(key, 'journal.courses', {})
    assert.deepEqual(courses.map((course) => `${course.group} ${course.subject}`).sort(), [...expected].sort())
  })
}
const refusedOrEmpty = async (work: Promise<{ courses: unknown[] }>) => assert.deepEqual((await work).courses, [])

test('a covered lesson of more than a week ago is back with who teaches the course', async () => {
  const world = await newWorld()
  const cover = (date: string) =>
    world.amends('update lesson set teacher_id = $1, instead_of_id = $2 where school_id = :school and id = $3', [
      world.who.belova,
      world.who.ivanova,
      world.lesson(world.courses.englishA, date).id,
    ])
  const write = (date: string) =>
    world.does('belova', 'journal.setTopic', {
      lessonId: world.lesson(world.courses.englishA, date).id,
      topic: 'Past',
      expected: '',
    })
  const overdue = async () => (await world.asks('belova', 'journal.myDay', { date: TODAY })).overdue.map((lesson) => lesson.date)
  await cover('2026-11-09')
  assert.deepEqual(await overdue(), [])
  await refused('access.denied', write('2026-11-09'))
  await cover('2026-11-16')
  assert.deepEqual(await overdue(), ['2026-11-16'])
  await write('2026-11-16')
  await world.amends('update lesson set teacher_id = $1, instead_of_id = $2 where school_id = :school and id = $3', [
    world.who.kuznetsov,
    world.who.ivanova,
    world.lesson(world.courses.englishA, '2026-11-09').id,
  ])
  const { courses } = await world.asks('kuznetsov', 'journal.courses', {})
  assert.ok(!courses.some((course) => course.courseId === world.courses.englishA))
})

test('the homeroom teacher opens every journal of the class, and writes in none but her own [R058]', async () => {
  const world = await newWorld()
  const { courses } = await world.asks('sokolova', 'journal.courses', {})
  const foreign = courses.filter((course) => !course.mine)
  assert.deepEqual(
    foreign.map((course) => course.courseId).sort(),
    [world.courses.algebraA, world.courses.englishA, world.courses.project].sort(),
  )
  for (const { courseId } of foreign) await world.asks('sokolova', 'journal.page', { courseId })
  const lesson = world.lesson(world.courses.algebraA)
  await refused(
    'access.denied',
    world.does('sokolova', 'journal.setTopic', { lessonId: lesson.id, topic: 'Дроби', expected: '' }),
  )
})

test('the page has everybody who was in the group in that term, with their dates [R145]', async () => {
  const world = await newWorld()
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  assert.deepEqual(
    page.students.map((student) => [student.name, student.stays]),
    [
      ['Ёлкина Мария', [{ from: '2026-09-01', to: null }]],
      ['Жуков Иван', [{ from: '2026-09-01', to: '2026-11-10' }]],
      ['Петров Пётр', [{ from: '2026-09-01', to: null }]],
    ],
  )
  assert.deepEqual([page.className, page.term.name, page.terms.length, page.today], ['7А', '2 четверть', 2, TODAY])
})

test('who left the group and came back is one student with two stays', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into enrolment (school_id, group_id, student_id, from_date) values (:school, $1, $2, '2026-11-18')`,
    [world.groups.seventhA, world.who.vanya],
  )
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  assert.equal(page.students.length, 3)
  assert.deepEqual(page.students.find((student) => student.studentId === world.who.vanya)!.stays, [
    { from: '2026-09-01', to: '2026-11-10' },
    { from: '2026-11-18', to: null },
  ])
})

test('a page finds its marks by place: the n-th entries belong together', async () => {
  const world = await newWorld()
  const lesson = world.lesson(world.courses.algebraA)
  const cell = { lessonId: lesson.id, workId: lesson.workId, studentId: world.who.petya }
  await world.does('ivanova', 'marks.set', { ...cell, mark: { ...noMark, values: [4, 5], comment: 'молодец' }, expected: noMark })
  await world.does('ivanova', 'attendance.set', {
    lessonId: lesson.id,
    studentId: world.who.petya,
    attendance: { code: 'late', minutes: 7 },
    expected: { code: null, minutes: null },
  })
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  const works = page.lessons.flatMap((one) => one.works)
  assert.deepEqual(
    [works[page.marks.work[0]!]!.workId, page.students[page.marks.student[0]!]!.studentId, page.marks.text],
    [lesson.workId, world.who.petya, ['4/5']],
  )
  assert.deepEqual(
    page.remarks.map((remark) => remark.comment),
    ['молодец'],
  )
  assert.deepEqual(
    [page.lessons[page.absences.lesson[0]!]!.lessonId, page.absences.code, page.absences.minutes],
    [lesson.id, ['late'], [7]],
  )
})

test('a term of another year, or of nobody, shows the current one', async () => {
  const world = await newWorld()
  const other = await newWorld()
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA, termId: other.terms.closed })
  assert.equal(page.term.termId, world.terms.current)
  const old = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA, termId: world.terms.closed })
  assert.deepEqual([old.term.termId, old.lessons.map((lesson) => lesson.date)], [world.terms.closed, ['2026-10-20']])
})

test('the calendar of the year has its terms and its holidays', async () => {
  const world = await newWorld()
  const year = await world.asks('petya', 'calendar.year', {})
  assert.deepEqual(
    [year.name, year.terms.map((term) => term.name), year.exceptions.map((day) => day.name)],
    ['2026/27', ['1 четверть', '2 четверть'], ['День народного единства']],
  )
})
