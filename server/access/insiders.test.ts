import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Right } from '#domain/access/actor.ts'
import type { Input } from '#domain/operations.ts'
import { refused } from '#tests/refused.ts'
import { newcomer } from '#tests/samplesOfPeople.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const grants = (world: World, key: PersonKey, part: Partial<Input<'access.grantRole'>>, by: PersonKey = 'morozov') =>
  world.does(by, 'access.grantRole', {
    personId: world.who[key],
    role: 'administrator',
    customRoleId: null,
    from: '2026-11-20',
    to: null,
    orderNumber: '',
    orderDate: null,
    ...part,
  })
/** Gives somebody a role of the school's own with these rights. */
async function office(world: World, key: PersonKey, rights: Right[]): Promise<string> {
  const { roleId } = await world.does('morozov', 'access.addCustomRole', { name: 'Канцелярия', rights })
  await grants(world, key, { role: 'custom', customRoleId: roleId })
  return roleId
}
const known = (world: World, key: PersonKey) =>
  ({ personId: world.who[key], person: null, relation: 'guardian', livesWith: false, informed: true }) as const

test('nobody puts off the end of their own role while somebody else could [R021, R042]', async () => {
  const world = await newWorld()
  const { grantId } = await grants(world, 'ivanova', { to: '2026-11-27' })
  await refused('access.ownRole', world.does('ivanova', 'access.endRole', { grantId, to: '2099-12-31' }))
  await world.does('ivanova', 'access.endRole', { grantId, to: '2026-11-25' })
  await refused('access.ownRole', world.does('ivanova', 'access.endRole', { grantId, to: '2026-11-27' }))
  await world.does('morozov', 'access.endRole', { grantId, to: '2027-05-31' })
})

test('an administrator adds nothing to a role of the school that they hold; the head does, and anybody takes away [R042]', async () => {
  const world = await newWorld()
  const roleId = await office(world, 'kiselev', ['people.read'])
  const change = (by: PersonKey, rights: Right[], before: Right[]) =>
    world.does(by, 'access.changeCustomRole', {
      roleId,
      role: { name: 'Канцелярия', rights, archived: false },
      expected: { name: 'Канцелярия', rights: before, archived: false },
    })
  await refused('access.headDecides', change('kiselev', ['people.read', 'attendance.read', 'journal.control'], ['people.read']))
  await change('morozov', ['people.read', 'attendance.read'], ['people.read'])
  await change('kiselev', ['people.read'], ['people.read', 'attendance.read'])
})

test('the register of issue tells who issues to families nothing of colleagues, whose slips they do not note either [R026, R036]', async () => {
  const world = await newWorld()
  await office(world, 'egorov', ['accounts.issue'])
  await world.does('kiselev', 'access.reissue', { personIds: [world.who.morozov, world.who.petya], by: 'password' })
  const { issues } = await world.asks('kiselev', 'access.issues', {})
  const seen = await world.asks('egorov', 'access.issues', {})
  assert.deepEqual(
    seen.issues.map(({ personId }) => personId),
    [world.who.petya],
  )
  const issueIds = issues.map(({ issueId }) => issueId)
  const note = { issueIds, handedOn: '2026-11-20', receivedBy: 'Егоров' }
  await refused('access.staffByAdministrator', world.does('egorov', 'access.handOut', note))
  await world.does('egorov', 'access.handOut', { ...note, issueIds: seen.issues.map(({ issueId }) => issueId) })
  await world.does('kiselev', 'access.handOut', note)
})

test('a new pupil made up with a known guardian gives no way into the account of that guardian [R039, R051]', async () => {
  const world = await newWorld()
  await office(world, 'sokolova', ['people.create', 'movement.keep'])
  const { personId } = await world.does('sokolova', 'people.create', {
    person: newcomer,
    position: null,
    guardians: [known(world, 'egorov')],
    evenIfSimilar: false,
  })
  await world.does('sokolova', 'classes.enrol', {
    classId: world.groups.seventhA,
    studentId: personId,
    on: '2026-11-20',
    movementId: crypto.randomUUID(),
    groupIds: [],
    orderNumber: '',
    orderDate: null,
    reason: '',
    otherSchool: '',
  })
  const input = { classId: world.groups.seventhA, personIds: [world.who.egorov], by: 'password' as const }
  await refused('access.strangerByAdministrator', world.does('sokolova', 'access.issueInClass', input))
})

test('a parent of another class enrolled into the own one keeps their account to the administrator [R039, R051]', async () => {
  const world = await newWorld()
  await office(world, 'sokolova', ['movement.keep'])
  await world.does('sokolova', 'classes.enrol', {
    classId: world.groups.seventhA,
    studentId: world.who.egorov,
    on: '2026-11-20',
    movementId: crypto.randomUUID(),
    groupIds: [],
    orderNumber: '',
    orderDate: null,
    reason: '',
    otherSchool: '',
  })
  const input = { classId: world.groups.seventhA, personIds: [world.who.egorov], by: 'password' as const }
  await refused('access.strangerByAdministrator', world.does('sokolova', 'access.issueInClass', input))
  assert.equal((await world.does('sokolova', 'access.issueInClass', { ...input, personIds: [world.who.petya] })).issued.length, 1)
  const { people } = await world.asks('sokolova', 'access.classAccounts', { classId: world.groups.seventhA })
  assert.deepEqual(
    people.filter(({ elsewhere }) => elsewhere).map(({ personId }) => personId),
    [world.who.egorov],
  )
})

test('the office writes no card of a colleague, and names nobody who works or learns here a guardian [R026, R051]', async () => {
  const world = await newWorld()
  await office(world, 'egorov', ['people.create', 'requests.decide'])
  const create = (part: object) =>
    world.does('egorov', 'people.create', { person: newcomer, position: null, guardians: [], evenIfSimilar: false, ...part })
  await refused('access.denied', create({ position: { position: 'учитель', category: '', from: '2026-11-20' } }))
  await refused('people.guardianByAdministrator', create({ guardians: [known(world, 'morozov')] }))
  await refused('people.guardianByAdministrator', create({ guardians: [known(world, 'lena')] }))
  await refused('people.guardianByAdministrator', create({ guardians: [known(world, 'egorov')] }))
  await create({ guardians: [known(world, 'petrova')] })
  // Nor by a message of the colleague about the own card.
  const { requestId } = await world.does('ivanova', 'people.requestChange', {
    personId: world.who.ivanova,
    changes: { surname: 'Морозова' },
    contacts: null,
    comment: '',
  })
  await refused('access.denied', world.does('egorov', 'people.acceptRequest', { requestId, answer: '', evenIfSimilar: false }))
  await world.does('kiselev', 'people.acceptRequest', { requestId, answer: '', evenIfSimilar: false })
})

test('contacts and СНИЛС that a school has closed to its deputies are not read in the log either [R042, R053]', async () => {
  const world = await newWorld()
  const [contacts, change] = [crypto.randomUUID(), crypto.randomUUID()]
  const noContacts = { phone: [], email: [], address: [] }
  Object.assign(world.school.policies, { 'people.phones': true })
  const phone = { ...noContacts, phone: ['+7 912 345-67-89'] }
  await world.does(
    'kiselev',
    'people.setContacts',
    { personId: world.who.petya, contacts: phone, expected: noContacts },
    contacts,
  )
  const { person } = await world.asks('kiselev', 'people.card', { personId: world.who.petya })
  const snils = '112-233-445 95'
  await world.does(
    'kiselev',
    'people.change',
    { personId: world.who.petya, person: { ...person, snils }, expected: person },
    change,
  )
  const read = async (key: PersonKey, operationId: string) =>
    (await world.asks(key, 'audit.action', { operationId })).rows.flatMap(({ fields }) => fields)
  const told = async (key: PersonKey) => JSON.stringify([await read(key, contacts), await read(key, change)])
  assert.match(await told('belova'), /912.*11223344595/)
  for (const capability of ['people.read', 'people.contacts'] as const)
    await world.does('morozov', 'access.setRight', { capability, category: 'deputyHead', allowed: false, expected: true, orderNumber: '', orderDate: null }) // biome-ignore format: one call
  assert.doesNotMatch(await told('belova'), /912|112233/)
  assert.ok((await read('belova', change)).some(({ veiled }) => veiled))
  assert.match(await told('morozov'), /912.*11223344595/)
})

test('who comes back to another post has none of the roles that were left open [R021, R042, R052]', async () => {
  const world = await newWorld()
  await world.amends(`update staff set to_date = '2026-06-30' where school_id = :school and person_id = $1`, [world.who.belova])
  const roles = async () => (await world.actor('belova')).roles.map(({ role, to }) => [role, to])
  assert.deepEqual(await roles(), [['deputyHead', '2026-06-30']])
  const post = { personId: world.who.belova, category: '', rate: null, categoryOn: null, categoryOrder: '' }
  await world.does('kiselev', 'people.addPosition', { ...post, position: 'вахтёр', from: '2026-11-20' })
  assert.deepEqual(await roles(), [['deputyHead', '2026-06-30']])
  // A second post beside the first, or right after it, takes nothing away.
  await world.does('kiselev', 'people.addPosition', {
    ...post,
    personId: world.who.morozov,
    position: 'психолог',
    from: '2026-12-01',
  })
  assert.deepEqual(
    (await world.actor('morozov')).roles.map(({ to }) => to),
    [null],
  )
})
