import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const tasks = async (world: World, key: PersonKey) => (await world.asks(key, 'readiness.tasks', {})).tasks
const task = async (world: World, by: PersonKey, key: string) => (await tasks(world, by)).find((one) => one.key === key)

test('a deputy head must enter the timetable of an open year, until it is there [R072]', async () => {
  const world = await newWorld()
  const yearId = randomUUIDv7()
  const opened = () => task(world, 'belova', 'timetable')
  await world.amends(
    `insert into school_year (school_id, id, name, from_date, to_date) values (:school, $1, '2027/28', '2027-09-01', '2028-05-26')`,
    [yearId],
  )
  assert.equal(await opened(), undefined, 'a draft is nobody’s task')
  await world.amends(`update school_year set opened_at = '2026-11-18T09:00:00Z' where school_id = :school and id = $1`, [yearId])
  const { since, due, about } = (await opened())!
  assert.deepEqual([since, due, about], ['2026-11-18', '2027-09-05', ['2027/28']])
  assert.equal(await task(world, 'ivanova', 'timetable'), undefined)
  await world.amends(
    `with g as (insert into study_group (school_id, school_year_id, kind, name, grade) values (:school, $1, 'class', '5А', 5) returning id),
      c as (insert into course (school_id, school_year_id, group_id, subject_id) select :school, $1, id, $2 from g returning id)
    insert into slot (school_id, course_id, weekday, number, from_date) select :school, id, 1, 1, '2027-09-01' from c`,
    [yearId, world.subjects.algebra],
  )
  assert.equal(await opened(), undefined)
})

test('a request is a task of who decides it, with the term of the law, and of nobody when it is decided [R060, R067]', async () => {
  const world = await newWorld()
  const { requestId } = await world.does('petrova', 'people.requestChange', {
    personId: world.who.petya,
    changes: { bornOn: '2013-05-17' },
    contacts: null,
    comment: '',
  })
  const { count, about, due } = (await task(world, 'kiselev', 'requests'))!
  assert.deepEqual([count, about, due], [1, ['Петров Пётр'], '2026-12-01'], 'seven working days of the law')
  for (const other of ['belova', 'sokolova', 'petrova'] as const)
    assert.equal(await task(world, other, 'requests'), undefined, other)
  await world.does('kiselev', 'people.acceptRequest', { requestId, answer: '', evenIfSimilar: false })
  assert.equal(await task(world, 'kiselev', 'requests'), undefined)
})

test('a homeroom teacher checks the data of the class every month and in October, each gone when done [R067]', async () => {
  const world = await newWorld()
  const classId = world.groups.seventhA
  assert.deepEqual(
    (await tasks(world, 'sokolova')).map(({ key, due, className, count }) => [key, due, className, count]),
    [
      ['octoberCheck', '2026-10-31', '7А', 2],
      ['monthlyCheck', '2026-11-30', '7А', 1],
    ],
  )
  await world.does('sokolova', 'people.confirmClass', { classId, remarks: '' })
  await world.does('sokolova', 'people.confirmStudents', { classId, students: [world.who.petya] })
  assert.deepEqual(
    (await tasks(world, 'sokolova')).map(({ key, count }) => [key, count]),
    [['octoberCheck', 1]],
  )
})

test('consents that nobody has asked for, slips that nobody has handed out', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'consents.addPurpose', { name: 'Фотографии', body: 'Согласие' })
  assert.equal((await task(world, 'sokolova', 'consents'))?.count, 2)
  await world.does('kiselev', 'access.reissue', { personIds: [world.who.petya, world.who.egorov], by: 'password' })
  assert.equal((await task(world, 'kiselev', 'handOut'))?.count, 2)
  const own = await task(world, 'sokolova', 'handOutClass')
  assert.deepEqual([own?.count, own?.className], [1, '7А'], 'of the own class alone')
  await world.amends(`update credential_issue set handed_on = '2026-11-20' where school_id = :school`)
  assert.equal(await task(world, 'kiselev', 'handOut'), undefined)
})

test('a role that ends within a week is told to who holds it and to who renews it, with its last day', async () => {
  const world = await newWorld()
  await world.amends(`update role_grant set to_date = '2026-11-27' where school_id = :school and role = 'deputyHead'`)
  const renewed = (await task(world, 'morozov', 'rolesEnding'))!
  assert.deepEqual([renewed.due, renewed.about], ['2026-11-27', ['Белова Татьяна']])
  assert.equal((await task(world, 'belova', 'ownRoleEnding'))?.due, '2026-11-27')
  await world.amends(`update role_grant set to_date = '2026-11-28' where school_id = :school and role = 'deputyHead'`)
  assert.equal(await task(world, 'morozov', 'rolesEnding'), undefined)
})

test('an act is to be read by whom it is meant for, a family too', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into local_act (school_id, kind, title, from_date, for_staff, for_families) values (:school, 'order', 'О дневнике', '2026-11-01', false, true)`,
  )
  assert.deepEqual((await task(world, 'petrova', 'acts'))?.about, ['О дневнике'])
  assert.equal(await task(world, 'ivanova', 'acts'), undefined)
})

test('a reminder is a task while there is something to fill [R005]', async () => {
  const world = await newWorld()
  assert.equal(await task(world, 'ivanova', 'reminder'), undefined, 'nobody has reminded')
  await world.does('belova', 'journal.remind', { personIds: [world.who.ivanova] })
  assert.ok((await task(world, 'ivanova', 'reminder'))!.count > 3)
  await world.amends(`update lesson set topic = 'Тема', roll_called_at = '2026-11-20' where school_id = :school`)
  assert.equal(await task(world, 'ivanova', 'reminder'), undefined)
})
