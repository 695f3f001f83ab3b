import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Input } from '#domain/operations.ts'
import { callerOf } from '#tests/caller.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const grant = (world: World, key: PersonKey, part: Partial<Input<'access.grantRole'>> = {}): Input<'access.grantRole'> => ({
  personId: world.who[key],
  role: 'administrator',
  customRoleId: null,
  from: '2026-11-20',
  to: null,
  orderNumber: '41-к',
  orderDate: '2026-11-19',
  ...part,
})
const grantOf = async (world: World, key: PersonKey) =>
  (await world.asks('morozov', 'access.roles', {})).grants.find(({ personId }) => personId === world.who[key])!.grantId

test('a role is given by order with number, date and days, and opens what it opens at once [R021, R026]', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  assert.equal((await caller.asks('access.accounts', {})).status, 403)
  await world.does('morozov', 'access.grantRole', grant(world, 'ivanova', { to: '2027-08-31' }))
  assert.equal((await caller.asks('access.accounts', {})).status, 200)
  const { grants } = await world.asks('morozov', 'access.roles', {})
  const { name, role, from, to, orderNumber, orderDate } = grants.find(({ personId }) => personId === world.who.ivanova)!
  assert.deepEqual(
    { name, role, from, to, orderNumber, orderDate },
    {
      name: 'Иванова Мария Петровна',
      role: 'administrator',
      from: '2026-11-20',
      to: '2027-08-31',
      orderNumber: '41-к',
      orderDate: '2026-11-19',
    },
  )
})

test('one person holds several roles, but none of them twice in the same days [R026]', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'access.grantRole', grant(world, 'belova'))
  await refused('access.roleHeld', world.does('kiselev', 'access.grantRole', grant(world, 'belova', { from: '2027-01-01' })))
  await refused('access.roleDates', world.does('kiselev', 'access.grantRole', grant(world, 'ivanova', { to: '2026-11-19' })))
})

test('nobody gives a role to themselves while somebody else could [R021, R042]', async () => {
  const world = await newWorld()
  await refused('access.ownRole', world.does('morozov', 'access.grantRole', grant(world, 'morozov', { role: 'head' })))
  await refused('access.ownRole', world.does('kiselev', 'access.grantRole', grant(world, 'kiselev', { role: 'deputyHead' })))
  await world.amends('update account set blocked_at = now() where person_id = $1', [world.who.kiselev])
  await world.does('morozov', 'access.grantRole', grant(world, 'morozov', { role: 'deputyHead' }))
})

test('a role that ends closes what it opened, from the day after its last one [R021, R052]', async () => {
  const world = await newWorld()
  const { grantId } = await world.does('kiselev', 'access.grantRole', grant(world, 'ivanova'))
  const caller = await callerOf(world, 'ivanova')
  await world.does('kiselev', 'access.endRole', { grantId, to: '2026-11-20' })
  assert.equal((await caller.asks('access.accounts', {})).status, 200, 'today is the last day')
  await world.does('kiselev', 'access.endRole', { grantId, to: '2026-11-19' })
  assert.equal((await caller.asks('access.accounts', {})).status, 403)
  await refused('access.roleEnded', world.does('kiselev', 'access.endRole', { grantId, to: '2026-12-01' }))
})

test('the last administrator stays, until there is another with an open account [R021]', async () => {
  const world = await newWorld()
  const grantId = await grantOf(world, 'kiselev')
  const end = () => world.does('morozov', 'access.endRole', { grantId, to: '2026-11-20' })
  await refused('access.lastAdministrator', end())
  const other = await world.does('morozov', 'access.grantRole', grant(world, 'ivanova', { to: '2026-11-20' }))
  await refused('access.lastAdministrator', end()) // the other's ends the same day
  await world.does('morozov', 'access.endRole', { grantId: other.grantId, to: '2026-12-31' })
  await world.does('kiselev', 'access.blockAccount', { accountId: world.accounts.ivanova })
  await refused('access.lastAdministrator', end()) // the other cannot sign in
  await world.does('kiselev', 'access.unblockAccount', { accountId: world.accounts.ivanova })
  await end()
})

test('two administrators who end each other at once do not leave the school without one [R021]', async () => {
  const world = await newWorld()
  await world.does('morozov', 'access.grantRole', grant(world, 'ivanova'))
  const [one, two] = [await grantOf(world, 'kiselev'), await grantOf(world, 'ivanova')]
  const ended = await Promise.allSettled([
    world.does('ivanova', 'access.endRole', { grantId: one, to: '2026-11-19' }),
    world.does('kiselev', 'access.endRole', { grantId: two, to: '2026-11-19' }),
  ])
  assert.equal(ended.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('two administrators who close each other’s accounts at once do not leave the school without one [R021, R035]', async () => {
  const closing = {
    block: (world: World, by: PersonKey, whom: PersonKey) =>
      world.does(by, 'access.blockAccount', { accountId: world.accounts[whom] }),
    end: (world: World, by: PersonKey, whom: PersonKey) =>
      world.does(by, 'access.endAccounts', { accountIds: [world.accounts[whom]] }),
  }
  for (const close of [closing.block, closing.end]) {
    const world = await newWorld()
    await world.does('morozov', 'access.grantRole', grant(world, 'ivanova'))
    const closed = await Promise.allSettled([close(world, 'ivanova', 'kiselev'), close(world, 'kiselev', 'ivanova')])
    assert.deepEqual(closed.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  }
})

test('who works at the school no more is no administrator to leave it to [R021, R088]', async () => {
  const world = await newWorld()
  await world.does('morozov', 'access.grantRole', grant(world, 'ivanova'))
  await world.amends(`update staff set to_date = '2026-11-10' where school_id = :school and person_id = $1`, [world.who.ivanova])
  const grantId = await grantOf(world, 'kiselev')
  await refused('access.lastAdministrator', world.does('kiselev', 'access.endRole', { grantId, to: '2026-11-19' }))
})

test('a role of the school’s own opens what its rights say, and loses it with them [R026, R042]', async () => {
  const world = await newWorld()
  const role = { name: 'Медсестра', rights: ['people.read', 'attendance.read'] as Input<'access.addCustomRole'>['rights'] }
  const { roleId } = await world.does('kiselev', 'access.addCustomRole', role)
  await world.does('kiselev', 'access.grantRole', grant(world, 'elkin', { role: 'custom', customRoleId: roleId }))
  const rights = async () => (await world.actor('elkin')).roles.flatMap((held) => held.rights)
  assert.deepEqual(await rights(), ['people.read', 'attendance.read'])
  const expected = { ...role, archived: false }
  const change = (part: object, seen = expected) =>
    world.does('kiselev', 'access.changeCustomRole', { roleId, role: { ...expected, ...part }, expected: seen })
  await refused('access.roleInUse', change({ archived: true }))
  await change({ rights: ['classes.read'] })
  assert.deepEqual(await rights(), ['classes.read'])
  await refused('access.changedMeanwhile', change({ name: 'Фельдшер' }))
  await refused('access.roleNameTaken', world.does('kiselev', 'access.addCustomRole', { name: ' медсестра', rights: [] }))
})

test('no right of the school’s own opens marks or the rights of others [R042, R051]', async () => {
  const world = await newWorld()
  const all = [
    'people.read',
    'contacts.read',
    'classes.read',
    'attendance.read',
    'movement.read',
    'consents.read',
    'requests.decide',
  ] as const
  const { roleId } = await world.does('kiselev', 'access.addCustomRole', { name: 'Всё, что можно', rights: [...all] })
  await world.does('kiselev', 'access.grantRole', grant(world, 'elkin', { role: 'custom', customRoleId: roleId }))
  const caller = await callerOf(world, 'elkin')
  assert.equal((await caller.asks('journal.page', { courseId: world.courses.englishA })).status, 403)
  assert.equal((await caller.asks('diary.week', { studentId: world.who.petya, monday: '2026-11-16' })).status, 403)
  assert.equal((await caller.asks('access.accounts', {})).status, 403)
  assert.equal((await caller.does('access.grantRole', grant(world, 'elkin'))).status, 403)
})

test('who may what is shown with what everybody teaches and leads [R042]', async () => {
  const world = await newWorld()
  const { people } = await world.asks('belova', 'access.roles', {})
  const { position, courses, homeroomOf, account } = people.find(({ personId }) => personId === world.who.sokolova)!
  assert.deepEqual(
    { position, courses, homeroomOf, account },
    { position: 'учитель', courses: 3, homeroomOf: ['7А'], account: true },
  )
})
