import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliverNotices } from '#server/notifications/deliver.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { NOW } from '#tests/database.ts'
import { newWorld, type World } from '#tests/world.ts'

const remind = (world: World, ...keys: ('ivanova' | 'kuznetsov' | 'sokolova')[]) =>
  world.does('belova', 'journal.remind', { personIds: keys.length === 0 ? null : keys.map((key) => world.who[key]) })
const later = (world: World) => world.amends(`update reminder set at = at - interval '2 minutes' where school_id = :school`)

test('a teacher is reminded once a day, whoever reminds; the next day again [R005]', async () => {
  const world = await newWorld()
  await remind(world, 'ivanova')
  const again = world.does('morozov', 'journal.remind', { personIds: [world.who.ivanova] })
  await assert.rejects(again, ({ code, params }: { code: string; params: Record<string, string> }) => {
    assert.deepEqual([code, params.name, params.by], ['journal.remindedToday', 'Иванова Мария Петровна', 'Белова Т. Н.'])
    return true
  })
  const { teachers } = await world.asks('belova', 'journal.unfilled', {})
  const of = (id: string) => teachers.find(({ personId }) => personId === id)?.reminded
  assert.equal(of(world.who.ivanova)?.by, 'Белова Т. Н.')
  assert.equal(of(world.who.sokolova), null)
  await world.amends(`update reminder set date = '2026-11-19' where school_id = :school`)
  await remind(world, 'ivanova')
})

test('everybody who is behind is reminded at once, without those who have been told today [R005]', async () => {
  const world = await newWorld()
  const { teachers } = await world.asks('belova', 'journal.unfilled', {})
  await remind(world, 'ivanova')
  const { reminders, already } = await remind(world)
  assert.deepEqual([reminders.length, already], [teachers.length - 1, 1])
  await assert.rejects(remind(world), { code: 'journal.allReminded' })
})

test('whose journals are filled is not reminded, nor is a stranger', async () => {
  const world = await newWorld()
  await world.amends(`update lesson set topic = 'Тема', roll_called_at = '2026-11-20' where school_id = :school`)
  await assert.rejects(remind(world, 'ivanova'), { code: 'journal.nothingToRemind' })
  await assert.rejects(remind(world), { code: 'journal.nothingToRemind' })
})

test('within a minute a reminder is taken back, and nobody hears of it; later it is not, nor by another', async () => {
  const world = await newWorld()
  const first = await remind(world, 'ivanova')
  const ids = first.reminders.map(({ reminderId }) => reminderId)
  await assert.rejects(world.does('morozov', 'journal.takeBackReminders', { reminderIds: ids }), { code: 'access.denied' })
  await world.does('belova', 'journal.takeBackReminders', { reminderIds: ids })
  await world.amends(`update outbox set at = '2026-11-20T01:00:00Z' where school_id = :school`)
  assert.equal(await deliverNotices(world.app.db, world.app.live, clockFrom(NOW), world.school), 0)
  const second = await remind(world, 'ivanova')
  await later(world)
  const late = world.does('belova', 'journal.takeBackReminders', {
    reminderIds: second.reminders.map(({ reminderId }) => reminderId),
  })
  await assert.rejects(late, { code: 'journal.reminderSent' })
})

test('two who remind at the same moment remind once', async () => {
  const world = await newWorld()
  const both = await Promise.allSettled([
    world.does('belova', 'journal.remind', { personIds: [world.who.ivanova] }),
    world.does('morozov', 'journal.remind', { personIds: [world.who.ivanova] }),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('what can be filled no more, because its term is closed, is no reason to remind', async () => {
  const world = await newWorld()
  await world.amends(
    `update lesson set topic = 'Тема', roll_called_at = '2026-11-20' where school_id = :school and date >= '2026-11-01'`,
  )
  await world.amends(`update lesson set date = '2026-10-22' where school_id = :school and date = '2026-10-20'`)
  const { teachers } = await world.asks('belova', 'journal.unfilled', {})
  assert.ok(teachers.length > 0 && teachers.every(({ lessons, open }) => lessons > 0 && open === 0))
  await assert.rejects(remind(world), { code: 'journal.nothingToRemind' })
})
