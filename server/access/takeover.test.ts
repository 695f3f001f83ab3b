import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callerOf } from '#tests/caller.ts'
import { refused } from '#tests/refused.ts'
import { newWorld, PASSWORD, type PersonKey, type World } from '#tests/world.ts'

const known = (world: World, key: PersonKey) =>
  ({ personId: world.who[key], person: null, relation: 'guardian', livesWith: false, informed: true }) as const
/** Names somebody who has a card a guardian of Петя. */
const ties = (world: World, key: PersonKey, by: PersonKey = 'sokolova') =>
  world.does(by, 'people.addGuardian', {
    personId: world.who.petya,
    guardian: known(world, key),
    from: null,
    evenIfSimilar: false,
  })
const issues = (world: World, personId: string, by: PersonKey = 'sokolova') =>
  world.does(by, 'access.issueInClass', { classId: world.groups.seventhA, personIds: [personId], by: 'password' })

test('a homeroom teacher gets no way into an account by naming its owner a guardian in the own class [R039, R051]', async () => {
  const world = await newWorld()
  await ties(world, 'egorov')
  await refused('access.strangerByAdministrator', issues(world, world.who.egorov))
  const { people } = await world.asks('sokolova', 'access.classAccounts', { classId: world.groups.seventhA })
  assert.deepEqual(
    people.filter(({ elsewhere }) => elsewhere).map(({ personId }) => personId),
    [world.who.egorov],
  )
  assert.equal((await issues(world, world.who.egorov, 'kiselev')).issued.length, 1)
  // Nor by opening again what has ended.
  const card = await world.asks('sokolova', 'people.card', { personId: world.who.masha })
  const { guardianshipId } = card.guardians.find(({ personId }) => personId === world.who.elkin)!
  await refused(
    'people.guardianEnded',
    world.does('sokolova', 'people.endGuardian', { personId: world.who.masha, guardianshipId, lastDay: null }),
  )
  await refused('access.denied', issues(world, world.who.elkin))
  // Whose card the teacher has written herself is nobody else's: the mother of a new pupil gets her slip.
  const person = { surname: 'Новикова', givenName: 'Алла', patronymic: '', sex: 'f', bornOn: null, snils: null } as const
  const { guardianId } = await world.does('sokolova', 'people.addGuardian', {
    personId: world.who.petya,
    guardian: { ...known(world, 'petya'), personId: null, person: { ...person, foreignLanguages: '' } },
    from: null,
    evenIfSimilar: false,
  })
  assert.equal((await issues(world, guardianId)).issued.length, 1)
})

test('a pupil of another class who is a guardian in this one keeps account and card to the own class [R039, R051]', async () => {
  const world = await newWorld()
  await refused('people.guardianByAdministrator', ties(world, 'lena'))
  await ties(world, 'lena', 'kiselev')
  await refused('access.strangerByAdministrator', issues(world, world.who.lena))
  await refused('access.denied', world.asks('sokolova', 'people.card', { personId: world.who.lena }))
  await world.asks('kuznetsov', 'people.card', { personId: world.who.lena })
})

test('a colleague becomes no guardian by a homeroom teacher, nor the teacher a guardian of a colleague [R051, R069]', async () => {
  const world = await newWorld()
  await refused('people.guardianByAdministrator', ties(world, 'morozov'))
  await ties(world, 'morozov', 'kiselev') // the head is his uncle
  const watch = { personId: world.who.morozov, guardian: known(world, 'sokolova'), from: null, evenIfSimilar: false }
  await refused('access.denied', world.does('sokolova', 'people.addGuardian', watch))
})

test('of a colleague whose child is in the class the homeroom teacher sees no СНИЛС, no rights and no history [R051, R060]', async () => {
  const world = await newWorld()
  await world.amends(`update person set snils = '11223344595' where school_id = :school and id = $1`, [world.who.morozov])
  await ties(world, 'morozov', 'kiselev')
  const seen = await world.asks('sokolova', 'people.card', { personId: world.who.morozov })
  assert.deepEqual([seen.person.snils, seen.roles, seen.account, seen.history, seen.writable], [null, [], null, [], false])
  const whole = await world.asks('kiselev', 'people.card', { personId: world.who.morozov })
  assert.deepEqual([whole.person.snils, whole.roles.length, whole.account?.accountId], ['11223344595', 1, world.accounts.morozov])
  const mother = await world.asks('sokolova', 'people.card', { personId: world.who.petrova })
  assert.equal(mother.account?.accountId, world.accounts.petrova)
})

test('an account whose password is known to others opens with a new one alone, and links handed out before are void [R047]', async () => {
  const world = await newWorld()
  const accountId = world.accounts.petrova
  const { issued } = await world.does('kiselev', 'access.reissue', { personIds: [world.who.petrova], by: 'link' })
  await world.does('kiselev', 'access.reportCompromiseOf', { accountId, detectedAt: null, description: '' })
  await refused('access.passwordKnown', world.does('kiselev', 'access.unblockAccount', { accountId }))
  const { login, password } = await world.does('kiselev', 'access.resetPassword', { accountId })
  await world.does('kiselev', 'access.unblockAccount', { accountId })
  const passerBy = await callerOf(world, null)
  const opened = await passerBy.does('access.activate', { token: issued[0]!.token!, password: 'три весёлых гуся' })
  assert.equal(opened.code, 'access.linkExpired')
  assert.equal((await passerBy.does('access.signIn', { login, password: PASSWORD })).code, 'access.wrongLoginOrPassword')
  assert.equal((await passerBy.does('access.signIn', { login, password })).status, 200)
})

test('parting two cards does not open an account whose password was reported as known since [R034, R047]', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'people.merge', { personId: world.who.kuznetsov, doubleId: world.who.egorov })
  const { runs } = await world.asks('kiselev', 'people.runs', {})
  const report = { accountId: world.accounts.egorov, detectedAt: null, description: '' }
  await world.does('kiselev', 'access.reportCompromiseOf', report)
  await world.does('kiselev', 'people.takeBack', { runId: runs[0]!.runId })
  const [account] = await world.rows<{ open: boolean }>(
    'select blocked_at is null as open from account where school_id = :school and id = $1',
    [world.accounts.egorov],
  )
  assert.equal(account?.open, false)
})

test('who was written as a guardian by mistake, or is one no longer, has left the class with that [R051, R069]', async () => {
  const world = await newWorld()
  const guardianship = async (studentId: string, key: PersonKey) =>
    (await world.asks('kiselev', 'people.card', { personId: studentId })).guardians.find(
      ({ personId }) => personId === world.who[key],
    )!.guardianshipId
  const card = () => world.asks('sokolova', 'people.card', { personId: world.who.egorov })
  await ties(world, 'egorov')
  await card()
  const guardianshipId = await guardianship(world.who.petya, 'egorov')
  const end = (lastDay: string) =>
    world.does('sokolova', 'people.endGuardian', { personId: world.who.petya, guardianshipId, lastDay })
  await end('2026-11-19') // he has a daughter in 7Б
  await refused('access.denied', card())
  await end('1999-12-31')
  await refused('access.denied', card())
  await world.asks('kuznetsov', 'people.card', { personId: world.who.egorov })
})

test('the account of a card that was merged away is not opened again by itself [R034]', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'people.merge', { personId: world.who.egorov, doubleId: world.who.elkin })
  await refused('people.merged', world.does('kiselev', 'access.resumeAccount', { accountId: world.accounts.elkin }))
  const { runs } = await world.asks('kiselev', 'people.runs', {})
  await world.does('kiselev', 'people.takeBack', { runId: runs[0]!.runId })
  assert.equal(
    (await (await callerOf(world, null)).does('access.signIn', { login: world.login('elkin'), password: PASSWORD })).status,
    200,
  )
})
