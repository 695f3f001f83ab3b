import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callerOf } from '#tests/caller.ts'
import { begin, end, isWaitedFor } from '#tests/rival.ts'
import { newWorld, PASSWORD, type PersonKey, type World } from '#tests/world.ts'

type Rushed = { name: string; key: PersonKey; does: (world: World) => Promise<unknown> }

/** What is done to an account at the very moment in which somebody signs in to it with the right password. */
const rushes: Rushed[] = [
  {
    name: 'the administrator closes it',
    key: 'ivanova',
    does: (world) => world.does('kiselev', 'access.blockAccount', { accountId: world.accounts.ivanova }),
  },
  {
    name: 'it is ended with others',
    key: 'elkin',
    does: (world) => world.does('kiselev', 'access.endAccounts', { accountIds: [world.accounts.elkin] }),
  },
  {
    name: 'its person gets a new password',
    key: 'ivanova',
    does: (world) => world.does('kiselev', 'access.resetPassword', { accountId: world.accounts.ivanova }),
  },
  {
    name: 'its password is reported as known',
    key: 'ivanova',
    does: (world) =>
      world.does('kiselev', 'access.reportCompromiseOf', {
        accountId: world.accounts.ivanova,
        detectedAt: null,
        description: '',
      }),
  },
  {
    name: 'its card is merged into another',
    key: 'vanya',
    does: (world) => world.does('kiselev', 'people.merge', { personId: world.who.masha, doubleId: world.who.vanya }),
  },
]

for (const { name, key, does } of rushes)
  for (const first of ['the sign-in', 'the other'] as const)
    test(`somebody signs in while ${name}, ${first} coming first: no session is left behind [R044, R046]`, async () => {
      const world = await newWorld()
      const door = await callerOf(world, null)
      const rival = await begin(world)
      await rival.query('select 1 from account where id = $1 for no key update', [world.accounts[key]])
      const signsIn = () => door.does('access.signIn', { login: world.login(key), password: PASSWORD })
      const both: Promise<unknown>[] = []
      both.push(first === 'the sign-in' ? signsIn() : does(world))
      await isWaitedFor(rival)
      both.push(first === 'the sign-in' ? does(world) : signsIn())
      await end(rival)
      for (const one of await Promise.allSettled(both)) assert.equal(one.status, 'fulfilled')
      const left = await world.rows('select 1 from session where school_id = :school and account_id = $1 and ended_at is null', [
        world.accounts[key],
      ])
      assert.equal(left.length, 0)
    })

test('a role that ends while its person signs in is gone from the first request on [R040, R044]', async () => {
  const world = await newWorld()
  const { grants } = await world.asks('morozov', 'access.roles', {})
  const { grantId } = grants.find(({ role }) => role === 'deputyHead')!
  const rival = await begin(world)
  await rival.query('select 1 from account where id = $1 for no key update', [world.accounts.belova])
  const door = await callerOf(world, null)
  const signing = door.does('access.signIn', { login: world.login('belova'), password: PASSWORD })
  await isWaitedFor(rival)
  await world.does('morozov', 'access.endRole', { grantId, to: '2026-11-19' })
  await end(rival)
  const { headers, status } = await signing
  assert.equal(status, 200)
  const [cookie = ''] = String(headers['set-cookie']).split(';')
  const asked = await door.sends('GET', '/api/readiness.board', { headers: { cookie } })
  assert.equal(asked.code, 'access.denied')
})
