import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Input } from '#domain/operations.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { NOW } from '#tests/database.ts'
import { sampleOf } from '#tests/samples.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const deliver = async (world: World) => {
  await world.amends(`update outbox set at = '2026-11-20T01:00:00Z' where school_id = :school`)
  return deliverNotices(world.app.db, world.app.live, clockFrom(NOW), world.school)
}
const told = async (world: World, key: PersonKey) =>
  (await world.asks(key, 'notifications.list', {})).notices.flatMap(({ kind, work }) =>
    work ? [`${kind} «${work.title}» ${work.state}${work.answer ? `: ${work.answer}` : ''}`] : [],
  )

test('a mother asks, the administrator is told, she is told the answer; a decided request says so [R067]', async () => {
  const world = await newWorld()
  const { requestId } = await world.does('petrova', 'people.requestChange', {
    personId: world.who.petya,
    changes: { bornOn: '2013-05-17' },
    contacts: null,
    comment: '',
  })
  await deliver(world)
  assert.deepEqual(await told(world, 'kiselev'), ['request «Петров Пётр» open'])
  assert.deepEqual(await told(world, 'belova'), [])
  await world.does('kiselev', 'people.declineRequest', { requestId, answer: 'Принесите свидетельство' })
  await deliver(world)
  assert.deepEqual(await told(world, 'petrova'), ['requestAnswer «Петров Пётр» declined: Принесите свидетельство'])
  assert.deepEqual(await told(world, 'kiselev'), ['request «Петров Пётр» declined'])
})

test('what was taken back before anybody was told is told to nobody', async () => {
  const world = await newWorld()
  const { requestId } = await world.does('petrova', 'people.requestChange', {
    personId: world.who.petya,
    changes: { bornOn: '2013-05-17' },
    contacts: null,
    comment: '',
  })
  await world.does('petrova', 'people.withdrawRequest', { requestId })
  assert.equal(await deliver(world), 0)
})

test('when the year is opened the deputy head is told of the timetable, until it is there [R072]', async () => {
  const world = await newWorld()
  const yearId = crypto.randomUUID()
  await world.amends(
    `insert into school_year (school_id, id, name, from_date, to_date, opened_at) values (:school, $1, '2027/28', '2027-09-01', '2028-05-26', '2026-11-20')`,
    [yearId],
  )
  await world.amends(
    `insert into operation (school_id, id, name, actor_id, input, output) values (:school, gen_random_uuid(), 'calendar.openYear', $1, $2, '{}')`,
    [world.who.kiselev, JSON.stringify({ yearId })],
  )
  await world.amends(
    `insert into outbox (school_id, operation_id, name) select school_id, id, name from operation where school_id = :school and name = 'calendar.openYear'`,
  )
  await deliver(world)
  assert.deepEqual(await told(world, 'belova'), ['year «2027/28» open'])
  assert.deepEqual(await told(world, 'ivanova'), [])
  await world.amends(
    `with g as (insert into study_group (school_id, school_year_id, kind, name, grade) values (:school, $1, 'class', '5А', 5) returning id),
      c as (insert into course (school_id, school_year_id, group_id, subject_id) select :school, $1, id, $2 from g returning id)
    insert into slot (school_id, course_id, weekday, number, from_date) select :school, id, 1, 1, '2027-09-01' from c`,
    [yearId, world.subjects.algebra],
  )
  assert.deepEqual(await told(world, 'belova'), ['year «2027/28» done'])
})

test('a new act is told to everybody who works here, and is done when it is read', async () => {
  const world = await newWorld()
  const actId = crypto.randomUUID()
  await world.does('kiselev', 'school.addAct', {
    actId,
    kind: 'order',
    title: 'О журнале',
    number: '12',
    datedOn: '2026-11-20',
    from: '2026-11-20',
    to: null,
    body: 'Заполнять в день урока.',
    forStaff: true,
    forFamilies: false,
  })
  await deliver(world)
  assert.deepEqual(await told(world, 'ivanova'), ['act «О журнале» open'])
  assert.deepEqual([await told(world, 'kiselev'), await told(world, 'petrova')], [[], []])
  await world.does('ivanova', 'school.acknowledge', { actId })
  assert.deepEqual(await told(world, 'ivanova'), ['act «О журнале» done'])
})

test('a reminder names the lessons that are not filled yet, and is kept when they are [R005]', async () => {
  const world = await newWorld()
  await world.does('belova', 'journal.remind', { personIds: [world.who.ivanova] })
  await deliver(world)
  const notice = (await world.asks('ivanova', 'notifications.list', {})).notices[0]?.work
  const { lessons } = await world.asks('belova', 'journal.unfilledLessons', { personId: world.who.ivanova })
  assert.deepEqual([notice?.title, notice?.state, notice?.count], ['Белова Татьяна', 'open', lessons.length])
  assert.equal(notice?.lessons.length, 3)
  assert.equal(notice?.lessons[0]?.date, lessons.at(-1)?.date)
  await world.amends(`update lesson set topic = 'Тема', roll_called_at = '2026-11-20' where school_id = :school`)
  assert.deepEqual(await told(world, 'ivanova'), ['reminder «Белова Татьяна» done'])
})

test('a proposal of subgroups is told to who may decide it in this school, the answer to its author [R098]', async () => {
  const world = await newWorld()
  const input = (await sampleOf('classes.proposeSubgroups').input(world)) as Input<'classes.proposeSubgroups'>
  await world.amends(
    `insert into right_choice (school_id, capability, category, allowed) values (:school, 'groups.keep', 'deputyHead', false)`,
  )
  await world.does('sokolova', 'classes.proposeSubgroups', input)
  await deliver(world)
  assert.deepEqual(await told(world, 'belova'), [])
  const [notice] = await told(world, 'kiselev')
  assert.match(notice!, /^proposal «7А, .+» open$/)
  const { classId } = input
  await world.does('kiselev', 'classes.declineProposal', { classId, proposalId: input.proposalId, answer: 'Поровну' })
  await deliver(world)
  assert.match((await told(world, 'sokolova'))[0]!, /^proposalAnswer «7А, .+» declined: Поровну$/)
})
