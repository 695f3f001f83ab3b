import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Output } from '#domain/operations.ts'
import { callerOf } from '#tests/caller.ts'
import { TODAY } from '#tests/database.ts'
import { withClock } from '#tests/handClock.ts'
import { refused } from '#tests/refused.ts'
import { noEmployment } from '#tests/samplesOfPeople.ts'
import { newWorld, PASSWORD, type World } from '#tests/world.ts'
import { loadActor } from './actor.ts'

const HOUR = 60
const DAY = 24 * HOUR

const role = (world: World, from: string) =>
  ({
    personId: world.who.petrova,
    role: 'deputyHead',
    customRoleId: null,
    from,
    to: null,
    orderNumber: '',
    orderDate: null,
  }) as const

const position = (world: World) =>
  world.does('kiselev', 'people.addPosition', {
    personId: world.who.petrova,
    position: 'учитель математики',
    category: '',
    ...noEmployment,
    from: TODAY,
  })

/** What makes a mother a member of staff. */
const standings: [string, (world: World) => Promise<unknown>][] = [
  ['a role', (world) => world.does('kiselev', 'access.grantRole', role(world, TODAY))],
  [
    'a class',
    async (world) => {
      await position(world)
      const { seventhB } = world.groups
      const homeroom = { classId: seventhB, teacherId: world.who.petrova, from: TODAY, expected: world.who.kuznetsov }
      await world.does('kiselev', 'classes.setHomeroom', homeroom)
    },
  ],
  [
    'a course',
    async (world) => {
      await world.amends(`insert into assignment (school_id, course_id, teacher_id, from_date) values (:school, $1, $2, $3)`, [
        world.courses.algebraB,
        world.who.petrova,
        TODAY,
      ])
      world.app.sessions.forget({ schoolId: world.schoolId }) // what every set-up command says
    },
  ],
  [
    'a lesson for a colleague',
    async (world) => {
      await world.amends(`update lesson set teacher_id = $2, instead_of_id = $3 where school_id = :school and id = $1`, [
        world.lesson(world.courses.algebraA).id,
        world.who.petrova,
        world.who.ivanova,
      ])
      world.app.sessions.forget({ schoolId: world.schoolId })
    },
  ],
]

for (const [name, gives] of standings) {
  test(`a mother who is given ${name} idles and signs in like staff from her next request on [R044]`, async () => {
    await withClock(async (app, clock) => {
      const world = await newWorld({ app })
      const caller = await callerOf(world, 'petrova')
      clock.minutes(HOUR)
      assert.equal((await caller.asks('diary.marks', { studentId: world.who.petya })).status, 200)
      await gives(world)
      assert.equal((await caller.asks('diary.marks', { studentId: world.who.petya })).code, 'access.locked')
      assert.equal((await caller.does('access.unlock', { password: PASSWORD })).status, 200)
      assert.equal((await caller.asks('diary.marks', { studentId: world.who.petya })).status, 200)
      clock.minutes(12 * HOUR)
      assert.equal((await caller.asks('access.me', {})).code, 'access.signedOut', 'thirty days are over after twelve hours')
    })
  })
}

test('a sign-in that has run out is listed among those that are over [R044]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const old = await callerOf(world, 'ivanova')
    clock.minutes(13 * HOUR)
    const caller = await callerOf(world, 'ivanova')
    const { sessions } = (await caller.asks('access.sessions', {})).body as Output<'access.sessions'>
    assert.deepEqual(
      sessions.map(({ sessionId, current, endedAt }) => [sessionId, current, endedAt]),
      [
        [caller.sessionId, true, null],
        [old.sessionId, false, '2026-11-21T00:00:00.000Z'],
      ],
    )
  })
})

test('a position by itself opens nothing, so it limits nothing; the rights that follow do [R044]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'petrova')
    await position(world)
    clock.minutes(DAY)
    assert.equal((await caller.asks('diary.marks', { studentId: world.who.petya })).status, 200)
    assert.equal((await caller.asks('school.card', {})).code, 'access.denied')
  })
})

test('a session older than staff may have ends with the role that makes its person staff [R044]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'petrova')
    clock.minutes(3 * DAY)
    assert.equal((await caller.asks('access.me', {})).status, 200)
    await world.does('kiselev', 'access.grantRole', role(world, '2026-11-23'))
    assert.equal((await caller.asks('access.me', {})).code, 'access.signedOut')
  })
})

test('a role that begins tomorrow binds from midnight on, even who has just asked [R044]', async () => {
  await withClock(async (app, clock) => {
    const world = await newWorld({ app })
    await world.does('kiselev', 'access.grantRole', role(world, '2026-11-21'))
    clock.minutes(9 * HOUR - 0.25) // 23:59:45 in Moscow
    const caller = await callerOf(world, 'petrova')
    clock.minutes(-3 * HOUR)
    assert.equal((await caller.asks('access.me', {})).status, 200)
    clock.minutes(3 * HOUR)
    assert.equal((await caller.asks('diary.marks', { studentId: world.who.petya })).status, 200)
    await world.does('kiselev', 'school.setPolicy', { key: 'access.secondFactor', value: 'heads', expected: 'off' })
    await world.does('kiselev', 'school.setPolicy', { key: 'access.secondFactorDays', value: 0, expected: 14 })
    assert.equal((await caller.asks('diary.marks', { studentId: world.who.petya })).status, 200, 'no deputy head yet')
    clock.minutes(0.5)
    assert.equal((await caller.asks('diary.marks', { studentId: world.who.petya })).code, 'access.mustProtect')
  })
})

/** 1 September 2027 begins the next year; its 7А is led by Кузнецов, and Петя moves there. */
async function nextYear(world: World): Promise<string> {
  const [made] = await world.rows<{ year: string; group: string }>('select gen_random_uuid() as year, gen_random_uuid() as group')
  const { year, group } = made!
  await world.amends(
    `insert into school_year (school_id, id, name, from_date, to_date, opened_at) values (:school, $1, '2027/28', '2027-09-01', '2028-05-26', now())`,
    [year],
  )
  await world.amends(
    `insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id) values (:school, $1, $2, 'class', '8А', 8, $1)`,
    [group, year],
  )
  await world.amends(`insert into school_class (school_id, id, letter) values (:school, $1, 'А')`, [group])
  await world.amends(`insert into homeroom (school_id, class_id, teacher_id, from_date) values (:school, $1, $2, '2027-09-01')`, [
    group,
    world.who.kuznetsov,
  ])
  await world.amends(
    `insert into enrolment (school_id, group_id, student_id, from_date) values (:school, $1, $2, '2027-09-01')`,
    [group, world.who.petya],
  )
  return group
}

for (const [day, ahead, code] of [
  ['2027-08-31', false, 'access.issuedFromDay'],
  ['2027-09-01', false, ''],
  ['2027-08-31', true, ''],
] as const)
  test(`on ${day} the homeroom teacher of the next class ${code ? 'does not issue' : 'issues'} passwords${ahead ? ' by policy' : ''} [R044]`, async () => {
    await withClock(async (app, clock) => {
      const world = await newWorld({ app })
      const classId = await nextYear(world)
      world.school.policies['access.homeroomIssuesAhead'] = ahead
      clock.minutes(((Date.parse(day) - Date.parse(TODAY)) / 86_400_000) * DAY)
      const actor = await app.db.read(world.schoolId, (tx) => loadActor(tx, world.schoolId, world.accounts.kuznetsov, null, day))
      assert.ok(actor.homeroomOf.includes(classId), 'prepares the class')
      const caller = { actor, school: world.school }
      const seen = await app.executor.ask('access.classAccounts', caller, { classId })
      assert.equal(seen.issuesFrom, code ? '2027-09-01' : null)
      const issuing = app.executor.execute('access.issueInClass', caller, crypto.randomUUID(), {
        classId,
        personIds: [world.who.petya],
        by: 'link',
      })
      if (code) await refused(code, issuing)
      else assert.equal((await issuing).issued.length, 1)
    })
  })
