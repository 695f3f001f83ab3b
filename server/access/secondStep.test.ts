import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Output } from '#domain/operations.ts'
import { newAuthenticator } from '#tests/authenticator.ts'
import { callerOf, callerWith } from '#tests/caller.ts'
import { withClock } from '#tests/handClock.ts'
import { refused } from '#tests/refused.ts'
import { codeOf, firstStep, protect, withPasskey } from '#tests/samplesOfAccess.ts'
import { newWorld, PASSWORD, type PersonKey, type World } from '#tests/world.ts'

type Step = { ticket: string; code?: string; passkey?: string }
const steps = async (world: World, { ticket, code = '', passkey = '' }: Step) =>
  (await callerOf(world, null)).does('access.secondStep', { ticket, code, passkey })
/** Whose session the answer opened, or null. */
const opened = async (world: World, answer: Awaited<ReturnType<typeof steps>>): Promise<string | null> => {
  const [, cookie] = /zvonok=([^;]+)/.exec(String(answer.headers['set-cookie'] ?? '')) ?? []
  if (!cookie) return null
  const me = await callerWith(world, `zvonok=${cookie}`).asks('access.me', {})
  return (me.body as Output<'access.me'>).login
}
const policy = (world: World, value: string) =>
  world.amends(`insert into setting (school_id, key, value) values (:school, 'access.secondFactor', to_jsonb($1::text))`, [value])

test('with an app of codes the password opens nothing: the code does [R044]', async () => {
  const world = await newWorld()
  const { secret } = await protect(world, 'ivanova')
  const passerBy = await callerOf(world, null)
  const first = await passerBy.does('access.signIn', { login: world.login('ivanova'), password: PASSWORD })
  assert.equal(first.headers['set-cookie'], undefined)
  const { ticket, ways } = (first.body as Output<'access.signIn'>).second!
  assert.deepEqual(ways, ['totp', 'recovery'])
  const answer = await steps(world, { ticket, code: codeOf(world, secret, 1) })
  assert.equal(answer.status, 200)
  assert.equal(await opened(world, answer), world.login('ivanova'))
})

test('a code is taken once: who looked over the shoulder comes too late [R044]', async () => {
  const world = await newWorld()
  const { secret } = await protect(world, 'ivanova')
  const used = codeOf(world, secret)
  const [one, two, three] = [
    await firstStep(world, 'ivanova'),
    await firstStep(world, 'ivanova'),
    await firstStep(world, 'ivanova'),
  ]
  assert.equal((await steps(world, { ticket: one.ticket, code: used })).code, 'access.wrongCode', 'it switched the app on')
  const code = codeOf(world, secret, 1)
  assert.equal((await steps(world, { ticket: two.ticket, code })).status, 200)
  assert.equal((await steps(world, { ticket: three.ticket, code })).code, 'access.wrongCode')
})

test('of two who send one code at once only one is let in [R044]', async () => {
  const world = await newWorld()
  const { secret } = await protect(world, 'ivanova')
  const tickets = [await firstStep(world, 'ivanova'), await firstStep(world, 'ivanova')]
  const code = codeOf(world, secret, 1)
  const answers = await Promise.all(tickets.map(({ ticket }) => steps(world, { ticket, code })))
  assert.equal(answers.filter(({ status }) => status === 200).length, 1)
})

test('codes are not guessed: after five the next waits, and the right password wipes nothing out [R044]', async () => {
  const world = await newWorld()
  const { secret } = await protect(world, 'ivanova')
  const { ticket } = await firstStep(world, 'ivanova')
  const wrong = codeOf(world, secret, 40)
  for (let n = 1; n <= 5; n++) assert.equal((await steps(world, { ticket, code: wrong })).code, 'access.wrongCode')
  await firstStep(world, 'ivanova')
  const answer = await steps(world, { ticket, code: codeOf(world, secret, 1) })
  assert.deepEqual([answer.status, answer.code], [429, 'access.tooManyAttempts'])
})

test('twenty wrong codes in an hour close the second step, from whatever device [R044]', async () => {
  const world = await newWorld()
  const { secret } = await protect(world, 'ivanova')
  await world.rows(
    `insert into sign_in_attempt (login, address, purpose, success, at)
     select $1, '203.0.113.9', 'secondStep', false, now() - interval '20 minutes' from generate_series(1, 20)`,
    [world.login('ivanova')],
  )
  const { ticket } = await firstStep(world, 'ivanova')
  assert.equal((await steps(world, { ticket, code: codeOf(world, secret, 1) })).code, 'access.tooManyAttempts')
})

test('a ticket is good for five minutes and for one session, and nobody makes one up [R044]', () =>
  withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const { secret, recoveryCodes } = await protect(world, 'ivanova')
    const { ticket } = await firstStep(world, 'ivanova')
    assert.equal((await steps(world, { ticket, code: codeOf(world, secret, 1) })).status, 200)
    assert.equal((await steps(world, { ticket, code: recoveryCodes[0]! })).code, 'access.stepExpired', 'spent')
    const late = await firstStep(world, 'ivanova')
    clock.minutes(5)
    assert.equal((await steps(world, { ticket: late.ticket, code: codeOf(world, secret) })).code, 'access.stepExpired')
    const forged = late.ticket.replace(
      /^[^.]+/,
      Buffer.from(
        JSON.stringify({ schoolId: world.schoolId, accountId: world.accounts.ivanova, attempt: 1, expires: 9e15, challenge: '' }),
      ).toString('base64url'),
    )
    for (const made of [forged, 'x', '.', 'e30.e30', `${late.ticket}x`])
      assert.equal((await steps(world, { ticket: made, code: codeOf(world, secret) })).code, 'access.stepExpired', made)
  }))

test('a ticket is worthless once the password has changed [R044]', async () => {
  const world = await newWorld()
  const { secret } = await protect(world, 'ivanova')
  const { ticket } = await firstStep(world, 'ivanova')
  await world.does('kiselev', 'access.resetPassword', { accountId: world.accounts.ivanova })
  assert.equal((await steps(world, { ticket, code: codeOf(world, secret, 1) })).code, 'access.stepExpired')
})

test('ten recovery codes come with the second step; each opens once, however it is typed [R044]', async () => {
  const world = await newWorld()
  const { recoveryCodes } = await protect(world, 'ivanova')
  assert.equal(new Set(recoveryCodes).size, 10)
  const typed = ` ${recoveryCodes[0]!.toUpperCase().replace('-', ' ')}`
  assert.equal((await steps(world, { ticket: (await firstStep(world, 'ivanova')).ticket, code: typed })).status, 200)
  const again = await steps(world, { ticket: (await firstStep(world, 'ivanova')).ticket, code: recoveryCodes[0]! })
  assert.equal(again.code, 'access.wrongCode')
  const { recoveryLeft } = await world.asks('ivanova', 'access.secondFactor', {})
  assert.equal(recoveryLeft, 9)
})

test('neither secret nor recovery codes are in the history [R044, R053]', async () => {
  const world = await newWorld()
  const { secret, recoveryCodes } = await protect(world, 'ivanova')
  const [everything] = await world.rows<{ text: string }>(
    `select (select string_agg(to_jsonb(o)::text, ' ') from operation o where school_id = :school) ||
            (select string_agg(to_jsonb(c)::text, ' ') from change c where school_id = :school) as text`,
  )
  assert.match(everything!.text, /access\.confirmTotp/)
  for (const hidden of [secret, ...recoveryCodes]) assert.ok(!everything!.text.includes(hidden))
})

test('a passkey opens the session, its signature only once and only for our address [R044]', async () => {
  const world = await newWorld()
  const { authenticator, recoveryCodes } = await withPasskey(world, 'ivanova')
  assert.equal(recoveryCodes.length, 10)
  const second = await firstStep(world, 'ivanova')
  assert.deepEqual(second.ways, ['passkey', 'recovery'])
  const passkey = authenticator.signs(second.passkey)
  const answer = await steps(world, { ticket: second.ticket, passkey })
  assert.equal(await opened(world, answer), world.login('ivanova'), answer.text)
  assert.notEqual((await steps(world, { ticket: second.ticket, passkey })).status, 200, 'sent again')
  const other = await firstStep(world, 'ivanova')
  assert.equal((await steps(world, { ticket: other.ticket, passkey })).code, 'access.wrongCode', 'of another sign-in')
})

test('a passkey of another page, and somebody else’s, open nothing [R044]', async () => {
  const world = await newWorld()
  await withPasskey(world, 'ivanova')
  const { authenticator: lenas } = await withPasskey(world, 'lena')
  const second = await firstStep(world, 'ivanova')
  assert.equal((await steps(world, { ticket: second.ticket, passkey: lenas.signs(second.passkey) })).code, 'access.wrongCode')
  for (const passkey of ['{}', 'null', '[]', 'x', '{"id":1}'])
    assert.ok(
      ['access.wrongCode', 'access.tooManyAttempts'].includes((await steps(world, { ticket: second.ticket, passkey })).code),
      passkey,
    )
  const caller = await callerOf(world, 'petya')
  const started = await caller.does('access.startPasskey', { password: PASSWORD })
  const { ticket, options } = started.body as Output<'access.startPasskey'>
  const evil = newAuthenticator({ origin: 'https://zvonok.evil.example', rpId: 'zvonok.evil.example' })
  const answer = await caller.does('access.addPasskey', { ticket, response: evil.registers(options), name: 'чужая страница' })
  assert.equal(answer.code, 'access.passkeyRefused')
})

test('whoever sits down at an open journal changes nothing of the second step without the password [R044]', async () => {
  const world = await newWorld()
  const { caller } = await protect(world, 'ivanova')
  for (const name of ['access.removeTotp', 'access.renewRecoveryCodes', 'access.startPasskey'] as const)
    assert.equal((await caller.does(name, { password: 'мимо' })).code, 'access.wrongPassword', name)
  assert.equal((await caller.does('access.removeTotp', { password: PASSWORD })).status, 200)
  const left = await world.asks('ivanova', 'access.secondFactor', {})
  assert.deepEqual([left.totpSince, left.recoveryLeft], [null, 0])
  assert.equal((await caller.does('access.renewRecoveryCodes', { password: PASSWORD })).code, 'access.notProtected')
})

test('an administrator takes a lost second factor away, and it is written down who did [R044, R053]', async () => {
  const world = await newWorld()
  const { caller } = await protect(world, 'ivanova')
  await world.does('kiselev', 'access.resetSecondFactor', { accountId: world.accounts.ivanova })
  assert.equal((await caller.asks('access.me', {})).status, 401)
  const first = await (await callerOf(world, null)).does('access.signIn', { login: world.login('ivanova'), password: PASSWORD })
  assert.deepEqual(first.body, { mustChangePassword: false, second: null })
  const [written] = await world.rows<{ actor_id: string }>(
    `select actor_id from operation where school_id = :school and name = 'access.resetSecondFactor'`,
  )
  assert.equal(written!.actor_id, world.who.kiselev)
  await refused('access.ownAccount', world.does('kiselev', 'access.resetSecondFactor', { accountId: world.accounts.kiselev }))
})

const demands: [string, PersonKey[], PersonKey[]][] = [
  ['off', [], ['morozov', 'belova', 'kiselev', 'ivanova', 'petrova', 'petya']],
  ['heads', ['morozov', 'belova', 'kiselev'], ['ivanova', 'sokolova', 'petrova', 'petya']],
  ['staff', ['morozov', 'belova', 'kiselev', 'ivanova', 'sokolova'], ['petrova', 'petya']],
]
for (const [value, must, free] of demands) {
  test(`with the policy «${value}» exactly these are led to the second step first [R044]`, async () => {
    const world = await newWorld()
    await policy(world, value)
    for (const key of [...must, ...free]) {
      const caller = await callerOf(world, key)
      assert.equal((await caller.asks('access.sessions', {})).code, must.includes(key) ? 'access.mustProtect' : '', key)
      assert.equal(((await caller.asks('access.me', {})).body as Output<'access.me'>).mustProtect, must.includes(key), key)
    }
  })
}

test('who must have a second factor sets it up, works on, and does not take the last one away [R044]', async () => {
  const world = await newWorld()
  await policy(world, 'staff')
  const { caller } = await protect(world, 'ivanova')
  assert.equal((await caller.asks('journal.courses', {})).status, 200)
  assert.equal((await caller.does('access.removeTotp', { password: PASSWORD })).code, 'access.factorRequired')
  assert.equal((await caller.asks('journal.courses', {})).status, 200)
})

test('tries to sign in are shown to their owner alone, wrong ones too, with device and address [R044, R046]', async () => {
  const world = await newWorld()
  const { secret } = await protect(world, 'ivanova')
  await (await callerOf(world, null)).does('access.signIn', { login: world.login('ivanova'), password: 'мимо' })
  const { ticket } = await firstStep(world, 'ivanova')
  await steps(world, { ticket, code: codeOf(world, secret, 1) })
  const { tries } = await world.asks('ivanova', 'access.signIns', {})
  assert.deepEqual(
    tries.map(({ purpose, success }) => `${purpose} ${success}`),
    ['secondStep true', 'signIn true', 'signIn false', 'password true'],
  )
  assert.ok(tries.every(({ device, address }) => device && address.startsWith('10.')))
  assert.deepEqual((await world.asks('petya', 'access.signIns', {})).tries, [])
})

test('a sign-in on a new device is told on the others and stays in the bell, answered; the first device of all is not [R044, R045]', async () => {
  const world = await newWorld()
  const signsIn = async () =>
    (await callerOf(world, null)).does('access.signIn', { login: world.login('petrova'), password: PASSWORD })
  const cookieOf = (answer: Awaited<ReturnType<typeof signsIn>>) =>
    `zvonok=${/zvonok=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]}`
  const first = callerWith(world, cookieOf(await signsIn()))
  const told = async () => ((await first.asks('notifications.list', {})).body as Output<'notifications.list'>).devices
  assert.deepEqual(await told(), [])
  const stranger = callerWith(world, cookieOf(await signsIn()))
  const [notice] = await told()
  assert.deepEqual([notice?.read, notice?.ended], [false, false])
  await stranger.does('access.seeDevices', {})
  assert.equal((await told())[0]?.read, false, 'who came in cannot hide it')
  await first.does('access.revokeSession', { sessionId: notice!.sessionId })
  await first.does('access.seeDevices', {})
  assert.deepEqual(
    (await told()).map(({ read, ended }) => [read, ended]),
    [[true, true]],
    'it stays, answered',
  )
  assert.equal((await stranger.asks('access.sessions', {})).status, 401)
})
