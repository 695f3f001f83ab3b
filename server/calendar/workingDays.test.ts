import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exception } from '#domain/calendar/rules.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type World } from '#tests/world.ts'

const SATURDAY = '2026-11-28'
const saturday: Exception = {
  kind: 'workday',
  name: 'Рабочая суббота',
  from: SATURDAY,
  to: SATURDAY,
  fromGrade: 1,
  toGrade: 12,
  classId: null,
  likeWeekday: 5,
}

const unity: Exception = {
  ...saturday,
  kind: 'holiday',
  name: 'День народного единства',
  from: '2026-11-04',
  to: '2026-11-04',
  likeWeekday: null,
}

/** On Fridays 7А has algebra (every week) and Russian (the other weeks), 7Б algebra until the end of October. */
async function withFridays(world: World): Promise<void> {
  const { algebraA, russianA, algebraB, englishA } = world.courses
  const slot = (courseId: string, number: number, week: string, to: string | null) =>
    world.amends(
      `insert into slot (school_id, course_id, weekday, number, week, from_date, to_date) values (:school, $1, 5, $2, $3, '2026-09-01', $4)`,
      [courseId, number, week, to],
    )
  await slot(algebraA, 1, 'every', null)
  await slot(englishA, 2, 'every', null)
  await slot(russianA, 3, 'odd', null) // 23–29 November is the thirteenth week of the year, an odd one
  await slot(algebraA, 4, 'even', null)
  await slot(algebraB, 1, 'every', '2026-10-31')
}

const standing = (world: World) =>
  world.rows<{ id: string; subject: string; number: number; teacher: string; works: number }>(
    `select l.id, s.name as subject, l.number, p.surname as teacher, (select count(*)::int from work w where w.lesson_id = l.id) as works
     from lesson l join course c on c.id = l.course_id join subject s on s.id = c.subject_id join person p on p.id = l.teacher_id
     where l.school_id = :school and l.date = '${SATURDAY}' and not l.cancelled order by l.number`,
  )
const seen = async (world: World) =>
  (await world.asks('petrova', 'diary.week', { studentId: world.who.petya, monday: '2026-11-23' })).days
    .find(({ date }) => date === SATURDAY)!
    .lessons.map(({ subject, startsAt }) => [subject, startsAt])

test('a working Saturday by the timetable of Friday has its lessons, with the bells of Friday, and takes them back [R075]', async () => {
  const world = await newWorld()
  await withFridays(world)
  const days = { yearId: world.year, from: SATURDAY, to: SATURDAY, fromGrade: 1, toGrade: 12 }
  const before = await world.asks('belova', 'calendar.previewException', { ...days, likeWeekday: 5 })
  assert.deepEqual([before.wanted, before.laid, before.lessons], [3, 0, 0])
  const { laid } = await world.does('belova', 'calendar.addException', {
    yearId: world.year,
    exception: saturday,
    cancelLessons: false,
  })
  assert.equal(laid, 3)
  assert.deepEqual(
    (await standing(world)).map(({ id: _, ...lesson }) => Object.values(lesson)),
    [
      ['Алгебра', 1, 'Иванова', 1],
      ['Английский язык', 2, 'Иванова', 1],
      ['Русский язык', 3, 'Соколова', 1],
    ],
  )
  assert.deepEqual(await seen(world), [
    ['Алгебра', 510],
    ['Английский язык', 570],
    ['Русский язык', 630],
  ])
  const day = await world.asks('ivanova', 'journal.myDay', { date: SATURDAY })
  assert.deepEqual(
    day.lessons.map(({ number, startsAt }) => [number, startsAt]),
    [
      [1, 510],
      [2, 570],
    ],
  )
  const { takenBack } = await world.does('belova', 'calendar.cancelException', {
    yearId: world.year,
    exception: saturday,
    restoreLessons: true,
  })
  assert.equal(takenBack, 3)
  assert.deepEqual([await standing(world), await seen(world)], [[], []])
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA, termId: world.terms.current })
  assert.ok(
    page.lessons.every(({ date }) => date !== SATURDAY && date > '2026-11-01'),
    'nowhere in the journal',
  )
  await world.does('belova', 'calendar.addException', { yearId: world.year, exception: saturday, cancelLessons: false })
  assert.equal((await standing(world)).length, 3, 'and once more')
})

test('a working day with something written in its lessons stays, and is told where [R075]', async () => {
  const world = await newWorld()
  await withFridays(world)
  await world.does('belova', 'calendar.setDays', {
    yearId: world.year,
    exceptions: [unity, saturday],
    expected: [unity],
  })
  const [algebra] = await standing(world)
  await world.does('ivanova', 'journal.setTopic', { lessonId: algebra!.id, topic: 'Дроби', expected: '' })
  const taking = { yearId: world.year, exception: saturday, restoreLessons: false }
  assert.deepEqual(await refused('calendar.lessonsWritten', world.does('belova', 'calendar.cancelException', taking)), {
    lessons: 1,
    groups: '7А',
  })
  const { exceptions } = await world.asks('belova', 'calendar.yearPlan', { yearId: world.year })
  const left = exceptions.filter(({ kind }) => kind === 'holiday')
  await refused(
    'calendar.lessonsWritten',
    world.does('belova', 'calendar.setDays', { yearId: world.year, exceptions: left, expected: exceptions }),
  )
  assert.equal((await standing(world)).length, 3, 'nothing has gone')
  await world.does('ivanova', 'journal.setTopic', { lessonId: algebra!.id, topic: '', expected: 'Дроби' })
  const { takenBack } = await world.does('belova', 'calendar.setDays', {
    yearId: world.year,
    exceptions: left,
    expected: exceptions,
  })
  assert.deepEqual([takenBack, (await standing(world)).length], [3, 0])
})

test('a working day of one class lays out lessons of that class alone, and none in a closed period [R075]', async () => {
  const world = await newWorld()
  await withFridays(world)
  const own = { ...saturday, classId: world.groups.seventhB, fromGrade: 7, toGrade: 7 }
  const { laid } = await world.does('belova', 'calendar.addException', {
    yearId: world.year,
    exception: own,
    cancelLessons: false,
  })
  assert.equal(laid, 0, '7Б has no Fridays since November')
  const closed = { ...saturday, from: '2026-10-17', to: '2026-10-17' }
  await refused(
    'calendar.lessonsLocked',
    world.does('belova', 'calendar.addException', { yearId: world.year, exception: closed, cancelLessons: false }),
  )
})
