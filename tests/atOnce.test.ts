import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { CommandName, Input } from '#domain/operations.ts'
import { nextYearOf, promotionOf } from './samplesOfClasses.ts'
import { newWorld, type PersonKey, type World } from './world.ts'

/** Two do the same at the same moment: two open pages, two secretaries, a second click. Answers how it ended. */
async function twice<N extends CommandName>(world: World, by: PersonKey, name: N, input: () => Input<N>): Promise<string[]> {
  const done = await Promise.allSettled([world.does(by, name, input()), world.does(by, name, input())])
  return done.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code)).sort()
}

test('a school that is promoted by two at once is promoted once [R076, R095]', async () => {
  const world = await newWorld()
  const toYearId = await nextYearOf(world)
  await twice(world, 'belova', 'classes.promote', () => promotionOf(world, toYearId))
  const stays = await world.rows<{ student_id: string; n: number }>(
    `select e.student_id, count(*)::int as n from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
     where e.school_id = :school and g.kind = 'class' and g.school_year_id = $1 and not e.cancelled group by 1`,
    [toYearId],
  )
  assert.deepEqual(
    stays.map(({ n }) => n),
    [1, 1],
  )
  const lines = await world.rows(`select from movement where school_id = :school and kind = 'promote'`)
  assert.equal(lines.length, 2)
})

test('two who begin one school year, open one class or make one group at once make one of it [R070, R089]', async () => {
  const world = await newWorld()
  const year = () => ({ yearId: randomUUIDv7(), startYear: 2031, copyOf: world.year, studyDays: 5 as const })
  assert.deepEqual(await twice(world, 'belova', 'calendar.createYear', year), ['calendar.yearExists', 'done'])
  const opened = () => ({
    classId: randomUUIDv7(), yearId: world.year, grade: 7, letter: 'Ж', shift: 1, studyDays: null, capacity: 25, ungraded: false,
    curriculumId: null, teacherId: null,
  }) // biome-ignore format: one glance
  assert.deepEqual(await twice(world, 'belova', 'classes.create', opened), ['classes.nameTaken', 'done'])
  const group = () => ({
    groupId: randomUUIDv7(), yearId: world.year, kind: 'elective' as const, name: 'Шахматы', classIds: [world.groups.seventhA],
    capacity: null, ungraded: true, studentIds: [world.who.petya], from: '2026-11-20',
  }) // biome-ignore format: one glance
  assert.deepEqual(await twice(world, 'belova', 'classes.createGroup', group), ['classes.nameTaken', 'done'])
})

test('a card that two secretaries write at once is written once [R034, R091]', async () => {
  const world = await newWorld()
  const card = () => ({
    person: {
      surname: 'Лаптева', givenName: 'Ася', patronymic: 'Ильинична', sex: 'f' as const, bornOn: '2013-02-03', snils: null,
      foreignLanguages: '',
    },
    position: null, guardians: [], evenIfSimilar: false,
  }) // biome-ignore format: one glance
  assert.deepEqual(await twice(world, 'kiselev', 'people.create', card), ['done', 'people.similarExists'])
})

test('that a student has left is reported once, however often the button is pressed [R094]', async () => {
  const world = await newWorld()
  const left = () => ({ personId: world.who.petya, lastDay: '2026-11-20', comment: '' })
  assert.deepEqual(await twice(world, 'sokolova', 'people.reportDeparture', left), ['done', 'people.requestOpen'])
})

test('two values of one policy set at once: the second is told of the first [R015]', async () => {
  const world = await newWorld()
  const expected = world.school.policies['access.idleMinutes']
  const set = (value: number) => world.does('kiselev', 'school.setPolicy', { key: 'access.idleMinutes', value, expected })
  const done = await Promise.allSettled([set(20), set(45)])
  assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('a local act that two replace at once has one next version [R014]', async () => {
  const world = await newWorld()
  const first = randomUUIDv7()
  const act = (actId: string, from: string) =>
    ({
      actId, kind: 'terms', title: 'Условия', number: '', datedOn: null, from, to: null, body: 'Пароль никому не передают.',
      forStaff: true, forFamilies: true,
    }) as const // biome-ignore format: one glance
  await world.does('kiselev', 'school.addAct', act(first, '2026-11-01'))
  const next = () => ({ ...act(randomUUIDv7(), '2026-11-20'), replaces: first })
  assert.deepEqual(await twice(world, 'kiselev', 'school.addAct', next), ['done', 'school.changedMeanwhile'])
  const acts = await world.rows(`select from local_act where school_id = :school and to_date is null`)
  assert.equal(acts.length, 1)
})
