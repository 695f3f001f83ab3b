import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { NOW, testDatabase } from '#tests/database.ts'
import { newWorld, type World } from '#tests/world.ts'
import { keepLog } from './night.ts'
import { takeIn } from './takeIn.ts'
import { verify } from './verify.ts'

const values = (...marks: number[]): Mark => ({ ...noMark, values: marks })

async function mark(world: World, to: Mark, from: Mark = noMark): Promise<string> {
  const lesson = world.lesson(world.courses.algebraA)
  const operationId = crypto.randomUUID()
  const input = { lessonId: lesson.id, workId: lesson.workId, studentId: world.who.petya, mark: to, expected: from }
  await world.does('ivanova', 'marks.set', input, operationId)
  return operationId
}
/** Lets the waiting time of the queue pass, and delivers: what was done is sealed. */
async function seal(world: World): Promise<void> {
  await world.rows(`update outbox set at = at - interval '3 hours' where school_id = :school and at <> 'infinity' returning 1`)
  await deliverNotices(world.app.db, world.app.live, clockFrom(NOW), world.school)
}
const found = async (world: World) => (await verify(world.app.db, world.schoolId)).findings

/** As whoever owns the database, past every trigger. */
async function plants(world: World, statement: string, values: unknown[] = []): Promise<void> {
  const { owner } = await testDatabase()
  const client = await owner.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica`)
    const { rowCount } = await client.query(statement.replaceAll(':school', String(world.schoolId)), values)
    assert.ok(rowCount! > 0, 'something was planted')
    await client.query('commit')
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** A school whose log has begun, with marks sealed in two seals. */
async function sealedWorld() {
  const world = await newWorld()
  await takeIn(world.app.db, world.schoolId)
  const first = await mark(world, values(3))
  await seal(world)
  const second = await mark(world, values(5), values(3))
  await seal(world)
  return { world, first, second }
}

test('an untouched school is clean, what waits in the queue too [R053]', async () => {
  const { world } = await sealedWorld()
  await mark(world, values(4), values(5))
  const { findings, looked, size, number } = await verify(world.app.db, world.schoolId)
  assert.deepEqual(findings, [])
  assert.ok(looked.operations >= 2 && looked.changes > 100 && looked.rows > 100, JSON.stringify(looked))
  assert.ok(size >= 3 && number >= 3)
})

test('a school laid out before the log began is taken in, and is clean [R053]', async () => {
  const world = await newWorld()
  await mark(world, values(3))
  await plants(world, `delete from outbox where school_id = :school`)
  await plants(world, `delete from change where school_id = :school and table_name in ('lesson', 'subject')`)
  assert.deepEqual(await found(world), [])
  await plants(world, `update subject set name = 'Геометрия' where school_id = :school and id = $1`, [world.subjects.algebra])
  assert.deepEqual(await found(world), [{ kind: 'changedRow', table: 'subject', rowId: world.subjects.algebra }])
})

test('what the owner of the database changes behind the journal is found and named [R053]', async (t) => {
  const place = ({ kind, table, rowId, operationId }: Awaited<ReturnType<typeof found>>[number]) => ({
    kind,
    ...(table ? { table } : {}),
    ...(rowId ? { rowId } : {}),
    ...(operationId ? { operationId } : {}),
  })
  const markOf = async (world: World) =>
    (await world.rows<{ id: string }>(`select id from mark where school_id = :school`))[0]!.id
  await t.test('a mark in its table', async () => {
    const { world } = await sealedWorld()
    await plants(world, `update mark set "values" = '{2}' where school_id = :school`)
    assert.deepEqual((await found(world)).map(place), [{ kind: 'changedRow', table: 'mark', rowId: await markOf(world) }])
  })
  await t.test('a row taken out of its table, and one slipped in', async () => {
    const { world } = await sealedWorld()
    const rowId = await markOf(world)
    await plants(world, `delete from mark where school_id = :school`)
    await plants(world, `insert into subject (school_id, name, short_name) values (:school, 'Магия', 'Маг.')`)
    const kinds = (await found(world)).map(({ kind, table }) => `${kind} ${table}`)
    assert.deepEqual(kinds.sort(), ['missingRow mark', 'unknownRow subject'])
    assert.equal((await found(world)).find(({ kind }) => kind === 'missingRow')!.rowId, rowId)
  })
  await t.test('what a change tells', async () => {
    const { world, first } = await sealedWorld()
    await plants(
      world,
      `update change set after = jsonb_set(after, '{values}', '[4]') where school_id = :school and operation_id = $1`,
      [first],
    )
    assert.deepEqual((await found(world)).map(place), [
      { kind: 'changedChange', table: 'mark', rowId: await markOf(world), operationId: first },
    ])
  })
  await t.test('a change taken away, and one slipped in', async () => {
    const { world, first, second } = await sealedWorld()
    await plants(world, `delete from change where school_id = :school and operation_id = $1`, [first])
    await plants(
      world,
      `insert into change (school_id, operation_id, table_name, row_id, before, after) select school_id, operation_id, table_name, row_id, after, jsonb_set(after, '{values}', '[2]')
       from change where school_id = :school and operation_id = $1`,
      [second],
    )
    await plants(world, `update mark set "values" = '{2}' where school_id = :school`)
    assert.deepEqual((await found(world)).map(place), [
      { kind: 'missingChange', operationId: first },
      { kind: 'unsealedChange', table: 'mark', rowId: await markOf(world), operationId: second },
    ])
  })
  await t.test('who did it', async () => {
    const { world, second } = await sealedWorld()
    await plants(world, `update operation set actor_id = $1 where school_id = :school and id = $2`, [world.who.kuznetsov, second])
    assert.deepEqual((await found(world)).map(place), [{ kind: 'changedOperation', operationId: second }])
  })
  await t.test('an operation taken away', async () => {
    const { world, second } = await sealedWorld()
    await plants(world, `delete from operation where school_id = :school and id = $1`, [second])
    assert.deepEqual((await found(world)).map(place), [{ kind: 'missingOperation', operationId: second }])
  })
  await t.test('an operation with its leaf', async () => {
    const { world, first } = await sealedWorld()
    const [{ idx }] = (await world.rows<{ idx: number }>(
      `select idx from log_leaf where school_id = :school and operation_id = $1`,
      [first],
    )) as [{ idx: number }]
    await plants(world, `delete from log_leaf where school_id = :school and operation_id = $1`, [first])
    const kinds = await found(world)
    assert.deepEqual(kinds.map(({ kind }) => kind).sort(), ['missingLeaf', 'unsealedChange', 'unsealedOperation'])
    assert.equal(kinds.find(({ kind }) => kind === 'missingLeaf')!.idx, idx)
  })
  await t.test('the last leaf, of nothing else', async () => {
    const { world, second } = await sealedWorld()
    await plants(world, `delete from log_leaf where school_id = :school and operation_id = $1`, [second])
    assert.ok((await found(world)).some(({ kind }) => kind === 'missingLeaf'))
  })
  await t.test('a change together with a leaf made anew to fit', async () => {
    const { world, first } = await sealedWorld()
    await plants(
      world,
      `update change set after = jsonb_set(after, '{values}', '[4]') where school_id = :school and operation_id = $1`,
      [first],
    )
    const forged = `digests = (select string_agg(change_digest(c), ''::bytea order by c.id) from change c where c.school_id = :school and c.operation_id = log_leaf.operation_id)`
    await plants(world, `update log_leaf set ${forged} where school_id = :school and operation_id = $1`, [first])
    assert.deepEqual((await found(world)).map(place), [{ kind: 'changedLeaf', operationId: first }])
    await plants(
      world,
      `update log_leaf l set leaf = sha256('\\x00'::bytea || convert_to('zv1' || jsonb_build_array(l.idx, l.kind, l.at, l.name, l.operation_id, l.actor_id,
        l.session_id, l.about, l.table_name, encode(l.digest, 'hex'), l.changes, l.row_ids, encode(l.digests, 'hex'))::text, 'UTF8'))
       where school_id = :school and operation_id = $1`,
      [first],
    )
    const [one, ...others] = await found(world)
    assert.equal(others.length, 0)
    assert.equal(one!.kind, 'otherRoot')
    const [{ idx }] = (await world.rows<{ idx: number }>(
      `select idx from log_leaf where school_id = :school and operation_id = $1`,
      [first],
    )) as [{ idx: number }]
    assert.ok(one!.from! <= idx && idx <= one!.to!, 'the place is named by the seal over it')
  })
  await t.test('a seal', async () => {
    const { world } = await sealedWorld()
    await plants(world, `update log_seal set root = sha256('forged') where school_id = :school and number = 1`)
    const kinds = (await found(world)).map(({ kind, seal }) => `${kind} ${seal}`)
    assert.ok(kinds.includes('changedSeal 1'), kinds.join())
  })
  await t.test('a history switched off for a table', async () => {
    const { world } = await sealedWorld()
    const { owner } = await testDatabase()
    await owner.query('alter table room disable trigger record_update')
    try {
      assert.deepEqual((await found(world)).map(place), [{ kind: 'bareTable', table: 'room' }])
    } finally {
      await owner.query('alter table room enable trigger record_update')
    }
  })
})

test('contacts erased by decision of the school are told apart from forgery [R053]', async () => {
  const world = await newWorld()
  await takeIn(world.app.db, world.schoolId)
  const nothing = { phone: [], email: [], address: [] }
  Object.assign(world.school.policies, { 'people.phones': true })
  const contacts = { ...nothing, phone: ['+7 912 000-00-01'] }
  await world.does('kiselev', 'people.setContacts', { personId: world.who.petrova, contacts, expected: nothing })
  await seal(world)
  Object.assign(world.school.policies, { 'people.phones': false })
  await world.does('kiselev', 'people.eraseContacts', { kind: 'phone' })
  await seal(world)
  const kinds = new Set((await found(world)).map(({ kind }) => kind))
  assert.deepEqual([...kinds].sort(), ['erasedChange', 'erasedOperation'])
})

test('after an erasure a forged dash is still a forgery, also where contacts were erased before [R053, R065]', async () => {
  const world = await newWorld()
  await takeIn(world.app.db, world.schoolId)
  const nothing = { phone: [], email: [], address: [] }
  Object.assign(world.school.policies, { 'people.phones': true, 'people.emails': true })
  const contacts = { ...nothing, phone: ['+7 912 000-00-01'], email: ['mama@example.org'] }
  await world.does('kiselev', 'people.setContacts', { personId: world.who.petrova, contacts, expected: nothing })
  const comment = 'Звоните +7 912 000-00-01'
  await world.does('petrova', 'people.requestChange', {
    personId: world.who.petya,
    changes: { givenName: 'Пётр-Павел' },
    contacts: null,
    comment,
  })
  await seal(world)
  Object.assign(world.school.policies, { 'people.phones': false, 'people.emails': false })
  await world.does('kiselev', 'people.eraseContacts', { kind: 'phone' })
  await seal(world)
  const kinds = async () => [...new Set((await found(world)).map(({ kind }) => kind))].sort()
  assert.deepEqual(await kinds(), ['erasedChange', 'erasedOperation'], 'comments of requests are emptied with the rest')
  await plants(
    world,
    `update change set after = after || '{"value": "—"}' where school_id = :school and table_name = 'contact' and after ->> 'kind' = 'email'`,
  )
  assert.deepEqual(await kinds(), ['changedChange', 'changedRow', 'erasedChange', 'erasedOperation'])
})

test('the server itself can only add to the log [R053]', async () => {
  const { world } = await sealedWorld()
  for (const statement of [
    sqlOf('update log_leaf set name = name'),
    sqlOf('delete from log_leaf'),
    sqlOf('update log_seal set root = root'),
    sqlOf('delete from log_seal'),
    sqlOf('delete from log_subject'),
    sqlOf('update log_check set findings = findings'),
  ])
    await assert.rejects(
      world.app.db.write(world.schoolId, crypto.randomUUID(), (tx) => tx.run(statement)),
      { code: '42501' },
    )
})
const sqlOf = (text: string) => ({ name: text, text, values: [] })

test('two who seal at once make one chain [R053]', async () => {
  const { world } = await sealedWorld()
  for (let round = 0; round < 3; round++) await mark(world, values(3 + (round % 3)), values(round === 0 ? 5 : 2 + (round % 3)))
  await world.rows(`update outbox set at = at - interval '3 hours' where school_id = :school returning 1`)
  await Promise.all([1, 2, 3].map(() => deliverNotices(world.app.db, world.app.live, clockFrom(NOW), world.school)))
  assert.deepEqual(await found(world), [])
})

test('in the school’s night the log is verified, by day only a little is taken in [R053]', async () => {
  const world = await newWorld()
  const checks = () => world.rows<{ n: number }>(`select count(*)::int as n from log_check where school_id = :school`)
  await keepLog(world.app.db, clockFrom(NOW), { ...world.school, timeZone: 'Europe/Moscow' }) // 15:00 there
  assert.deepEqual([await checks(), (await world.asks('morozov', 'audit.state', {})).takingIn], [[{ n: 0 }], false])
  await keepLog(world.app.db, clockFrom(NOW), { ...world.school, timeZone: 'Pacific/Kiritimati' }) // 2:00
  assert.deepEqual(await checks(), [{ n: 0 }])
  await keepLog(world.app.db, clockFrom('2026-11-20T00:30:00Z'), { ...world.school, timeZone: 'Europe/Moscow' })
  assert.deepEqual(await checks(), [{ n: 1 }])
})
