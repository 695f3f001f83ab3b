import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { callerOf } from '#tests/caller.ts'
import { newWorld, type World } from '#tests/world.ts'

const newcomer = async (world: World, surname = 'Щёголев') => {
  const personId = randomUUIDv7()
  await world.amends(
    `insert into person (school_id, id, surname, given_name, patronymic, sex) values (:school, $1, $2, 'Илья', 'Юрьевич', 'm')`,
    [personId, surname],
  )
  return personId
}

test('a new account gets a login made of the name and a one-time password that works once [R101]', async () => {
  const world = await newWorld()
  const { login, password, accountId } = await world.does('kiselev', 'access.createAccount', { personId: await newcomer(world) })
  assert.match(login, /^shchegolev\.iy\d*$/)
  assert.match(password, /^[а-я]{6}-\d{4}-[а-я]{4}$/)
  const [account] = await world.rows(`select login, must_change_password from account where school_id = :school and id = $1`, [
    accountId,
  ])
  assert.deepEqual(account, { login, must_change_password: true })
})

test('two people of one name get two logins', async () => {
  const world = await newWorld()
  const first = await world.does('kiselev', 'access.createAccount', { personId: await newcomer(world, 'Ракитина') })
  const second = await world.does('kiselev', 'access.createAccount', { personId: await newcomer(world, 'Ракитина') })
  assert.notEqual(first.login, second.login)
})

test('one person has one account', async () => {
  const world = await newWorld()
  await assert.rejects(
    world.does('kiselev', 'access.createAccount', { personId: world.who.petya }),
    (error: Refusal) => error.code === 'access.hasAccount',
  )
})

test('a one-time password is answered once and written nowhere', async () => {
  const world = await newWorld()
  const operationId = randomUUIDv7()
  const input = { personId: await newcomer(world) }
  const made = await world.does('kiselev', 'access.createAccount', input, operationId)
  const reset = await world.does('kiselev', 'access.resetPassword', { accountId: made.accountId })
  const [everything] = await world.rows<{ text: string }>(
    `select (select string_agg(to_jsonb(o)::text, ' ') from operation o where school_id = :school) ||
            (select string_agg(to_jsonb(c)::text, ' ') from change c where school_id = :school) as text`,
  )
  assert.ok(everything!.text.includes(made.login))
  for (const password of [made.password, reset.password])
    assert.ok(!everything!.text.includes(password), 'a password is in the history')
  await assert.rejects(
    world.does('kiselev', 'access.createAccount', input, operationId),
    (error: Refusal) => error.code === 'input.answeredOnce',
  )
  assert.equal(
    (await world.rows(`select 1 from account where school_id = :school and person_id = $1`, [input.personId])).length,
    1,
  )
})

test('nobody closes the account they sit in', async () => {
  const world = await newWorld()
  await assert.rejects(
    world.does('kiselev', 'access.blockAccount', { accountId: world.accounts.kiselev }),
    (error: Refusal) => error instanceof Refusal && error.code === 'access.ownAccount',
  )
})

const searches: [string, Partial<{ search: string; kind: 'staff' | 'student' | 'guardian' }>, string[]][] = [
  ['«ё» is found as «е»', { search: 'елкин' }, ['Ёлкин Иван Иванович', 'Ёлкина Мария Ивановна']],
  ['«е» is found as «ё»', { search: 'Пётров пётр' }, ['Петров Пётр Сергеевич']],
  ['capitals and spaces do not matter', { search: '  ИВАНОВА   мария ' }, ['Иванова Мария Петровна']],
  ['a login finds its owner', { search: 'kiselev.' }, ['Киселёв Денис Олегович']],
  ['by kind: guardians', { kind: 'guardian' }, ['Егоров Павел Львович', 'Ёлкин Иван Иванович', 'Петрова Ольга Игоревна']],
  ['by kind and name together', { kind: 'student', search: 'елкин' }, ['Ёлкина Мария Ивановна']],
  ['a percent sign finds nobody', { search: '%' }, []],
  ['nor an underscore', { search: '_' }, []],
  ['nor a backslash', { search: '\\' }, []],
  ['nor a quote', { search: "' or 1=1 --" }, []],
]
for (const [title, input, expected] of searches) {
  test(`people are searched: ${title}`, async () => {
    const world = await newWorld()
    const { people, total } = await world.asks('kiselev', 'access.accounts', input)
    assert.deepEqual(
      people.map((person) => person.name),
      expected,
    )
    assert.equal(total, expected.length)
  })
}

test('people come fifty a page, by name', async () => {
  const world = await newWorld()
  for (let n = 0; n < 3; n++) {
    await world.amends(
      `with people as (insert into person (school_id, surname, given_name, sex) select :school, 'Ярцев', 'Яков ' || n, 'm' from generate_series(1, 15) n returning id)
       insert into staff (school_id, person_id, position, from_date) select :school, id, 'педагог', '2026-09-01' from people`,
    )
  }
  const first = await world.asks('kiselev', 'access.accounts', {})
  const second = await world.asks('kiselev', 'access.accounts', { offset: 50 })
  assert.deepEqual([first.people.length, first.total], [50, 59])
  assert.equal(second.people.length, 9)
  assert.equal(first.people[0]!.name, 'Андреев Николай Фёдорович')
})

test('one school does not find another’s people, whoever asks', async () => {
  const [here, there] = [await newWorld(), await newWorld()]
  const { people } = await here.asks('kiselev', 'access.accounts', { search: 'Иванова' })
  assert.deepEqual(
    people.map((person) => person.personId),
    [here.who.ivanova],
  )
  assert.notEqual(here.who.ivanova, there.who.ivanova)
})

test('a parent is told of their own children only, and no longer of those they are no guardian of', async () => {
  const world = await newWorld()
  const names = async (key: 'petrova' | 'elkin') =>
    ((await (await callerOf(world, key)).asks('access.me', {})).body as Output<'access.me'>).children.map((child) => [
      child.name,
      child.className,
    ])
  assert.deepEqual(await names('petrova'), [
    ['Пётр Петров', '7А'],
    ['Николай Андреев', '1А'],
  ])
  assert.deepEqual(await names('elkin'), [])
})

test('the list of accounts begins with those who have not signed in for longest, or with the latest [R035]', async () => {
  const world = await newWorld()
  await callerOf(world, 'sokolova')
  const names = async (order: 'name' | 'seldom' | 'recent') =>
    (await world.asks('kiselev', 'access.accounts', { order })).people.map(({ personId }) => personId)
  const [byName, seldom, recent] = await Promise.all([names('name'), names('seldom'), names('recent')])
  assert.deepEqual([...byName].sort(), [...seldom].sort())
  assert.equal(recent[0], world.who.sokolova)
  assert.equal(seldom.at(-1), world.who.sokolova)
  assert.equal(byName[0], world.who.kolya)
})

test('neither passwords nor session tokens reach the history, not even as hashes', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'access.resetPassword', { accountId: world.accounts.petya })
  const changes = await world.rows<{ told: string }>(
    `select concat(before, after) as told from change where school_id = :school and table_name in ('account', 'session')`,
  )
  assert.ok(changes.length > 0)
  for (const { told } of changes) assert.doesNotMatch(told, /password_hash|token_hash|argon2/)
})
