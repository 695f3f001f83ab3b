import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { addDays } from '#domain/platform/dates.ts'
import { TODAY } from '#tests/database.ts'
import { refused } from '#tests/refused.ts'
import { ownPlanOf } from '#tests/samplesOfPlans.ts'
import { newWorld, type World } from '#tests/world.ts'

const START = '2026-11-18'
const ownDates = ['2026-11-18', '2026-11-19', TODAY, addDays(TODAY, 3)]

/** Маша of 7А learns algebra by a plan of her own from 18 November, two lessons before noon, with Кузнецов. */
async function planned(world: World, from = START) {
  const groupId = await ownPlanOf(world, from)
  await world.does('belova', 'classes.setOwnSubjects', { groupId, subjectIds: [world.subjects.algebra], expected: [], from })
  const courseId = randomUUIDv7()
  await world.amends(
    `insert into course (school_id, id, school_year_id, group_id, subject_id) values (:school, $1, $2, $3, $4)`,
    [courseId, world.year, groupId, world.subjects.algebra],
  )
  await world.amends(`insert into assignment (school_id, course_id, teacher_id, from_date) values (:school, $1, $2, $3)`, [
    courseId,
    world.who.kuznetsov,
    from,
  ])
  const lessons = ownDates.map((date) => ({ date, id: randomUUIDv7(), workId: randomUUIDv7() }))
  for (const { id, workId, date } of lessons) {
    await world.amends(
      `insert into lesson (school_id, id, course_id, date, number, teacher_id) values (:school, $1, $2, $3, 5, $4)`,
      [id, courseId, date, world.who.kuznetsov],
    )
    await world.amends(`insert into work (school_id, id, lesson_id, work_type_id, weight) values (:school, $1, $2, $3, 10)`, [
      workId,
      id,
      world.types.classwork,
    ])
  }
  return { groupId, courseId, lessons }
}

const five = { ...noMark, values: [5] }
const mark = (world: World, by: 'ivanova' | 'kuznetsov', lesson: { id: string; workId: string }, value = 5) =>
  world.does(by, 'marks.set', {
    lessonId: lesson.id,
    workId: lesson.workId,
    studentId: world.who.masha,
    mark: { ...five, values: [value] },
    expected: noMark,
  })
const weekOf = async (world: World, by: 'masha' | 'sokolova' = 'masha') => {
  const { days } = await world.asks(by, 'diary.week', { studentId: world.who.masha, monday: '2026-11-16' })
  return days.flatMap(({ date, lessons }) =>
    lessons.filter(({ subject }) => subject === 'Алгебра').map(({ number, teacher }) => [date, number, teacher]),
  )
}

test('a subject learned by a plan of one’s own leaves the class journal from its day on, and the past stays [R079, R084]', async () => {
  const world = await newWorld()
  await mark(world, 'ivanova', world.lesson(world.courses.algebraA, '2026-11-17'), 3)
  const { courseId, lessons } = await planned(world)
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  const masha = page.students.find(({ studentId }) => studentId === world.who.masha)!
  assert.deepEqual(masha.stays, [{ from: '2026-09-01', to: '2026-11-17' }])
  assert.deepEqual(masha.apart, [{ from: START, to: null }])
  assert.ok(!('apart' in page.students.find(({ studentId }) => studentId === world.who.petya)!))
  assert.deepEqual(page.marks.text, ['3'], 'what was given stays')
  const classLesson = world.lesson(world.courses.algebraA, TODAY)
  await refused('journal.ownPlan', mark(world, 'ivanova', classLesson))
  await refused(
    'journal.ownPlan',
    world.does('ivanova', 'marks.setMany', {
      courseId: world.courses.algebraA,
      cells: [{ workId: classLesson.workId, studentId: world.who.masha, mark: five, expected: noMark }],
    }),
  )
  const present = { code: null, minutes: null }
  const absent = { code: 'absent' as const, minutes: null }
  await refused(
    'journal.ownPlan',
    world.does('ivanova', 'attendance.set', {
      lessonId: classLesson.id,
      studentId: world.who.masha,
      attendance: absent,
      expected: present,
    }),
  )
  await refused(
    'journal.notInGroup',
    world.does('ivanova', 'attendance.rollCall', {
      lessonId: classLesson.id,
      absences: [{ studentId: world.who.masha, code: 'absent', minutes: null }],
    }),
  )
  const { lessons: day } = await world.asks('ivanova', 'journal.myDay', { date: TODAY })
  assert.equal(day.find((one) => one.courseId === world.courses.algebraA)!.students, 1, 'Петя alone')

  await mark(world, 'kuznetsov', lessons[0]!)
  const own = await world.asks('kuznetsov', 'journal.page', { courseId })
  assert.deepEqual(
    own.students.map(({ name, stays }) => [name, stays]),
    [['Ёлкина Мария', [{ from: START, to: null }]]],
  )
  assert.deepEqual(
    own.brought.map(({ group, date, text }) => [group, date, text]),
    [['7А', '2026-11-17', '3']],
    'what she earned with the class counts on',
  )
  const { lessons: kuznetsovs } = await world.asks('kuznetsov', 'journal.myDay', { date: TODAY })
  assert.equal(kuznetsovs.find((one) => one.courseId === courseId)!.students, 1)
})

test('the diary shows own lessons in place of those of the class, and one average of both [R079, R084, R187]', async () => {
  const world = await newWorld()
  await mark(world, 'ivanova', world.lesson(world.courses.algebraA, '2026-11-17'), 3)
  const { lessons } = await planned(world)
  await mark(world, 'kuznetsov', lessons[0]!, 5)
  for (const by of ['masha', 'sokolova'] as const) {
    assert.deepEqual(
      await weekOf(world, by),
      [
        ['2026-11-16', 1, 'Иванова М. П.'],
        ['2026-11-17', 1, 'Иванова М. П.'],
        ['2026-11-18', 5, 'Кузнецов О. И.'],
        ['2026-11-19', 5, 'Кузнецов О. И.'],
        ['2026-11-20', 5, 'Кузнецов О. И.'],
      ],
      by,
    )
  }
  const { subjects } = await world.asks('masha', 'diary.marks', { studentId: world.who.masha })
  const algebra = subjects.filter(({ subject }) => subject === 'Алгебра')
  assert.equal(algebra.length, 1)
  assert.deepEqual(
    [algebra[0]!.teacher, algebra[0]!.held, algebra[0]!.marks.map(({ text, group }) => [text, group])],
    [
      'Кузнецов О. И.',
      6,
      [
        ['3', '7А'],
        ['5', null],
      ],
    ],
    'three lessons with the class and three of her own',
  )
})

test('when the plan ends in the middle of the year the student is with the class again from that day [R079, R084]', async () => {
  const world = await newWorld()
  const { groupId, courseId, lessons } = await planned(world)
  await mark(world, 'kuznetsov', lessons[0]!, 4)
  const end = (from: string) =>
    world.does('belova', 'classes.setMembers', { groupId, studentIds: [], expected: [world.who.masha], from })
  await refused('classes.writtenAfter', end(START))
  await end(TODAY)
  assert.deepEqual(await weekOf(world), [
    ['2026-11-16', 1, 'Иванова М. П.'],
    ['2026-11-17', 1, 'Иванова М. П.'],
    ['2026-11-18', 5, 'Кузнецов О. И.'],
    ['2026-11-19', 5, 'Кузнецов О. И.'],
    ['2026-11-20', 1, 'Иванова М. П.'],
  ])
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA })
  const masha = page.students.find(({ studentId }) => studentId === world.who.masha)!
  assert.deepEqual(masha.stays, [
    { from: '2026-09-01', to: '2026-11-17' },
    { from: TODAY, to: null },
  ])
  assert.deepEqual(masha.apart, [{ from: START, to: '2026-11-19' }])
  assert.deepEqual(
    page.brought.map(({ group, text }) => [group.startsWith('Ёлкина'), text]),
    [[true, '4']],
    'the mark of the plan counts in the class again',
  )
  await mark(world, 'ivanova', world.lesson(world.courses.algebraA, TODAY))
  const own = await world.asks('kuznetsov', 'journal.page', { courseId })
  assert.deepEqual(own.students[0]!.stays, [{ from: START, to: '2026-11-19' }])
  assert.deepEqual(own.marks.text, ['4'], 'the past is as it was')
})

test('a subject goes back to the class alone, from its day; what the class has written since keeps it [R084]', async () => {
  const world = await newWorld()
  await mark(world, 'ivanova', world.lesson(world.courses.algebraA, '2026-11-19'), 3)
  const groupId = await ownPlanOf(world, START)
  const set = (subjectIds: string[], expected: string[], from: string) =>
    world.does('belova', 'classes.setOwnSubjects', { groupId, subjectIds, expected, from })
  const { algebra, russian } = world.subjects
  const { name } = await refused('classes.writtenAfter', set([algebra, russian], [], START))
  assert.equal(name, 'Ёлкина Мария')
  await refused('classes.unknownSubject', set([randomUUIDv7()], [], TODAY))
  await refused('classes.outsideYear', set([algebra], [], '2027-08-01'))
  await refused('classes.termClosed', set([russian], [], '2026-10-20'))
  await set([algebra, russian], [], TODAY)
  await refused('classes.changedMeanwhile', set([russian], [russian], TODAY))
  await set([russian], [algebra, russian], '2026-11-23')
  const { subjects, students } = await world.asks('sokolova', 'classes.ownPlan', { groupId })
  assert.deepEqual(
    subjects.filter(({ days }) => days.length > 0).map((one) => [one.name, one.days, one.since]),
    [
      ['Алгебра', [{ from: TODAY, to: '2026-11-22' }], TODAY],
      ['Русский язык', [{ from: TODAY, to: null }], TODAY],
    ],
  )
  assert.deepEqual(
    students.map((one) => [one.name, one.from, one.to]),
    [['Ёлкина Мария Ивановна', START, null]],
  )
})

test('a plan of one’s own has its own shift and week, until then those of the class [R085]', async () => {
  const world = await newWorld()
  const groupId = await ownPlanOf(world)
  const regimeOf = async () => (await world.asks('belova', 'classes.ownPlan', { groupId })).plan.regime
  const setClass = async (shift: number, was: number) =>
    world.does('belova', 'calendar.setRegime', {
      yearId: world.year,
      classes: [{ classId: world.groups.seventhA, shift, studyDays: 6 }],
      expected: [{ classId: world.groups.seventhA, shift: was, studyDays: was === 1 ? null : 6 }],
    })
  await setClass(2, 1)
  assert.deepEqual(await regimeOf(), { shift: 2, studyDays: 6 }, 'follows the class')
  const own = { shift: 1, studyDays: 5 }
  await refused(
    'classes.changedMeanwhile',
    world.does('belova', 'classes.setGroupRegime', { groupId, regime: own, expected: { shift: 1, studyDays: null } }),
  )
  await world.does('belova', 'classes.setGroupRegime', { groupId, regime: own, expected: { shift: 2, studyDays: 6 } })
  await setClass(3, 2)
  assert.deepEqual(await regimeOf(), own, 'keeps what was set for it')
  const { class: card } = await world.asks('belova', 'classes.card', { classId: world.groups.seventhA })
  const { letter, capacity, ungraded, curriculumId } = card
  const expected = { letter, capacity, ungraded, curriculumId, shift: 3, studyDays: 6 }
  await world.does('belova', 'classes.change', {
    classId: world.groups.seventhA,
    card: { ...expected, shift: 1, studyDays: null },
    expected,
  })
  assert.deepEqual(await regimeOf(), own)
  const [english] = await world.rows<{ shift: number }>('select shift from study_group where id = $1', [world.groups.english])
  assert.equal(english!.shift, 1, 'the subgroup went along')
})
