import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Task } from '#domain/homework/rules.ts'
import { noMark } from '#domain/marks/rules.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { NOW } from '#tests/database.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const NIGHT = '2026-11-20T19:30:00Z' // half past ten in Moscow
const MORNING = '2026-11-21T04:00:00Z' // seven
const SOON = '2026-11-20T12:05:00Z'
const EVENING = '2026-11-20T15:00:00Z' // six

const mark = (world: World, value: number, from = noMark) => {
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA)
  const input = { lessonId, workId, studentId: world.who.petya, mark: { ...noMark, values: [value] }, expected: from }
  return world.does('ivanova', 'marks.set', input)
}
/** Lets the time of a slip pass, and delivers at the moment. Answers how many notices are new. */
const deliver = async (world: World, at: string = NOW) => {
  await world.amends(`update outbox set at = '2026-11-20T01:00:00Z' where school_id = :school`)
  return deliverNotices(world.app.db, world.app.live, clockFrom(at), world.school)
}
const told = async (world: World, key: PersonKey) =>
  (await world.asks(key, 'notifications.list', {})).notices.map(
    ({ kind, student, work }) => `${kind} ${student?.text ?? work?.title}`,
  )
const choose = (
  world: World,
  key: PersonKey,
  kind: 'marks' | 'homework',
  student: PersonKey,
  way: 'now' | 'daily' | 'off' | null,
) => world.does(key, 'notifications.choose', { kind, studentId: world.who[student], way })

test('a mother is told as she has chosen, of each child apart; the student chooses for himself [R043]', async () => {
  const world = await newWorld()
  await choose(world, 'petrova', 'marks', 'petya', 'off')
  await mark(world, 5)
  await deliver(world)
  assert.deepEqual(await told(world, 'petrova'), [])
  assert.deepEqual(await told(world, 'petya'), ['mark 5'])
  const { offers } = await world.asks('petrova', 'notifications.settings', {})
  const about = (key: PersonKey) =>
    offers.filter(({ studentId }) => studentId === world.who[key]).map(({ kind, way, chosen }) => [kind, way, chosen])
  assert.deepEqual(about('petya'), [['marks', 'off', true], ['absences', 'now', false], ['homework', 'off', false]]) // biome-ignore format: one glance
  assert.deepEqual(about('kolya')[0], ['marks', 'now', false])
  await choose(world, 'petrova', 'marks', 'petya', null)
  await mark(world, 4, { ...noMark, values: [5] })
  await deliver(world)
  assert.deepEqual(await told(world, 'petrova'), ['mark 4'])
})

test('what is told once a day comes at its hour, all together [R043]', async () => {
  const world = await newWorld()
  await choose(world, 'petrova', 'marks', 'petya', 'daily')
  await mark(world, 5)
  await deliver(world)
  assert.deepEqual(await told(world, 'petrova'), [])
  assert.equal((await world.asks('petrova', 'notifications.settings', {})).waiting, 1)
  const heard: string[] = []
  const leave = world.app.live.subscribe(({ schoolId, keys }) => schoolId === world.schoolId && heard.push(...keys))
  await deliver(world, EVENING)
  leave()
  assert.deepEqual(await told(world, 'petrova'), ['mark 5'])
  assert.ok(heard.includes(`notices:${world.who.petrova}`))
})

test('at night a notice waits for the morning, unless there are no quiet hours [R043]', async () => {
  const world = await newWorld()
  await world.does('petya', 'notifications.setHours', { daily: null, quiet: { from: 0, to: 0 } })
  await mark(world, 5)
  await deliver(world, NIGHT)
  assert.deepEqual([await told(world, 'petrova'), await told(world, 'petya')], [[], ['mark 5']])
  await deliver(world, MORNING)
  assert.deepEqual(await told(world, 'petrova'), ['mark 5'])
})

test('what waits is told by the choice made since: now, or never [R043]', async () => {
  const world = await newWorld()
  await choose(world, 'petrova', 'marks', 'petya', 'daily')
  await choose(world, 'petya', 'marks', 'petya', 'daily')
  await mark(world, 5)
  await deliver(world)
  await choose(world, 'petrova', 'marks', 'petya', 'now')
  await choose(world, 'petya', 'marks', 'petya', 'off')
  await deliver(world, SOON)
  assert.deepEqual([await told(world, 'petrova'), await told(world, 'petya')], [['mark 5'], []])
  await deliver(world, EVENING)
  assert.deepEqual(await told(world, 'petya'), [])
})

test('homework is told to who asks for it, and a task of one student to that one [R043]', async () => {
  const world = await newWorld()
  const set = (task: Partial<Task>) =>
    world.does('ivanova', 'homework.set', {
      lessonId: world.lesson(world.courses.algebraA).id,
      homeworkId: randomUUIDv7(),
      task: {
        dueOn: null,
        content: '',
        pages: '',
        exercises: '№ 5',
        minutes: null,
        nothing: false,
        students: [],
        files: [],
        ...task,
      },
      expected: null,
    })
  await set({})
  assert.equal(await deliver(world), 0, 'nobody has asked')
  await choose(world, 'petrova', 'homework', 'petya', 'now')
  await set({ exercises: '№ 6' })
  await set({ exercises: '№ 7', students: [world.who.masha] })
  assert.equal(await deliver(world), 1)
  assert.deepEqual(await told(world, 'petrova'), ['homework № 6'])
})

test('what the school does not offer is chosen by nobody, and told to nobody [R043]', async () => {
  const world = await newWorld()
  await world.does('morozov', 'school.setPolicy', { key: 'notices.marks', value: 'none', expected: 'now' })
  world.school.policies['notices.marks'] = 'none'
  await mark(world, 5)
  assert.equal(await deliver(world), 0)
  const refused = { code: 'notifications.notOffered' }
  await assert.rejects(choose(world, 'petrova', 'marks', 'petya', 'now'), refused)
  await assert.rejects(choose(world, 'petrova', 'homework', 'masha', 'now'), refused)
  const tasks = (way: 'off' | 'daily') => world.does('belova', 'notifications.choose', { kind: 'tasks', studentId: null, way })
  await assert.rejects(tasks('off'), refused)
  await tasks('daily')
})

test('of five hundred notices sixty are shown, the rest when asked for; each is read by itself or all at once', async () => {
  const world = await newWorld()
  const ids = Array.from({ length: 500 }, () => randomUUIDv7())
  const { workId } = world.lesson(world.courses.algebraA)
  await world.amends(
    `insert into work (school_id, id, lesson_id, work_type_id, weight) select :school, w, $2, $3, 10 from unnest($1::uuid[]) w`,
    [ids, world.lesson(world.courses.algebraA).id, world.types.classwork],
  )
  assert.ok(workId)
  await world.amends(
    `insert into mark (school_id, id, work_id, student_id, "values") select :school, w, w, $2, '{5}' from unnest($1::uuid[]) w`,
    [ids, world.who.petya],
  )
  await world.amends(
    `insert into notice (school_id, person_id, student_id, kind, source_id, at) select :school, $2, $3, 'mark', w, '2026-11-19T09:00:00Z' from unnest($1::uuid[]) w`,
    [ids, world.who.petrova, world.who.petya],
  )
  const first = await world.asks('petrova', 'notifications.list', {})
  assert.deepEqual([first.unread, first.notices.length, first.more], [500, 60, true])
  await world.does('petrova', 'notifications.read', { noticeIds: first.notices.map(({ noticeId }) => noticeId) })
  const whole = await world.asks('petrova', 'notifications.list', { most: 500 })
  assert.deepEqual([whole.unread, whole.notices.length, whole.more], [440, 500, false])
  assert.equal((await world.asks('petrova', 'notifications.list', { kind: 'absences' })).notices.length, 0)
  await world.does('petrova', 'notifications.read', {})
  assert.equal((await world.asks('petrova', 'notifications.list', {})).unread, 0)
})

test('a notice leaves the list when its days are over; the mark stays in the diary', async () => {
  const world = await newWorld()
  await mark(world, 5)
  await deliver(world, '2026-11-10T09:00:00Z')
  assert.equal((await told(world, 'petrova')).length, 1)
  world.school.policies['notices.keptDays'] = 7
  assert.equal((await told(world, 'petrova')).length, 0)
})

test('the homeroom teacher sees how many parents have signed in and how they are told, by name only who has not come [R043]', async () => {
  const world = await newWorld()
  const seen = () => world.asks('sokolova', 'notifications.ofClass', { classId: world.groups.seventhA })
  await choose(world, 'petrova', 'marks', 'petya', 'daily')
  const before = await seen()
  assert.deepEqual(
    [before.className, before.guardians, before.signedIn, before.absent.map(({ name, students }) => [name, students])],
    ['7А', 1, 0, [['Петрова Ольга Игоревна', ['Петров Пётр']]]],
  )
  assert.deepEqual(before.kinds[0], { kind: 'marks', now: 0, daily: 1, off: 0 })
  await world.amends(
    `insert into session (school_id, account_id, token_hash, device, address, expires_at) values (:school, $1, '\\x01', 'Chrome', '10.0.0.1', '2026-12-31')`,
    [world.accounts.petrova],
  )
  const after = await seen()
  assert.deepEqual([after.signedIn, after.absent], [1, []])
})
