import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { takeIn } from '#server/audit/takeIn.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { addressOf, callerOf, callerWith } from '#tests/caller.ts'
import { NOW } from '#tests/database.ts'
import { newWorld, PASSWORD, type PersonKey, type World } from '#tests/world.ts'

const values = (...marks: number[]): Mark => ({ ...noMark, values: marks })

function mark(world: World, student: 'petya' | 'masha', to: Mark, from: Mark = noMark): Promise<unknown> {
  const lesson = world.lesson(world.courses.algebraA)
  const input = { lessonId: lesson.id, workId: lesson.workId, studentId: world.who[student], mark: to, expected: from }
  return world.does('ivanova', 'marks.set', input)
}
async function seal(world: World): Promise<void> {
  await world.rows(`update outbox set at = at - interval '3 hours' where school_id = :school and at <> 'infinity' returning 1`)
  await deliverNotices(world.app.db, world.app.live, clockFrom(NOW), world.school)
}
const lines = async (world: World, key: PersonKey, input: Input<'audit.log'> = {}) =>
  (await world.asks(key, 'audit.log', input)).entries.map(({ actor, sentence }) => `${actor?.name} ${sentence}`)

async function busyWorld() {
  const world = await newWorld()
  await mark(world, 'petya', values(3))
  await mark(world, 'petya', values(5), values(3))
  await mark(world, 'masha', values(4))
  await world.does('kuznetsov', 'attendance.rollCall', { lessonId: world.lesson(world.courses.algebraB).id, absences: [] })
  return world
}

test('the log tells who did what, newest first, agreeing with who it was, sealed or not yet [R053]', async () => {
  const world = await busyWorld()
  const told = [
    'Кузнецов О. И. провёл перекличку, все присутствуют',
    'Иванова М. П. поставила отметку 4',
    'Иванова М. П. поставила отметку 5',
    'Иванова М. П. поставила отметку 3',
  ]
  assert.deepEqual(await lines(world, 'morozov'), told, 'nothing of what was just done is missing')
  assert.ok((await world.asks('morozov', 'audit.log', {})).entries.every(({ number }) => number === null))
  await seal(world)
  assert.deepEqual(await lines(world, 'morozov'), told)
  assert.deepEqual(
    (await world.asks('morozov', 'audit.log', {})).entries.map(({ number }) => number),
    [4, 3, 2, 1],
  )
})

test('a head finds who changed the mark of a student, by the part of a name [R053]', async () => {
  const world = await busyWorld()
  for (const state of ['waiting', 'sealed']) {
    assert.deepEqual(
      await lines(world, 'morozov', { whom: 'петров п' }),
      ['Иванова М. П. поставила отметку 5', 'Иванова М. П. поставила отметку 3'],
      state,
    )
    assert.equal((await lines(world, 'morozov', { whom: '7А' })).length, 3, `${state}, of the class`)
    assert.deepEqual(await lines(world, 'morozov', { who: 'кузнец' }), ['Кузнецов О. И. провёл перекличку, все присутствуют'])
    assert.deepEqual(await lines(world, 'morozov', { kind: 'attendance' }), [
      'Кузнецов О. И. провёл перекличку, все присутствуют',
    ])
    assert.equal((await lines(world, 'morozov', { text: 'провела перекличку' })).length, 1)
    assert.equal((await lines(world, 'morozov', { who: 'иванова', whom: 'Ёлкина', kind: 'marks' })).length, 1)
    assert.deepEqual(await lines(world, 'morozov', { who: 'такого нет' }), [])
    assert.deepEqual(await lines(world, 'morozov', { to: '2020-01-01' }), [])
    await seal(world)
  }
})

test('an entry shows before and after in words, and nothing of machines [R053]', async () => {
  const world = await busyWorld()
  const { entries } = await world.asks('morozov', 'audit.log', { whom: 'Петров Пётр' })
  const operationId = entries[0]!.operationId
  for (const state of ['waiting', 'sealed']) {
    const action = await world.asks('morozov', 'audit.action', { operationId })
    assert.deepEqual(
      action.rows.map(({ table, what, fields }) => ({ table, what, fields })),
      [{ table: 'Отметка', what: 'changed', fields: [{ field: 'отметка', before: '3', after: '5', veiled: false }] }],
      state,
    )
    assert.match(action.rows[0]!.label, /Петров Пётр/)
    assert.doesNotMatch(JSON.stringify(action.rows), /[0-9a-f]{8}-/)
    assert.equal(action.seal !== null, state === 'sealed')
    await seal(world)
  }
})

test('an administrator sees that a mark was set, and not which [R053, R052]', async () => {
  const world = await busyWorld()
  const told = await lines(world, 'kiselev', { kind: 'marks' })
  assert.deepEqual(new Set(told), new Set(['Иванова М. П. изменила отметку']))
  const { entries, veiled } = await world.asks('kiselev', 'audit.log', { kind: 'marks' })
  assert.ok(veiled)
  const { rows } = await world.asks('kiselev', 'audit.action', { operationId: entries[0]!.operationId })
  assert.deepEqual(
    rows.flatMap(({ fields }) => fields.map(({ before, after, veiled }) => [before, after, veiled])),
    rows.flatMap(({ fields }) => fields.map(() => ['', '', true])),
  )
})

test('an action leads to account, session, address and device, also after the session has ended [R046]', async () => {
  const world = await newWorld()
  await takeIn(world.app.db, world.schoolId)
  const signedIn = await callerWith(world, '').calls(
    'access.signIn',
    { login: world.login('kiselev'), password: PASSWORD },
    {
      operationId: randomUUIDv7(),
      headers: { 'x-zvonok': '1', 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36' },
    },
  )
  assert.equal(signedIn.status, 200, signedIn.text)
  const caller = callerWith(world, String(signedIn.headers['set-cookie']).split(';')[0]!)
  assert.equal((await caller.does('access.addCustomRole', { name: 'Секретарь', rights: [] })).status, 200)
  assert.equal((await caller.does('access.signOut', {})).status, 200)
  await seal(world)
  const { entries } = await world.asks('morozov', 'audit.log', { who: 'Киселёв', kind: 'access' })
  const names = entries.map(({ name }) => name)
  assert.deepEqual(names, ['access.signOut', 'access.addCustomRole', 'access.signIn'])
  for (const { operationId, name, device, address } of entries) {
    const { login, session } = await world.asks('morozov', 'audit.action', { operationId })
    assert.equal(login, world.login('kiselev'))
    assert.ok(session, name)
    assert.deepEqual([session!.device, session!.address], [device, address])
    assert.equal(session!.address, addressOf(world))
    assert.match(session!.device, /Chrome/)
    assert.ok(session!.endedAt)
  }
  const bySession = await world.asks('morozov', 'audit.log', {
    sessionId: (await world.asks('morozov', 'audit.action', { operationId: entries[0]!.operationId })).session!.sessionId,
  })
  assert.equal(bySession.entries.length, entries.length)
})

test('pages follow one another without a gap and without a double [R053]', async () => {
  const world = await newWorld()
  for (let round = 0; round < 60; round++)
    await world.does('morozov', 'readiness.declarePaperless', { since: round % 2 ? '2026-09-01' : '2026-09-02' })
  await seal(world)
  for (let round = 0; round < 5; round++)
    await world.does('morozov', 'readiness.declarePaperless', { since: round % 2 ? '2026-09-01' : '2026-09-02' })
  const first = await world.asks('morozov', 'audit.log', {})
  const second = await world.asks('morozov', 'audit.log', { before: first.next! })
  assert.equal(second.next, null)
  const ids = [...first.entries, ...second.entries].map(({ operationId }) => operationId)
  assert.deepEqual([ids.length, new Set(ids).size], [65, 65])
  assert.deepEqual(
    await lines(world, 'morozov', { before: 'чушь' }),
    first.entries.map(({ actor, sentence }) => `${actor?.name} ${sentence}`),
  )
})

test('another school’s log is another log [R053]', async () => {
  const [world, other] = [await busyWorld(), await newWorld()]
  await seal(world)
  assert.deepEqual(await lines(other, 'morozov'), [])
  const { entries } = await world.asks('morozov', 'audit.log', {})
  const foreign = other.asks('morozov', 'audit.action', { operationId: entries[0]!.operationId })
  await assert.rejects(foreign, { code: 'access.denied' })
})

test('an extract on paper has its conditions, its rows, seal and root; that it was taken stands in the log [R053]', async () => {
  const world = await busyWorld()
  await seal(world)
  const caller = await callerOf(world, 'morozov')
  const { seal: last } = await world.asks('morozov', 'audit.state', {})
  const { pagesOfPdf } = await import('#tests/pdfText.ts')
  const answer = await world.app.http.inject({
    method: 'POST',
    url: '/api/log/extract',
    headers: { cookie: caller.cookie, 'x-zvonok': '1', 'content-type': 'application/json' },
    payload: { format: 'pdf', whom: 'Петров Пётр', from: '2026-01-01', to: '2099-01-01' },
  })
  assert.equal(answer.statusCode, 200, answer.body.slice(0, 300))
  const text = pagesOfPdf(answer.rawPayload).join('\n')
  for (const words of [
    'Выписка из журнала действий',
    'о ком: Петров Пётр',
    'поставила отметку 5',
    'печать',
    last!.root.slice(0, 8),
  ])
    assert.ok(text.includes(words), `${words}: ${text}`)
  assert.ok((await lines(world, 'morozov', { kind: 'log' }))[0]!.includes('получил выписку из журнала действий для печати'))
})

test('a formula in a topic stays text in a spreadsheet of the log [R053]', async () => {
  const world = await newWorld()
  const { id: lessonId } = world.lesson(world.courses.englishA)
  await world.does('ivanova', 'journal.setTopic', { lessonId, topic: '=1+1', expected: '' })
  const caller = await callerOf(world, 'morozov')
  const answer = await world.app.http.inject({
    method: 'POST',
    url: '/api/log/extract',
    headers: { cookie: caller.cookie, 'x-zvonok': '1', 'content-type': 'application/json' },
    payload: { format: 'csv', kind: 'lessons' },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  assert.match(answer.body, /записала тему «=1\+1»/)
  assert.doesNotMatch(answer.body, /(^|;)[=+@-]/m)
})

test('an extract of nothing, and a stranger’s, are refused [R053]', async () => {
  const world = await newWorld()
  const input = { format: 'pdf', to: '2020-01-01' } as const
  await assert.rejects(world.does('morozov', 'audit.extract', input), { code: 'audit.nothing' })
  await assert.rejects(world.does('ivanova', 'audit.extract', input), { code: 'access.denied' })
})

test('a verification begun from the screen goes on by itself and leaves its result [R053]', async () => {
  const world = await busyWorld()
  await world.does('kiselev', 'audit.verify', {})
  for (;;) {
    const { check, running } = await world.asks('morozov', 'audit.state', {})
    assert.equal(running?.failed ?? false, false)
    if (!check) {
      await new Promise((resolve) => setImmediate(resolve))
      continue
    }
    assert.deepEqual([check.whole, check.findings, check.by], [true, [], 'Киселёв Д. О.'])
    break
  }
})
