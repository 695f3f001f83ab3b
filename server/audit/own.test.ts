import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { takeIn } from '#server/audit/takeIn.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { callerWith } from '#tests/caller.ts'
import { NOW } from '#tests/database.ts'
import { newWorld, PASSWORD } from '#tests/world.ts'

test('everybody sees what was done under their own account, and nobody else’s [R045, R046]', async () => {
  const world = await newWorld()
  const { id: lessonId } = world.lesson(world.courses.englishA)
  await world.does('ivanova', 'journal.setTopic', { lessonId, topic: 'Present Perfect', expected: '' })
  await world.does('morozov', 'readiness.declarePaperless', { since: '2026-09-01' })
  const sentences = async (key: 'ivanova' | 'petrova') =>
    (await world.asks(key, 'audit.own', {})).entries.map(({ sentence }) => sentence)
  assert.deepEqual(await sentences('ivanova'), ['записала тему «Present Perfect»'])
  const [entry] = (await world.asks('ivanova', 'audit.own', {})).entries
  assert.match(entry!.about, / · /)
  assert.deepEqual(await sentences('petrova'), [])
})

test('who shares a login sees the sign-in of the other, its device and what was done in it [R045, R046]', async () => {
  const world = await newWorld()
  await takeIn(world.app.db, world.schoolId)
  const signIn = async (agent: string) => {
    const { headers, status } = await callerWith(world, '').calls(
      'access.signIn',
      { login: world.login('petrova'), password: PASSWORD },
      { operationId: randomUUIDv7(), headers: { 'x-zvonok': '1', 'user-agent': agent } },
    )
    assert.equal(status, 200)
    return callerWith(world, String(headers['set-cookie']).split(';')[0]!)
  }
  const mother = await signIn('Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36')
  const child = await signIn('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')
  assert.equal((await child.does('notifications.setHours', { daily: 20, quiet: { from: 22, to: 7 } })).status, 200)
  await world.rows(`update outbox set at = at - interval '3 hours' where school_id = :school and at <> 'infinity' returning 1`)
  await deliverNotices(world.app.db, world.app.live, clockFrom(NOW), world.school)
  const { body } = await mother.asks('audit.own', {})
  const entries = (body as { entries: { sentence: string; device: string; current: boolean }[] }).entries
  assert.deepEqual(
    entries.map(({ sentence, device, current }) => [sentence, /Firefox/.test(device), current]),
    [
      ['изменила часы уведомлений', true, false],
      ['вошла в журнал', true, false],
      ['вошла в журнал', false, true],
    ],
  )
})

test('pages of own actions follow one another without a gap and without a double [R046]', async () => {
  const world = await newWorld()
  for (let round = 0; round < 35; round++)
    await world.does('morozov', 'readiness.declarePaperless', { since: round % 2 ? '2026-09-01' : '2026-09-02' })
  const first = await world.asks('morozov', 'audit.own', {})
  const second = await world.asks('morozov', 'audit.own', { before: first.next! })
  assert.deepEqual([first.entries.length, second.entries.length, second.next], [30, 5, null])
  assert.equal(new Set([...first.entries, ...second.entries].map(({ operationId }) => operationId)).size, 35)
  assert.equal((await world.asks('morozov', 'audit.own', { before: 'чушь' })).entries.length, 30)
})
