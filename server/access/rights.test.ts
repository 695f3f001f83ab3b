import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Right } from '#domain/access/actor.ts'
import type { Input } from '#domain/operations.ts'
import { callerOf } from '#tests/caller.ts'
import { newApp } from '#tests/database.ts'
import { refused } from '#tests/refused.ts'
import { newcomer } from '#tests/samplesOfAccess.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

type Choice = Pick<Input<'access.setRight'>, 'capability' | 'category' | 'allowed'>
const decides = (world: World, by: PersonKey, choice: Choice, part: Partial<Input<'access.setRight'>> = {}) =>
  world.does(by, 'access.setRight', { ...choice, expected: !choice.allowed, orderNumber: '', orderDate: null, ...part })

const NOTHING = { sex: 'm', bornOn: null, snils: null, foreignLanguages: '' } as const
const newPerson = (surname: string) => ({
  person: { ...NOTHING, surname, givenName: 'Олег', patronymic: '' },
  position: null,
  guardians: [],
  evenIfSimilar: false,
})

/** A role of the school's own with these rights, held by Зайцева from today on. */
async function withRole(world: World, rights: Right[]): Promise<PersonKey> {
  const personId = await newcomer(world, 'Зайцева', 'Нина')
  const [accountId] = [crypto.randomUUID()]
  await world.amends(`insert into account (school_id, id, person_id, login, password_hash, must_change_password)
    values (:school, $1, $2, $3, (select password_hash from account where school_id = :school limit 1), false)`, [accountId, personId, `office.${world.schoolId}`]) // biome-ignore format: one statement
  Object.assign(world.who, { office: personId })
  Object.assign(world.accounts, { office: accountId })
  const { roleId } = await world.does('morozov', 'access.addCustomRole', { name: 'Секретарь', rights })
  await world.does('morozov', 'access.grantRole', { personId, role: 'custom', customRoleId: roleId, from: '2026-11-20', to: null, orderNumber: '', orderDate: null }) // biome-ignore format: one call
  return 'office' as PersonKey
}

test('a school takes a right away and gives it back; the matrix says by whom and by what order [R042]', async () => {
  const world = await newWorld()
  const create = { ...newPerson('Рябов') }
  await refused('access.denied', world.does('belova', 'people.create', create))
  await decides(
    world,
    'morozov',
    { capability: 'people.create', category: 'deputyHead', allowed: true },
    { orderNumber: '15', orderDate: '2026-11-19' },
  )
  await world.does('belova', 'people.create', create)
  const { cells, history } = await world.asks('belova', 'access.rights', {})
  const cell = cells.find(({ capability, category }) => capability === 'people.create' && category === 'deputyHead')
  assert.deepEqual([cell?.has, cell?.byDefault, cell?.orderNumber, cell?.orderDate], [true, false, '15', '2026-11-19'])
  assert.deepEqual(
    history.map(({ by, capability, allowed }) => [by, capability, allowed]),
    [['Морозов Андрей Львович', 'people.create', true]],
  )
  await decides(world, 'morozov', { capability: 'people.create', category: 'deputyHead', allowed: false })
  await refused('access.denied', world.does('belova', 'people.create', newPerson('Лосев')))
})

test('who lost a right is refused at the very next request, in a session that is open and of an answer that is remembered [R042]', async () => {
  const world = await newWorld()
  const deputy = await callerOf(world, 'belova')
  const asks = () => deputy.asks('attendance.absentees', { date: '2026-11-20' })
  assert.equal((await asks()).status, 200)
  await decides(world, 'kiselev', { capability: 'attendance.read', category: 'deputyHead', allowed: false })
  assert.equal((await asks()).code, 'access.denied')
  assert.equal((await deputy.asks('access.me', {})).text.includes('"attendance.read deputyHead":false'), true)
})

test('another process knows of it too [R042]', async (t) => {
  const world = await newWorld()
  const other = await newApp()
  t.after(() => other.close())
  const elsewhere = await callerOf({ ...world, app: other }, 'belova')
  assert.equal((await elsewhere.asks('people.list', { kind: 'student' })).status, 200)
  await decides(world, 'kiselev', { capability: 'people.read', category: 'deputyHead', allowed: false })
  const deadline = Date.now() + 5_000
  while ((await elsewhere.asks('people.list', { kind: 'student' })).status === 200 && Date.now() < deadline) await pause(20)
  await new Promise(setImmediate)
  assert.equal((await elsewhere.asks('people.list', { kind: 'student' })).code, 'access.denied')
})

test('who leads a class and loses the school sees the class alone [R042, R052]', async () => {
  const world = await newWorld()
  await world.amends(`update homeroom set teacher_id = $1 where school_id = :school and class_id = $2`, [
    world.who.belova,
    world.groups.seventhB,
  ])
  const classes = async () =>
    (await world.asks('belova', 'attendance.absentees', { date: '2026-11-20' })).classes.map(({ name }) => name)
  assert.deepEqual(await classes(), ['1А', '7А', '7Б'])
  await decides(world, 'morozov', { capability: 'attendance.read', category: 'deputyHead', allowed: false })
  assert.deepEqual(await classes(), ['7Б'])
  await decides(world, 'morozov', { capability: 'consents.read', category: 'deputyHead', allowed: false })
  assert.deepEqual(
    (await world.asks('belova', 'consents.report', {})).classes.map(({ name }) => name),
    ['7Б'],
  )
  await decides(world, 'morozov', { capability: 'attendance.read', category: 'administrator', allowed: true })
  assert.equal((await world.asks('kiselev', 'attendance.absentees', { date: '2026-11-20' })).classes.length, 3)
})

test('СНИЛС and the history of a card go with the right to read cards [R042, R065]', async () => {
  const world = await newWorld()
  await world.amends(`update person set snils = '11223344595' where school_id = :school and id = $1`, [world.who.lena])
  await world.amends(`update homeroom set teacher_id = $1 where school_id = :school and class_id = $2`, [
    world.who.belova,
    world.groups.seventhB,
  ])
  await decides(world, 'morozov', { capability: 'people.read', category: 'deputyHead', allowed: false })
  await refused('access.denied', world.asks('belova', 'people.card', { personId: world.who.petya }))
  assert.equal((await world.asks('belova', 'people.card', { personId: world.who.lena })).person.snils, '11223344595')
})

test('only the head widens what administrators may, or what somebody holds who decides [R042]', async () => {
  const world = await newWorld()
  const toAdministrators = { capability: 'attendance.read', category: 'administrator', allowed: true } as const
  await refused('access.headDecides', decides(world, 'kiselev', toAdministrators))
  await decides(world, 'morozov', toAdministrators)
  await decides(world, 'kiselev', { ...toAdministrators, allowed: false })
  await world.amends(
    `insert into role_grant (school_id, person_id, role, from_date) values (:school, $1, 'deputyHead', '2026-09-01')`,
    [world.who.kiselev],
  )
  await refused(
    'access.headDecides',
    decides(world, 'kiselev', { capability: 'people.create', category: 'deputyHead', allowed: true }),
  )
})

test('what the rules settle is nobody’s to change, and who may not decide does not [R042]', async () => {
  const world = await newWorld()
  await refused(
    'access.fixedRight',
    decides(world, 'morozov', { capability: 'journal.fill', category: 'administrator', allowed: true }),
  )
  await refused(
    'access.fixedRight',
    decides(world, 'morozov', { capability: 'rights.keep', category: 'administrator', allowed: false }),
  )
  await refused('access.denied', decides(world, 'belova', { capability: 'movement.keep', category: 'head', allowed: true }))
  await refused('access.denied', decides(world, 'petrova', { capability: 'movement.keep', category: 'head', allowed: true }))
  assert.deepEqual(await world.rows('select 1 from right_choice where school_id = :school'), [])
})

test('the last who can do something keep it, people that are there and not categories [R042]', async () => {
  const world = await newWorld()
  const movement = { capability: 'movement.keep', allowed: false } as const
  await decides(world, 'morozov', { ...movement, category: 'administrator' })
  await refused('access.lastHolder', decides(world, 'morozov', { ...movement, category: 'deputyHead' }))
  const year = { capability: 'year.keep', allowed: false } as const
  await world.amends(`update role_grant set to_date = '2026-11-19' where school_id = :school and person_id = $1`, [
    world.who.belova,
  ])
  await refused('access.lastHolder', decides(world, 'morozov', { ...year, category: 'administrator' }))
})

test('two who take the last two holders away at once: one of them is refused [R042]', async () => {
  const world = await newWorld()
  const take = (category: 'administrator' | 'deputyHead') =>
    decides(world, 'morozov', { capability: 'classes.promote', category, allowed: false })
  const said = await Promise.allSettled([take('administrator'), take('deputyHead')])
  assert.deepEqual(said.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('who saw another state is told who has changed it; the same decision twice is one [R042]', async () => {
  const world = await newWorld()
  const take = { capability: 'year.bells', category: 'administrator', allowed: false } as const
  await decides(world, 'morozov', take)
  const told = await refused('access.changedMeanwhile', decides(world, 'kiselev', take, { allowed: true, expected: true }))
  assert.equal((told as { by?: string }).by, 'Морозов А. Л.')
  await decides(world, 'kiselev', take)
})

test('one school’s decisions are not another’s [R042]', async () => {
  const [world, other] = [await newWorld(), await newWorld()]
  await decides(world, 'morozov', { capability: 'people.create', category: 'deputyHead', allowed: true })
  await refused('access.denied', other.does('belova', 'people.create', newPerson('Рябов')))
  assert.deepEqual((await other.asks('morozov', 'access.rights', {})).history, [])
})

test('a decision about what is no choice any more, or by a hand in the database, opens nothing [R042]', async () => {
  const world = await newWorld()
  await world.amends(`insert into right_choice (school_id, capability, category, allowed) values
    (:school, 'journal.fill', 'administrator', true), (:school, 'gone.away', 'head', true)`)
  assert.deepEqual((await world.actor('kiselev')).choices, {})
  await world.asks('morozov', 'access.rights', {})
})

test('the office keeps cards of pupils, movement and their access, and nothing of colleagues [R026, R054]', async () => {
  const world = await newWorld()
  const office = await withRole(world, ['people.create', 'people.edit', 'movement.keep', 'accounts.issue'])
  const { personId } = await world.does(office, 'people.create', newPerson('Рябов'))
  await world.asks(office, 'people.card', { personId: world.who.petya })
  const { person } = await world.asks(office, 'people.card', { personId: world.who.petya })
  await world.does(office, 'people.change', {
    personId: world.who.petya,
    person: { ...person, givenName: 'Пётр-Иван' },
    expected: person,
  })
  await world.asks(office, 'classes.movement', { from: '2026-09-01', to: '2026-11-20' })
  await world.does(office, 'access.reissue', { personIds: [world.who.elkin], by: 'password' })
  await refused(
    'access.staffByAdministrator',
    world.does(office, 'access.reissue', { personIds: [world.who.morozov], by: 'password' }),
  )
  await refused('access.staffByAdministrator', world.does(office, 'access.resetPassword', { accountId: world.accounts.kiselev }))
  const colleague = await world.asks(office, 'people.card', { personId: world.who.ivanova })
  await refused('access.denied', world.does(office, 'people.change', { personId: world.who.ivanova, person: colleague.person, expected: colleague.person })) // biome-ignore format: one call
  const { people } = await world.asks(office, 'access.accounts', {})
  assert.ok(people.length > 0 && people.every(({ kind }) => kind !== 'staff'))
  await refused('access.denied', world.asks(office, 'access.rights', {}))
  await refused('access.denied', world.does(office, 'access.blockAccount', { accountId: world.accounts.elkin }))
  await refused('access.denied', world.asks(office, 'diary.week', { studentId: world.who.petya, monday: '2026-11-16' }))
  assert.ok(personId)
})
