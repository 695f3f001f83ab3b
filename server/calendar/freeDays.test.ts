import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Exception } from '#domain/calendar/rules.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type World } from '#tests/world.ts'

const planOf = (world: World) => world.asks('belova', 'calendar.yearPlan', { yearId: world.year })
const off = (part: Partial<Exception>): Exception => ({
  kind: 'quarantine',
  name: 'Карантин по гриппу',
  from: '2026-11-20',
  to: '2026-11-26',
  fromGrade: 7,
  toGrade: 7,
  classId: null,
  likeWeekday: null,
  ...part,
})

test('vacations and holidays are set as lists, by who saw the list as it stands [R075]', async () => {
  const world = await newWorld()
  const winter = off({
    kind: 'vacation',
    name: 'Зимние каникулы',
    from: '2026-12-31',
    to: '2027-01-10',
    fromGrade: 1,
    toGrade: 12,
  })
  const extra = { ...winter, name: 'Дополнительные каникулы', from: '2027-02-15', to: '2027-02-21', toGrade: 1 }
  const sets = (exceptions: Exception[], expected: Exception[]) =>
    world.does('belova', 'calendar.setVacations', { yearId: world.year, exceptions, expected })
  await sets([winter, extra], [])
  await sets([{ ...winter, from: '2026-12-30' }, extra], [winter, extra])
  await refused('calendar.changedMeanwhile', sets([winter], [winter, extra]))
  await refused('calendar.exceptionKind', sets([off({})], [winter]))
  const { exceptions } = await planOf(world)
  assert.deepEqual(
    exceptions.map(({ name, from }) => [name, from]),
    [
      ['День народного единства', '2026-11-04'],
      ['Зимние каникулы', '2026-12-30'],
      ['Дополнительные каникулы', '2027-02-15'],
    ],
  )
  const family = await world.asks('petrova', 'calendar.year', {})
  assert.equal(family.exceptions.filter(({ name }) => name === 'Зимние каникулы').length, 12)
})

test('a class in quarantine: lessons are cancelled only when that is said, and given back [R075]', async () => {
  const world = await newWorld()
  const { id: held } = world.lesson(world.courses.russianA)
  await world.does('sokolova', 'journal.setTopic', { lessonId: held, topic: 'Причастие', expected: '' })
  const exception = off({ classId: world.groups.seventhA, fromGrade: 7, toGrade: 7 })
  const days = {
    yearId: world.year,
    from: exception.from,
    to: exception.to,
    fromGrade: 7,
    toGrade: 7,
    classId: world.groups.seventhA,
  }
  const before = await world.asks('belova', 'calendar.previewException', days)
  assert.deepEqual([before.filled, before.restorable, before.locked], [1, 0, 0])
  assert.ok(before.groups.some(({ group }) => group === '7А') && !before.groups.some(({ group }) => group === '7Б'))
  assert.deepEqual(await world.does('belova', 'calendar.addException', { yearId: world.year, exception, cancelLessons: false }), {
    cancelled: 0,
    laid: 0,
  })
  const week = async (by: 'petrova' | 'egorov', studentId: string) =>
    (await world.asks(by, 'diary.week', { studentId, monday: '2026-11-16' })).days.find(({ date }) => date === '2026-11-20')!
  assert.equal((await week('petrova', world.who.petya)).off, 'Карантин по гриппу')
  assert.equal((await week('egorov', world.who.lena)).off, null, '7Б goes to school')
  const day = await world.asks('ivanova', 'journal.myDay', { date: '2026-11-20' })
  assert.ok(day.lessons.length > 0 && day.lessons.every(({ dayOff }) => dayOff === 'Карантин по гриппу'))
  assert.equal(day.dayName, null, 'the school as a whole works')
  await refused(
    'calendar.exceptionTwice',
    world.does('belova', 'calendar.addException', { yearId: world.year, exception, cancelLessons: true }),
  )
  await world.does('belova', 'calendar.cancelException', { yearId: world.year, exception, restoreLessons: false })
  const { cancelled } = await world.does('belova', 'calendar.addException', {
    yearId: world.year,
    exception,
    cancelLessons: true,
  })
  assert.equal(cancelled, before.lessons - before.filled)
  assert.deepEqual(
    await world.rows('select cancelled from lesson where school_id = :school and id = $1', [held]),
    [{ cancelled: false }],
    'a filled lesson was held',
  )
  // The doctors let them back on the 23rd.
  const rest = { ...exception, from: '2026-11-23' }
  const { restored } = await world.does('belova', 'calendar.cancelException', {
    yearId: world.year,
    exception: rest,
    restoreLessons: true,
  })
  assert.ok(restored > 0 && restored < cancelled)
  assert.deepEqual(
    (await planOf(world)).exceptions.filter(({ kind }) => kind === 'quarantine').map(({ from, to }) => [from, to]),
    [['2026-11-20', '2026-11-22']],
  )
  await refused(
    'calendar.noSuchException',
    world.does('belova', 'calendar.cancelException', { yearId: world.year, exception: rest, restoreLessons: true }),
  )
})

test('lessons of a closed period are not cancelled', async () => {
  const world = await newWorld()
  const exception = off({ kind: 'holiday', name: 'Мороз', from: '2026-10-20', to: '2026-10-20' })
  const { lessons } = await refused(
    'calendar.lessonsLocked',
    world.does('belova', 'calendar.addException', { yearId: world.year, exception, cancelLessons: true }),
  )
  assert.equal(lessons, 6)
  await world.does('belova', 'calendar.addException', { yearId: world.year, exception, cancelLessons: false })
})
