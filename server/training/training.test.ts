import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handClock } from '../../tests/handClock.ts'
import { refused } from '../../tests/refused.ts'
import { plannedTraining, planOf } from '../../tests/samplesOfTraining.ts'
import { newWorld } from '../../tests/world.ts'
import { remindOfTerms } from './standings.ts'

test('a seminar is planned for a list, marked at the door, and counted [R015]', async () => {
  const world = await newWorld()
  const trainingId = await plannedTraining(world, { audience: 'homeroom', people: [world.who.ivanova] })
  const sheet = async () => (await world.asks('ivanova', 'training.sheet', { trainingId })).people
  assert.deepEqual(
    (await sheet()).map(({ name }) => name),
    ['Иванова Мария Петровна', 'Кузнецов Олег Ильич', 'Соколова Елена Викторовна'],
  )
  const mark = (person: 'kuznetsov' | 'sokolova', presence: 'present' | 'absent' | null, expected: 'present' | 'absent' | null) =>
    world.does('ivanova', 'training.mark', { trainingId, marks: [{ personId: world.who[person], presence, expected }] })
  await mark('kuznetsov', 'present', null)
  await mark('sokolova', 'absent', null)
  await mark('sokolova', 'absent', null) // two at the door mark the same: nothing to quarrel about
  await refused('training.changedMeanwhile', mark('kuznetsov', null, 'absent'))
  const [row] = (await world.asks('morozov', 'training.list', {})).trainings
  assert.deepEqual([row?.invited, row?.present, row?.absent, row?.acquainted], [3, 1, 1, 0])
  await refused('training.notInvited', world.does('ivanova', 'training.mark', {
    trainingId, marks: [{ personId: world.who.petya, presence: 'present', expected: null }],
  })) // biome-ignore format: one glance
})

test('lists of a training: staff, teachers, new staff, parents and students of a class, people by name [R015]', async () => {
  const world = await newWorld()
  const invited = async (
    audience: 'staff' | 'teachers' | 'homeroom' | 'newStaff' | 'parents' | 'students',
    classId: string | null = null,
  ) => {
    const trainingId = await plannedTraining(world, { audience, classId, people: [] })
    const { people } = await world.asks('kiselev', 'training.sheet', { trainingId })
    return people.map(({ name }) => name.split(' ')[0])
  }
  assert.deepEqual(await invited('staff'), ['Белова', 'Иванова', 'Киселёв', 'Кузнецов', 'Морозов', 'Соколова'])
  assert.deepEqual(await invited('teachers'), ['Иванова', 'Кузнецов', 'Соколова'])
  assert.deepEqual(await invited('homeroom'), ['Кузнецов', 'Соколова'])
  await refused('training.nobody', invited('newStaff'))
  assert.deepEqual(await invited('parents', world.groups.seventhA), ['Петрова'], 'not who is the guardian no longer')
  assert.deepEqual(await invited('students', world.groups.seventhA), ['Ёлкина', 'Петров'], 'not who has left')
  await refused('training.unknown', invited('parents'))
  await refused('training.unknown', invited('staff', world.groups.seventhA))
})

test('who was absent reads the materials and says so in person; the register holds both ways [R015, R059]', async () => {
  const world = await newWorld()
  const trainingId = await plannedTraining(world)
  await world.does('ivanova', 'training.mark', {
    trainingId, marks: [
      { personId: world.who.kuznetsov, presence: 'present', expected: null },
      { personId: world.who.sokolova, presence: 'absent', expected: null },
    ],
  }) // biome-ignore format: one glance
  await refused('training.present', world.does('kuznetsov', 'training.acquaint', { trainingId }))
  await world.does('sokolova', 'training.acquaint', { trainingId })
  await world.does('sokolova', 'training.acquaint', { trainingId })
  const { lines } = await world.asks('kiselev', 'training.register', {
    from: '2026-11-01',
    to: '2026-11-30',
    topic: 'personalData',
  })
  assert.deepEqual(
    lines.map(({ name, way }) => [name, way]),
    [
      ['Кузнецов Олег Ильич', 'present'],
      ['Соколова Елена Викторовна', 'acquainted'],
    ],
  )
  const { people } = await world.asks('kiselev', 'training.standings', {})
  assert.deepEqual(
    people.filter(({ personalData }) => personalData).map(({ name }) => name),
    ['Кузнецов Олег Ильич', 'Соколова Елена Викторовна'],
  )
  assert.equal(people.length, 6, 'everybody who works here, no family')
  const mine = await world.asks('sokolova', 'training.mine', {})
  assert.deepEqual(mine.topics, [
    { topic: 'personalData', doneOn: '2026-11-20' },
    { topic: 'journal', doneOn: null },
  ])
  assert.deepEqual((await world.asks('petrova', 'training.mine', {})).topics, [])
  await refused('input.wrong', world.asks('kiselev', 'training.register', { from: '2026-11-30', to: '2026-11-01' }))
})

test('nobody marks a training ahead of its day, or one that was called off; a held one is not called off [R015]', async () => {
  const world = await newWorld()
  const mark = (trainingId: string) =>
    world.does('kiselev', 'training.mark', {
      trainingId, marks: [{ personId: world.who.kuznetsov, presence: 'present', expected: null }],
    }) // biome-ignore format: one glance
  const later = await plannedTraining(world, { on: '2026-11-21' })
  await refused('training.notYet', mark(later))
  await refused('training.notYet', world.does('kuznetsov', 'training.acquaint', { trainingId: later }))
  const off = await plannedTraining(world)
  await world.does('kiselev', 'training.cancel', { trainingId: off, cancelled: true })
  await refused('training.cancelled', mark(off))
  await world.does('kiselev', 'training.cancel', { trainingId: off, cancelled: false })
  await mark(off)
  await refused('training.held', world.does('kiselev', 'training.cancel', { trainingId: off, cancelled: true }))
  await refused(
    'training.changedMeanwhile',
    world.does('kiselev', 'training.leaveOut', { trainingId: off, personId: world.who.kuznetsov }),
  )
  await world.does('kiselev', 'training.leaveOut', { trainingId: off, personId: world.who.sokolova })
  await refused('access.denied', world.does('sokolova', 'training.acquaint', { trainingId: off }))
  await world.does('kiselev', 'training.invite', {
    trainingId: off,
    audience: 'named',
    classId: null,
    people: [world.who.sokolova],
  })
  await refused('training.ahead', world.does('sokolova', 'training.acquaint', { trainingId: off }))
})

test('two who change a training at once do not write over one another; a wrong link or leader is refused [R015]', async () => {
  const world = await newWorld()
  const trainingId = await plannedTraining(world)
  const expected = planOf(world)
  await world.does('belova', 'training.change', { trainingId, ...expected, place: 'кабинет 12', expected })
  await refused(
    'training.changedMeanwhile',
    world.does('kiselev', 'training.change', { trainingId, ...expected, minutes: 60, expected }),
  )
  const now = { ...expected, place: 'кабинет 12' }
  await refused(
    'training.link',
    world.does('kiselev', 'training.change', { trainingId, ...now, link: 'meet.example', expected: now }),
  )
  await refused(
    'training.unknown',
    world.does('kiselev', 'training.change', { trainingId, ...now, leaderId: world.who.petya, expected: now }),
  )
})

test('the bell tells of an invitation and of a term that ends, once in thirty days; other schools hear nothing [R059]', async () => {
  const world = await newWorld()
  const other = await newWorld()
  const trainingId = await plannedTraining(world)
  await world.does('kiselev', 'training.mark', {
    trainingId, marks: [
      { personId: world.who.kuznetsov, presence: 'present', expected: null },
      { personId: world.who.sokolova, presence: 'absent', expected: null },
    ],
  }) // biome-ignore format: one glance
  const clock = handClock('2027-11-01T06:00:00Z')
  const school = { schoolId: world.school.schoolId, timeZone: world.school.timeZone }
  assert.equal(await remindOfTerms(world.app.db, clock, school), 2, 'a term ends, and one was missed')
  assert.equal(await remindOfTerms(world.app.db, clock, school), 0)
  const rows = await world.rows<{ person_id: string }>(
    `select person_id from training_notice where school_id = :school and training_id is null`,
  )
  assert.deepEqual(new Set(rows.map((row) => row.person_id)), new Set([world.who.kuznetsov, world.who.sokolova]))
  assert.equal((await other.rows(`select from training_notice where school_id = :school`)).length, 0)
  const { reminded } = await world.does('kiselev', 'training.remind', {
    topic: 'journal',
    people: [world.who.ivanova, world.who.petya],
  })
  assert.equal(reminded, 1, 'a student is obliged to nothing')
  const again = await world.does('kiselev', 'training.remind', { topic: 'journal', people: [world.who.ivanova] })
  assert.equal(again.reminded, 0, 'nobody is reminded twice a day')
})
