import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { dayTemplates } from '#domain/calendar/bells.ts'
import { type Term, termsText } from '#domain/calendar/rules.ts'
import { noMark } from '#domain/marks/rules.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type World } from '#tests/world.ts'

const planOf = (world: World, yearId = world.year) => world.asks('belova', 'calendar.yearPlan', { yearId })
const termsOf = async (world: World): Promise<Term[]> => (await planOf(world)).terms.map(({ lockedAt: _, ...term }) => term)
test('a year is copied from the one before, stays a draft, and is opened when nothing is missing [R070]', async () => {
  const world = await newWorld()
  const yearId = randomUUIDv7()
  await world.does('kiselev', 'calendar.createYear', { yearId, startYear: 2027, copyOf: world.year, studyDays: 5 })
  const plan = await planOf(world, yearId)
  assert.deepEqual([plan.name, plan.from, plan.to, plan.openedAt], ['2027/28', '2027-09-01', '2028-05-26', null])
  assert.deepEqual([plan.timetableMissing, plan.classes], [true, []])
  assert.deepEqual(plan.schedules, (await planOf(world)).schedules, 'the bells of last year')
  assert.equal((await world.asks('petya', 'calendar.year', {})).name, '2026/27', 'families do not see a draft')
  await refused(
    'calendar.yearExists',
    world.does('belova', 'calendar.createYear', { yearId: randomUUIDv7(), startYear: 2027, copyOf: null, studyDays: 5 }),
  )
  const { missing } = await refused('calendar.notReady', world.does('belova', 'calendar.openYear', { yearId }))
  assert.equal(missing, 1, 'the two quarters of last year were moved by weeks: there are gaps')
  const quarters = (await world.asks('belova', 'calendar.yearPlan', { yearId })).terms.map(({ lockedAt: _, ...term }) => term)
  const dates = [
    ['2027-09-01', '2027-10-22'],
    ['2027-11-01', '2027-12-30'],
    ['2028-01-10', '2028-03-24'],
    ['2028-04-03', '2028-05-26'],
  ] as const
  await world.does('belova', 'calendar.setTerms', {
    yearId,
    terms: dates.map(([from, to], i) => ({
      ...quarters[0]!,
      termId: quarters[i]?.termId ?? randomUUIDv7(),
      number: i + 1,
      toGrade: 11,
      from,
      to,
    })),
    expected: quarters,
  })
  assert.deepEqual(await world.does('belova', 'calendar.openYear', { yearId }), { timetableMissing: true })
  const opened = (await planOf(world, yearId)).openedAt
  await world.does('kiselev', 'calendar.openYear', { yearId })
  assert.equal((await planOf(world, yearId)).openedAt, opened, 'opened once')
  const { years } = await world.asks('morozov', 'calendar.years', {})
  assert.deepEqual(
    years.map(({ name, terms, classes }) => [name, terms, classes]),
    [
      ['2027/28', 4, 0],
      ['2026/27', 2, 3],
    ],
  )
})

test('a year begun anew stands at once, but for its classes', async () => {
  const world = await newWorld()
  const yearId = randomUUIDv7()
  await world.does('kiselev', 'calendar.createYear', { yearId, startYear: 2027, copyOf: null, studyDays: 6 })
  const { terms, exceptions, studyDays } = await planOf(world, yearId)
  assert.deepEqual([terms.length, studyDays], [6, 6])
  assert.ok(
    exceptions.some(({ name, fromGrade, toGrade }) => name === 'Дополнительные каникулы' && fromGrade === 1 && toGrade === 1),
  )
  await world.does('kiselev', 'calendar.openYear', { yearId })
  await refused('access.denied', world.does('kiselev', 'calendar.openYear', { yearId: randomUUIDv7() }))
})

test('after a year is opened and nobody has entered the timetable, it says so [R072]', async () => {
  const world = await newWorld()
  assert.equal((await world.asks('belova', 'calendar.years', {})).years[0]!.timetableMissing, false, 'lessons stand')
  const yearId = randomUUIDv7()
  await world.does('kiselev', 'calendar.createYear', { yearId, startYear: 2027, copyOf: null, studyDays: 5 })
  await world.does('kiselev', 'calendar.openYear', { yearId })
  const { years } = await world.asks('belova', 'calendar.years', {})
  assert.deepEqual(
    years.map(({ name, timetableMissing }) => [name, timetableMissing]),
    [
      ['2027/28', true],
      ['2026/27', false],
    ],
  )
})

test('moving a period shows what goes with it, and then it goes [R074]', async () => {
  const world = await newWorld()
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA, '2026-11-09')
  await world.does('ivanova', 'marks.set', {
    lessonId,
    workId,
    studentId: world.who.petya,
    mark: { ...noMark, values: [5] },
    expected: noMark,
  })
  const expected = await termsOf(world)
  const [closed, current] = [expected.find(({ number }) => number === 1)!, expected.find(({ number }) => number === 2)!]
  const third = { ...current, termId: randomUUIDv7(), number: 3, to: '2026-12-30', from: '2026-11-17' }
  const terms = [closed, { ...current, to: '2026-11-16' }, third]
  const { moves } = await world.asks('belova', 'calendar.previewTerms', { yearId: world.year, terms: termsText(terms) })
  assert.ok(moves.length > 0 && moves.every(({ from, to }) => from === current.termId && to === third.termId))
  assert.deepEqual(
    moves.filter(({ groupId }) => groupId === world.groups.seventhA).map(({ group, lessons, marks }) => [group, lessons, marks]),
    [['7А', 10, 0]],
  )
  await world.does('belova', 'calendar.setTerms', { yearId: world.year, terms, expected })
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA, termId: third.termId })
  assert.deepEqual(page.lessons.map(({ date }) => date).at(0), '2026-11-17')
  // Nothing was said about it, so who saw the old periods changes nothing.
  const { by } = await refused(
    'calendar.changedMeanwhile',
    world.does('kiselev', 'calendar.setTerms', {
      yearId: world.year,
      terms: [closed, { ...current, to: '2026-12-25' }],
      expected,
    }),
  )
  assert.match(String(by), /Белова/)
  // The third period is taken away: its row stays, of no year.
  await world.does('belova', 'calendar.setTerms', { yearId: world.year, terms: expected, expected: terms })
  assert.deepEqual(await world.rows('select school_year_id from term where school_id = :school and id = $1', [third.termId]), [
    { school_year_id: null },
  ])
})

test('nothing moves into or out of a closed period, and no filled lesson falls between periods [R074]', async () => {
  const world = await newWorld()
  const expected = await termsOf(world)
  const sets = (change: (term: Term) => Term) =>
    world.does('belova', 'calendar.setTerms', { yearId: world.year, terms: expected.map(change), expected })
  await refused(
    'calendar.termLocked',
    sets((term) => (term.number === 1 ? { ...term, to: '2026-10-19' } : term)),
  )
  const { id: lessonId } = world.lesson(world.courses.algebraA, '2026-11-09')
  await world.does('ivanova', 'journal.setTopic', { lessonId, topic: 'Дроби', expected: '' })
  const { lessons } = await refused(
    'calendar.lessonsOutsideTerms',
    sets((term) => (term.number === 2 ? { ...term, from: '2026-11-16' } : term)),
  )
  assert.equal(lessons, 1)
  await world.amends('update term set locked_at = null where school_id = :school')
  const { grade } = await refused(
    'calendar.gradeWithoutTerm',
    sets((term) => ({ ...term, fromGrade: 2 })),
  )
  assert.equal(grade, 1)
})

test('a second-shift class has the bells of its shift, everywhere they are shown [R085]', async () => {
  const world = await newWorld()
  const { schedules } = await planOf(world)
  const second = { ...schedules[0]!, shift: 2, lessons: dayTemplates.secondShift }
  const short = { ...second, from: '2026-11-20', to: '2026-11-20', lessons: dayTemplates.shortened }
  await world.does('belova', 'calendar.setBells', {
    yearId: world.year,
    schedules: [...schedules, second, short],
    expected: schedules,
  })
  const saw = { classId: world.groups.seventhA, shift: 1, studyDays: null }
  await world.does('belova', 'calendar.setRegime', {
    yearId: world.year,
    classes: [{ ...saw, shift: 2, studyDays: 6 }],
    expected: [saw],
  })
  await refused(
    'calendar.changedMeanwhile',
    world.does('kiselev', 'calendar.setRegime', { yearId: world.year, classes: [{ ...saw, shift: 3 }], expected: [saw] }),
  )
  const startOn = async (date: string) =>
    (await world.asks('petrova', 'diary.week', { studentId: world.who.petya, monday: '2026-11-16' })).days.find(
      (day) => day.date === date,
    )!.lessons[0]!.startsAt
  assert.deepEqual([await startOn('2026-11-19'), await startOn('2026-11-20')], [840, 510])
  const { lessons } = await world.asks('ivanova', 'journal.myDay', { date: '2026-11-19' })
  assert.ok(lessons.filter(({ group }) => group.startsWith('7А')).every(({ startsAt }) => startsAt === null || startsAt >= 840))
  const { days } = await world.asks('egorov', 'diary.week', { studentId: world.who.lena, monday: '2026-11-16' })
  assert.equal(days[3]!.lessons[0]!.startsAt, 570, '7Б stays in the first shift')
  assert.equal((await planOf(world)).classes.find(({ name }) => name === '7А')!.studyDays, 6)
  await refused(
    'calendar.bellsTwice',
    world.does('belova', 'calendar.setBells', {
      yearId: world.year,
      schedules: [...schedules, schedules[0]!, second],
      expected: schedules,
    }),
  )
})

test('the bounds of a year hold everything in it', async () => {
  const world = await newWorld()
  const expected = { from: '2026-09-01', to: '2027-05-26', studyDays: 5 }
  const sets = (part: Partial<typeof expected>) =>
    world.does('belova', 'calendar.setYear', { yearId: world.year, bounds: { ...expected, ...part }, expected })
  await refused('calendar.planOutsideYear', sets({ from: '2026-09-02' }))
  await refused('calendar.yearLength', sets({ to: '2026-12-30' }))
  await sets({ to: '2027-05-28' })
  await refused('calendar.changedMeanwhile', sets({ studyDays: 6 }))
})
