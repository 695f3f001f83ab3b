import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callerOf } from '#tests/caller.ts'
import { newWorld, type World } from '#tests/world.ts'

const phone = '+7 912 000-00-01'

/** The school keeps phones, and Петрова has left hers. */
async function withPhone(world: World): Promise<void> {
  Object.assign(world.school.policies, { 'people.phones': true })
  const contacts = { phone: [phone], email: [], address: [] }
  await world.does('kiselev', 'people.setContacts', {
    personId: world.who.petrova,
    contacts,
    expected: { phone: [], email: [], address: [] },
  })
}

/** Иванова gets a role of the school's own. */
async function asSecretary(world: World): Promise<void> {
  const { roleId } = await world.does('kiselev', 'access.addCustomRole', { name: 'Секретарь', rights: ['contacts.read'] })
  await world.does('kiselev', 'access.grantRole', {
    personId: world.who.ivanova,
    role: 'custom',
    customRoleId: roleId,
    from: '2026-11-20',
    to: null,
    orderNumber: '',
    orderDate: null,
  })
}

test('a role with the right opens the contacts of a class, and the opening stays in the history [R026]', async () => {
  const world = await newWorld()
  await withPhone(world)
  const caller = await callerOf(world, 'ivanova')
  const classId = world.groups.seventhA
  assert.equal((await caller.does('people.openContacts', { classId })).status, 403)
  await asSecretary(world)
  const { keeps, classes } = await world.asks('ivanova', 'people.contactClasses', {})
  assert.deepEqual(keeps, ['phone'])
  assert.ok(classes.some((one) => one.classId === classId))
  const { students } = await world.does('ivanova', 'people.openContacts', { classId })
  const petya = students.find(({ studentId }) => studentId === world.who.petya)
  assert.deepEqual(
    petya?.guardians.map(({ name, contacts }) => [name, contacts]),
    [['Петрова Ольга Игоревна', [{ kind: 'phone', value: phone }]]],
  )
  const told = await world.rows<{ input: object; output: object }>(
    `select input, output from operation where school_id = :school and name = 'people.openContacts' and actor_id = $1`,
    [world.who.ivanova],
  )
  assert.deepEqual(told, [{ input: { classId }, output: {} }], 'whose contacts were opened is kept, the contacts are not')
})

test('what the school does not keep is not shown, and not given away [R026]', async () => {
  const world = await newWorld()
  await asSecretary(world)
  assert.deepEqual((await world.asks('ivanova', 'people.contactClasses', {})).keeps, [])
  const { students } = await world.does('ivanova', 'people.openContacts', { classId: world.groups.seventhA })
  assert.ok(students.flatMap(({ guardians }) => guardians).every(({ contacts }) => contacts.length === 0))
})

test('switched off contacts can be erased for good: from cards, requests and the history [R060, R065]', async () => {
  const world = await newWorld()
  await withPhone(world)
  const asked = { phone: ['+7 912 000-00-02'], email: [], address: [] }
  await world.does('petrova', 'people.requestChange', { personId: world.who.petrova, changes: {}, contacts: asked, comment: '' })
  await assert.rejects(world.does('kiselev', 'people.eraseContacts', { kind: 'phone' }), { code: 'people.contactsKept' })
  assert.deepEqual((await world.asks('kiselev', 'people.leftContacts', {})).kinds, [])

  Object.assign(world.school.policies, { 'people.phones': false })
  const left = await world.asks('kiselev', 'people.leftContacts', {})
  assert.deepEqual(left.kinds, [{ kind: 'phone', records: 1, people: 1 }])
  assert.deepEqual(await world.does('kiselev', 'people.eraseContacts', { kind: 'phone' }), { erased: 1 })
  assert.deepEqual((await world.asks('kiselev', 'people.leftContacts', {})).kinds, [])
  assert.deepEqual(await world.does('kiselev', 'people.eraseContacts', { kind: 'phone' }), { erased: 0 })

  for (const text of [
    'select to_jsonb(t)::text as told from contact t where school_id = :school',
    'select to_jsonb(t)::text as told from change_request t where school_id = :school',
    'select to_jsonb(t)::text as told from change t where school_id = :school',
    'select to_jsonb(t)::text as told from operation t where school_id = :school',
  ])
    for (const { told } of await world.rows<{ told: string }>(text)) assert.doesNotMatch(told, /912 000-00-0/, text)
  const [by] = await world.rows<{ actor_id: string }>(
    `select actor_id from operation where school_id = :school and name = 'people.eraseContacts' order by at limit 1`,
  )
  assert.equal(by?.actor_id, world.who.kiselev, 'who erased them is known')
})

test('erasing one kind of contacts leaves the others alone [R065]', async () => {
  const world = await newWorld()
  Object.assign(world.school.policies, { 'people.phones': true, 'people.emails': true })
  const nothing = { phone: [], email: [], address: [] }
  const contacts = { phone: [phone], email: ['mama@example.org'], address: [] }
  await world.does('kiselev', 'people.setContacts', { personId: world.who.petrova, contacts, expected: nothing })
  Object.assign(world.school.policies, { 'people.phones': false })
  await world.does('kiselev', 'people.eraseContacts', { kind: 'phone' })
  const card = await world.asks('kiselev', 'people.card', { personId: world.who.petrova })
  assert.deepEqual(card.contacts, [{ kind: 'email', value: 'mama@example.org' }])
})
