import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { mondayOf } from '#domain/platform/dates.ts'
import { TODAY } from '#tests/database.ts'
import { withClock } from '#tests/handClock.ts'
import { book, departure, enrolIn, five, transferTo } from '#tests/movements.ts'
import { refused } from '#tests/refused.ts'
import { newcomerOf } from '#tests/samplesOfClasses.ts'
import { newWorld, type World } from '#tests/world.ts'

const DAY = 24 * 60
const terms = [
  ['3 четверть', '2027-01-11', '2027-03-19'],
  ['4 четверть', '2027-03-29', '2027-05-26'],
] as const
const days = ['2027-01-11', '2027-01-18', '2027-02-01', '2027-02-08', '2027-02-15', '2027-03-29', '2027-04-12', '2027-04-19']

/** The second half of the year: a lesson of algebra on each of the days, in 7А and in 7Б. */
async function secondHalf(world: World) {
  for (const [i, [name, from, to]] of terms.entries())
    await world.amends(
      `insert into term (school_id, school_year_id, kind, number, name, from_grade, to_grade, from_date, to_date)
       values (:school, $1, 'quarter', $2, $3, 1, 9, $4, $5)`,
      [world.year, i + 3, name, from, to],
    )
  const lessons = new Map<string, { lessonId: string; workId: string }>()
  for (const [group, courseId, teacher] of [
    ['7А', world.courses.algebraA, world.who.ivanova],
    ['7Б', world.courses.algebraB, world.who.kuznetsov],
  ] as const)
    for (const date of days) {
      const [lessonId, workId] = [randomUUIDv7(), randomUUIDv7()]
      await world.amends(
        'insert into lesson (school_id, id, course_id, date, number, teacher_id) values (:school, $1, $2, $3, 1, $4)',
        [lessonId, courseId, date, teacher],
      )
      await world.amends('insert into work (school_id, id, lesson_id, work_type_id, weight) values (:school, $1, $2, $3, 10)', [
        workId,
        lessonId,
        world.types.classwork,
      ])
      lessons.set(`${group} ${date}`, { lessonId, workId })
    }
  return lessons
}

test('who arrives in January, moves in February and leaves in April is where they were on each date [R092, R093, R095]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const lessons = await secondHalf(world)
    const studentId = await newcomerOf(world)
    let today = TODAY
    const goTo = (date: string) => {
      clock.minutes(((Date.parse(date) - Date.parse(today)) / 86_400_000) * DAY)
      today = date
    }
    const mark = (by: 'ivanova' | 'kuznetsov', group: string) =>
      world.does(by, 'marks.set', { ...lessons.get(`${group} ${today}`)!, studentId, ...five })
    const stays = async (courseId: string, termName: string) => {
      const [term] = await world.rows<{ id: string }>('select id from term where school_id = :school and name = $1', [termName])
      const page = await world.asks('belova', 'journal.page', { courseId, termId: term!.id })
      return page.students.find((one) => one.studentId === studentId)?.stays ?? []
    }
    const broughtTo = async (courseId: string, termName: string) => {
      const [term] = await world.rows<{ id: string }>('select id from term where school_id = :school and name = $1', [termName])
      const { brought } = await world.asks('belova', 'journal.page', { courseId, termId: term!.id })
      return brought.map((one) => [one.group, one.date, one.text, one.weight])
    }
    const className = async () => (await world.asks('belova', 'diary.week', { studentId, monday: mondayOf(today) })).className
    const lessonsOf = async (monday: string) => {
      const week = await world.asks('belova', 'diary.week', { studentId, monday })
      return week.days.flatMap((day) => day.lessons.map((lesson) => [day.date, lesson.marks.map(({ text }) => text).join()]))
    }
    const listed = async (classId: string) =>
      (await world.asks('belova', 'classes.list', {})).classes
        .find((one) => one.classId === classId)!
        .students.some((one) => one.studentId === studentId)

    goTo('2027-01-18')
    await world.does('kiselev', 'classes.enrol', enrolIn(world, studentId, { on: '2027-01-18' }))
    await mark('ivanova', '7А')
    assert.deepEqual(await stays(world.courses.algebraA, '3 четверть'), [{ from: '2027-01-18', to: null }])
    assert.deepEqual([await className(), await listed(world.groups.seventhA)], ['7А', true])
    await refused(
      'journal.notInGroup',
      world.does('ivanova', 'marks.set', { ...lessons.get('7А 2027-01-11')!, studentId, ...five }),
    )

    goTo('2027-02-08')
    await world.does('kiselev', 'classes.transfer', transferTo(world, studentId, { on: '2027-02-08' }))
    await mark('kuznetsov', '7Б')
    await refused('journal.notInGroup', mark('ivanova', '7А'))
    // The old journal keeps the row, closed from the day; the new one opens it on that day.
    assert.deepEqual(await stays(world.courses.algebraA, '3 четверть'), [{ from: '2027-01-18', to: '2027-02-07' }])
    assert.deepEqual(await stays(world.courses.algebraB, '3 четверть'), [{ from: '2027-02-08', to: null }])
    assert.deepEqual(await lessonsOf('2027-01-18'), [['2027-01-18', '5']])
    assert.deepEqual(await lessonsOf('2027-02-08'), [['2027-02-08', '5']])
    assert.deepEqual(
      [await className(), await listed(world.groups.seventhA), await listed(world.groups.seventhB)],
      ['7Б', false, true],
    )
    const { subjects } = await world.asks('belova', 'diary.marks', { studentId })
    assert.deepEqual(
      subjects
        .filter(({ subject }) => subject === 'Алгебра')
        .map((one) => [one.subject, one.held, one.marks.map(({ date, text, group }) => `${date} ${text} ${group}`)]),
      [['Алгебра', 3, ['2027-01-18 5 7А', '2027-02-08 5 null']]],
      'marks of both classes are the student’s, and the subject is one',
    )
    assert.deepEqual(await broughtTo(world.courses.algebraB, '3 четверть'), [['7А', '2027-01-18', '5', 10]])
    assert.deepEqual(await broughtTo(world.courses.algebraA, '3 четверть'), [], 'the old teacher is not told what follows')
    // The first teacher puts right what was given in 7А: the page of 7Б tells it at once.
    await world.does('ivanova', 'marks.set', {
      ...lessons.get('7А 2027-02-01')!,
      studentId,
      mark: { ...noMark, values: [3] },
      expected: noMark,
    })
    assert.equal((await broughtTo(world.courses.algebraB, '3 четверть')).length, 2)

    goTo('2027-04-19')
    await world.does('kiselev', 'classes.depart', departure(studentId, { on: '2027-04-19' }))
    await refused('journal.notInGroup', mark('kuznetsov', '7Б'))
    assert.deepEqual(await stays(world.courses.algebraA, '4 четверть'), [])
    assert.deepEqual(await stays(world.courses.algebraB, '4 четверть'), [{ from: '2027-02-08', to: '2027-04-18' }])
    assert.deepEqual(await broughtTo(world.courses.algebraB, '4 четверть'), [], 'a term of its own')
    assert.equal((await world.asks('belova', 'diary.week', { studentId, monday: '2027-04-12' })).left, '2027-04-19')
    assert.deepEqual(await lessonsOf('2027-04-12'), [['2027-04-12', '']])
    assert.deepEqual(await lessonsOf('2027-04-19'), [])
    assert.equal(await listed(world.groups.seventhB), false)

    const { lines, totals } = await book(world, '2027-01-01')
    assert.deepEqual(
      lines.map((line) => [line.on, line.kind, line.fromClass, line.toClass, line.otherSchool, line.last]),
      [
        ['2027-04-19', 'depart', '7Б', '', 'Лицей № 1', true],
        ['2027-02-08', 'transfer', '7А', '7Б', '', false],
        ['2027-01-18', 'enrol', '', '7А', 'Школа № 3', false],
      ],
    )
    assert.deepEqual(
      [lines[0]!.orderNumber, lines[0]!.orderDate, lines[0]!.reason],
      ['12-к', '2026-11-19', 'заявление родителей'],
    )
    assert.deepEqual(totals, { before: 4, arrived: 1, departed: 1, transferred: 1, after: 4 })
    assert.deepEqual(
      (await world.asks('belova', 'classes.card', { classId: world.groups.seventhA, on: '2027-02-01' })).students
        .filter((one) => one.studentId === studentId)
        .map(({ from, to }) => [from, to]),
      [['2027-01-18', '2027-02-07']],
    )
  })
})
