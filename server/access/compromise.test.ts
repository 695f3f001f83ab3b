import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callerOf } from '#tests/caller.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, PASSWORD } from '#tests/world.ts'

const noticed = { detectedAt: '2026-11-20T11:30:00Z', description: 'Листок с паролем пропал.' }

test('who reports that the password is known is out at once, everywhere, and nobody gets in with it [R047]', async () => {
  const world = await newWorld()
  const [school, home] = [await callerOf(world, 'ivanova'), await callerOf(world, 'ivanova')]
  const answer = await school.does('access.reportCompromise', noticed)
  assert.equal(answer.status, 200, answer.text)
  for (const caller of [school, home]) assert.equal((await caller.asks('access.me', {})).status, 401)
  const signIn = await (await callerOf(world, null)).does('access.signIn', { login: world.login('ivanova'), password: PASSWORD })
  assert.equal(signIn.code, 'access.blocked')
})

test('the moments stand in the list: noticed, reported, until when head and support are to be told, when they were [R047, R048]', async () => {
  const world = await newWorld()
  await world.does('ivanova', 'access.reportCompromise', noticed)
  const listed = async () => (await world.asks('morozov', 'access.compromises', {})).compromises[0]!
  const report = await listed()
  assert.deepEqual(
    { ...report, compromiseId: '', accountId: '', reportedAt: report.reportedAt.slice(0, 16) },
    {
      compromiseId: '',
      accountId: '',
      name: 'Иванова Мария Петровна',
      login: world.login('ivanova'),
      reportedBy: 'Иванова Мария Петровна',
      detectedAt: '2026-11-20T11:30:00.000Z',
      reportedAt: '2026-11-20T12:00',
      headDueAt: '2026-11-20T12:30:00.000Z',
      headToldAt: null,
      supportDueOn: '2026-11-23',
      supportToldAt: null,
      ticketNumber: 1,
      ticketState: 'handed',
      shut: true,
      description: noticed.description,
    },
  )
  await world.does('morozov', 'access.tellOfCompromise', { compromiseId: report.compromiseId })
  const [ticket] = (await world.asks('morozov', 'access.tickets', {})).tickets
  await world.does('kiselev', 'access.acceptTicket', { ticketId: ticket!.ticketId, at: null, number: '', by: '' })
  const told = await listed()
  assert.match(`${told.headToldAt} ${told.supportToldAt}`, /^2026-11-20T12:\S+Z 2026-11-20T12:\S+Z$/)
})

test('noticed just now is by the clock of the server: the one of a phone may be wrong [R047]', async () => {
  const world = await newWorld()
  const told = await world.does('ivanova', 'access.reportCompromise', { detectedAt: null, description: '' })
  assert.equal(told.detectedAt, told.reportedAt)
  assert.match(told.headDueAt, /^2026-11-20T13:00/)
})

test('a head who reports has been told by that [R047]', async () => {
  const world = await newWorld()
  await world.does('morozov', 'access.reportCompromise', noticed)
  const { compromises } = await world.asks('kiselev', 'access.compromises', {})
  assert.equal(compromises[0]!.headToldAt, compromises[0]!.reportedAt)
})

test('an administrator reports for anybody, and opens the account again with a new password [R047]', async () => {
  const world = await newWorld()
  const { accounts } = world
  await world.does('kiselev', 'access.reportCompromiseOf', { ...noticed, accountId: accounts.petrova })
  const { login, password } = await world.does('kiselev', 'access.resetPassword', { accountId: accounts.petrova })
  await world.does('kiselev', 'access.unblockAccount', { accountId: accounts.petrova })
  assert.equal((await (await callerOf(world, null)).does('access.signIn', { login, password })).status, 200)
})

test('what has not been noticed yet is not reported, and the only administrator is not locked out [R047]', async () => {
  const world = await newWorld()
  await refused(
    'access.detectedLater',
    world.does('ivanova', 'access.reportCompromise', { ...noticed, detectedAt: '2026-11-20T12:05:00Z' }),
  )
  await refused('access.lastAdministrator', world.does('kiselev', 'access.reportCompromise', noticed))
  assert.equal((await world.rows('select 1 from compromise where school_id = :school')).length, 0)
})
