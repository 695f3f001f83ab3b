import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newApp } from '#tests/database.ts'
import { handClock } from '#tests/handClock.ts'
import { refused } from '#tests/refused.ts'
import { outside } from '#tests/samplesOfProtection.ts'
import { newWorld, type World } from '#tests/world.ts'

const own = { kind: 'own', name: '', phone: '', email: '', site: '', hours: '' } as const
const report = { detectedAt: '2026-11-20T11:30:00Z', description: 'Листок с паролем пропал.' }
const aFault = { subject: 'Не печатается', description: '', diagnostics: 'Chrome 142' }
const listed = async (world: World) => (await world.asks('morozov', 'access.tickets', {})).tickets
const accepted = { at: null, number: '', by: '' }

test('a report of a known password is a numbered ticket at once; the school’s own support has it in hand and accepts it by a click [R048]', async () => {
  const world = await newWorld()
  const told = await world.does('ivanova', 'access.reportCompromise', report)
  assert.equal(told.ticketNumber, 1)
  const [ticket] = await listed(world)
  assert.deepEqual(
    [ticket!.number, ticket!.kind, ticket!.state, ticket!.name, ticket!.dueOn, ticket!.createdBy],
    [1, 'compromise', 'handed', 'Иванова Мария Петровна', '2026-11-23', 'Иванова Мария Петровна'],
  )
  const { ticketId } = ticket!
  await refused('access.ticketElsewhere', world.does('kiselev', 'access.closeTicket', { ticketId, outcome: '' }))
  await world.does('kiselev', 'access.acceptTicket', { ticketId, ...accepted })
  await world.does('kiselev', 'access.closeTicket', { ticketId, outcome: 'Выдан новый пароль.' })
  const [closed] = await listed(world)
  assert.deepEqual(
    [closed!.state, closed!.acceptedNotedBy, closed!.closedBy, closed!.outcome],
    ['closed', 'Киселёв Денис Олегович', 'Киселёв Денис Олегович', 'Выдан новый пароль.'],
  )
  await refused('access.ticketElsewhere', world.does('kiselev', 'access.acceptTicket', { ticketId, ...accepted }))
})

test('an external service is told by hand, and its number and the moment it learned of it are kept [R048, R050]', async () => {
  const clock = handClock()
  const world = await newWorld({ app: await newApp(clock) })
  await world.does('kiselev', 'access.setSupport', { support: outside, expected: own })
  await world.does('ivanova', 'access.reportCompromise', report)
  const [ticket] = await listed(world)
  assert.equal(ticket!.state, 'created')
  const { ticketId } = ticket!
  clock.minutes(120)
  await world.does('kiselev', 'access.handTicket', { ticketId, at: '2026-11-20T12:30:00Z' })
  await refused('access.ticketElsewhere', world.does('kiselev', 'access.handTicket', { ticketId, at: null }))
  const at = '2026-11-20T13:10:00Z'
  await world.does('kiselev', 'access.acceptTicket', { ticketId, at, number: ' SD-1048 ', by: 'Орлова' })
  const [known] = (await world.asks('morozov', 'access.compromises', {})).compromises
  assert.deepEqual([known!.headToldAt, known!.supportToldAt], [null, '2026-11-20T13:10:00.000Z'])
  await world.does('morozov', 'access.tellOfCompromise', { compromiseId: known!.compromiseId })
  const [both] = await world.rows<{ head: Date; support: Date }>(
    'select head_told_at as head, support_told_at as support from compromise where school_id = :school',
  )
  assert.ok(both!.head && both!.support, 'both moments stand for the invalidity of operations')
  const [row] = await listed(world)
  assert.deepEqual([row!.handedAt, row!.acceptedNumber, row!.acceptedBy], ['2026-11-20T12:30:00.000Z', 'SD-1048', 'Орлова'])
  await world.app.close()
})

test('no step is noted ahead of its time, nor before the ticket was there [R048]', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'access.reportCompromise', report)
  const { ticketId } = (await listed(world))[0]!
  const at = (moment: string) => world.does('kiselev', 'access.acceptTicket', { ticketId, ...accepted, at: moment })
  await refused('access.ticketLater', at('2026-11-20T12:30:00Z'))
  await refused('access.ticketEarlier', at('2026-11-20T11:50:00Z'))
})

test('the day by which the support is told skips weekends and holidays of the school [R048]', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into day_exception (school_id, school_year_id, date, kind, name) values (:school, $1, '2026-11-23', 'holiday', 'День школы')`,
    [world.year],
  )
  await world.does('ivanova', 'access.reportCompromise', report)
  assert.equal((await listed(world))[0]!.dueOn, '2026-11-24')
})

test('tickets made at one moment get numbers of their own, without a gap [R048, R241]', async () => {
  const world = await newWorld()
  const made = await Promise.all(Array.from({ length: 5 }, () => world.does('kiselev', 'access.openTicket', aFault)))
  assert.deepEqual(made.map(({ number }) => number).sort(), [1, 2, 3, 4, 5])
  const other = await newWorld()
  assert.equal((await other.does('kiselev', 'access.openTicket', aFault)).number, 1)
})

test('of two who accept a ticket at once one is told that it has been accepted [R048]', async () => {
  const world = await newWorld()
  const { ticketId } = await world.does('kiselev', 'access.openTicket', aFault)
  const both = await Promise.allSettled(
    ['1', '2'].map((number) => world.does('kiselev', 'access.acceptTicket', { ticketId, ...accepted, number })),
  )
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('everybody finds the support; an external one has a name and a way to it; two who set it at once are told [R048]', async () => {
  const world = await newWorld()
  assert.deepEqual((await world.asks('petrova', 'access.support', {})).support, own)
  const set = (support: typeof outside, expected: typeof outside | typeof own = own) =>
    world.does('kiselev', 'access.setSupport', { support, expected })
  await refused('access.supportUnnamed', set({ ...outside, phone: '' }))
  await refused('access.supportEmail', set({ ...outside, email: 'поддержка' }))
  await set(outside)
  await refused('access.changedMeanwhile', set({ ...outside, name: 'Другая служба' }))
  await set({ ...outside, email: 'help@zvonok.example' }, outside)
  assert.equal((await world.asks('petya', 'access.support', {})).support.email, 'help@zvonok.example')
})

test('a ticket of another school is not there [R048]', async () => {
  const [world, other] = [await newWorld(), await newWorld()]
  const { ticketId } = await world.does('kiselev', 'access.openTicket', aFault)
  await refused('access.denied', other.does('kiselev', 'access.acceptTicket', { ticketId, ...accepted }))
  assert.deepEqual(await listed(other), [])
})
