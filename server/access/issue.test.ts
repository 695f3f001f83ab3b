import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Input, Output } from '#domain/operations.ts'
import { callerOf } from '#tests/caller.ts'
import { statementsWritten } from '#tests/counting.ts'
import { withClock } from '#tests/handClock.ts'
import { refused } from '#tests/refused.ts'
import { newcomer } from '#tests/samplesOfAccess.ts'
import { newWorld, PASSWORD, type PersonKey, type World } from '#tests/world.ts'

type Issued = Output<'access.createAccounts'>['issued']

const signsIn = async (world: World, login: string, password: string) =>
  (await callerOf(world, null)).does('access.signIn', { login, password })
const link = async (world: World, key: PersonKey): Promise<Issued[number]> =>
  (await world.does('kiselev', 'access.reissue', { personIds: [world.who[key]], by: 'link' })).issued[0]!
const activates = async (world: World, token: string, password = 'три весёлых гуся') =>
  (await callerOf(world, null)).does('access.activate', { token, password })
const inClass = (world: World, keys: PersonKey[], by: 'password' | 'link' = 'link'): Input<'access.issueInClass'> => ({
  classId: world.groups.seventhA,
  personIds: keys.map((key) => world.who[key]),
  by,
})

test('a whole class gets accounts at once, namesakes different logins, each password works once [R034, R036]', async () => {
  const world = await newWorld()
  const personIds = await Promise.all(['Анна', 'Алла', 'Ася', 'Инна'].map((name) => newcomer(world, 'Ракитянская', name)))
  const { issued } = await world.does('kiselev', 'access.createAccounts', { personIds, by: 'password' })
  assert.equal(issued.length, 4)
  assert.equal(new Set(issued.map(({ login }) => login)).size, 4)
  const first = await signsIn(world, issued[0]!.login, issued[0]!.password!)
  assert.deepEqual(first.body, { mustChangePassword: true, second: null })
})

test('who has an account already is left out when accounts are made, and asked for when they are issued anew [R035]', async () => {
  const world = await newWorld()
  const personId = await newcomer(world)
  const { issued } = await world.does('kiselev', 'access.createAccounts', {
    personIds: [world.who.petya, personId],
    by: 'password',
  })
  assert.deepEqual(
    issued.map((one) => one.personId),
    [personId],
  )
  await refused('access.noAccount', world.does('kiselev', 'access.reissue', { personIds: [await newcomer(world)], by: 'link' }))
})

test('fifty accounts are made, and given new passwords, in as many statements as two; for fifty namesakes free logins are looked for once more [R036]', async () => {
  const world = await newWorld()
  const arrive = (n: number, surname: string) =>
    world.amends(
      `insert into person (school_id, surname, given_name, sex) select :school, ${surname}, 'Аня', 'f' from generate_series(1, ${n}) n`,
    )
  const named = async (like: string) =>
    (await world.rows<{ id: string }>(`select id from person where school_id = :school and surname like '${like}'`)).map(
      ({ id }) => id,
    )
  const issued = async (operation: 'access.createAccounts' | 'access.reissue', personIds: string[]) => {
    let given: Issued = []
    const statements = await statementsWritten(world.app, async () => {
      given = (await world.does('kiselev', operation, { personIds, by: 'password' })).issued
    })
    assert.equal(new Set(given.map(({ login }) => login)).size, personIds.length)
    assert.equal(new Set(given.map(({ password }) => password)).size, personIds.length)
    return statements
  }
  await arrive(52, `'Новых' || chr(1072 + n / 8) || chr(1072 + n % 8)`)
  await arrive(50, `'Тёзкина'`)
  const people = await named('Новых%')
  const few = people.slice(0, 2)
  const many = people.slice(2)
  const toMake = await issued('access.createAccounts', few)
  assert.ok(toMake < 12, `${toMake} statements`)
  assert.equal(await issued('access.createAccounts', many), toMake)
  assert.equal(await issued('access.createAccounts', await named('Тёзкина')), toMake + 1)
  assert.equal(await issued('access.reissue', many), await issued('access.reissue', few))
})

test('neither a password nor a token is written anywhere, not even into the history [R037]', async () => {
  const world = await newWorld()
  const operationId = randomUUIDv7()
  const input = { personIds: [await newcomer(world)], by: 'password' as const }
  const { issued } = await world.does('kiselev', 'access.createAccounts', input, operationId)
  const linked = await link(world, 'petya')
  const [everything] = await world.rows<{ text: string }>(
    `select (select string_agg(to_jsonb(o)::text, ' ') from operation o where school_id = :school) ||
            (select string_agg(to_jsonb(c)::text, ' ') from change c where school_id = :school) ||
            (select string_agg(to_jsonb(i)::text, ' ') from credential_issue i where school_id = :school) as text`,
  )
  for (const secret of [issued[0]!.password!, linked.token!, linked.token!.split('.')[1]!])
    assert.ok(!everything!.text.includes(secret), secret)
  await refused('input.answeredOnce', world.does('kiselev', 'access.createAccounts', input, operationId))
})

test('a new password ends every session and the old password, and is in the register: by whom, for whom, of which kind [R035, R036]', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'petya')
  const { issued } = await world.does('kiselev', 'access.reissue', { personIds: [world.who.petya], by: 'password' })
  assert.equal((await caller.asks('access.me', {})).status, 401)
  assert.equal((await signsIn(world, world.login('petya'), PASSWORD)).code, 'access.wrongLoginOrPassword')
  assert.equal((await signsIn(world, issued[0]!.login, issued[0]!.password!)).status, 200)
  const { issues } = await world.asks('kiselev', 'access.issues', {})
  const { name, by, issuedBy, detail, handedOn, usedAt } = issues[0]!
  assert.deepEqual(
    { name, by, issuedBy, detail, handedOn, usedAt },
    { name: 'Петров Пётр Сергеевич', by: 'slip', issuedBy: 'Киселёв Д. О.', detail: '7А', handedOn: null, usedAt: null },
  )
})

test('a slip is noted as handed out, with who took it, and the note can be taken back [R036]', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'access.reissue', { personIds: [world.who.petya], by: 'password' })
  const issue = async () => (await world.asks('kiselev', 'access.issues', {})).issues[0]!
  const { issueId } = await issue()
  await world.does('kiselev', 'access.handOut', { issueIds: [issueId], handedOn: '2026-11-20', receivedBy: ' Петрова О. И. ' })
  assert.deepEqual([(await issue()).handedOn, (await issue()).receivedBy], ['2026-11-20', 'Петрова О. И.'])
  await world.does('kiselev', 'access.handOut', { issueIds: [issueId], handedOn: null, receivedBy: 'Петрова О. И.' })
  assert.deepEqual([(await issue()).handedOn, (await issue()).receivedBy], [null, ''])
  await refused(
    'access.handedLater',
    world.does('kiselev', 'access.handOut', { issueIds: [issueId], handedOn: '2026-11-21', receivedBy: '' }),
  )
})

test('an activation link gives a password of one’s own and works once [R037, R044]', async () => {
  const world = await newWorld()
  const { token, login } = await link(world, 'petya')
  assert.equal((await activates(world, token!, 'мало')).code, 'access.weakPassword')
  const answer = await activates(world, token!)
  assert.deepEqual([answer.status, answer.body], [200, { login }])
  assert.deepEqual((await signsIn(world, login, 'три весёлых гуся')).body, { mustChangePassword: false, second: null })
  assert.equal((await activates(world, token!)).code, 'access.linkExpired')
  const { issues } = await world.asks('kiselev', 'access.issues', {})
  assert.ok(issues[0]!.usedAt)
})

test('of two who open one link at once only one is let in [R037]', async () => {
  const world = await newWorld()
  const { token } = await link(world, 'petya')
  const answers = await Promise.all([activates(world, token!), activates(world, token!, 'совсем другой пароль')])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
})

test('an activation link lasts fourteen days, and less when a new one is given or the account is shut [R037]', () =>
  withClock(async (app, clock) => {
    const world = await newWorld({ app })
    const first = await link(world, 'petya')
    const second = await link(world, 'petya')
    assert.equal((await activates(world, first.token!)).code, 'access.linkExpired', 'a newer one was given')
    clock.minutes(14 * 24 * 60 - 1)
    assert.equal((await activates(world, second.token!)).status, 200)
    const late = await link(world, 'lena')
    clock.minutes(14 * 24 * 60)
    assert.equal((await activates(world, late.token!)).code, 'access.linkExpired', 'fourteen days have passed')
    const shut = await link(world, 'masha')
    await world.does('kiselev', 'access.blockAccount', { accountId: world.accounts.masha })
    assert.equal((await activates(world, shut.token!)).code, 'access.linkExpired')
  }))

test('a link opens nothing in another school, and nothing made up opens anything [R037]', async () => {
  const [here, there] = [await newWorld(), await newWorld()]
  const { token } = await link(here, 'petya')
  const secret = token!.split('.')[1]!
  for (const made of [
    `${there.schoolId}.${secret}`,
    secret,
    `.${secret}`,
    `${here.schoolId}.`,
    `${here.schoolId}.${'A'.repeat(32)}`,
    '0.x',
    `99999999999.${secret}`,
  ])
    assert.equal((await activates(here, made)).code, 'access.linkExpired', made)
  assert.equal((await activates(here, token!)).status, 200)
})

test('the homeroom teacher issues to the own class and its families [R038, R039, R040]', async () => {
  const world = await newWorld()
  const { issued } = await world.does('sokolova', 'access.issueInClass', inClass(world, ['petya', 'petrova']))
  assert.deepEqual(
    issued.map(({ name, kind }) => `${name}, ${kind}`),
    ['Петров Пётр Сергеевич, student', 'Петрова Ольга Игоревна, guardian'],
  )
  const { people, className } = await world.asks('sokolova', 'access.classAccounts', { classId: world.groups.seventhA })
  assert.equal(className, '7А')
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Ёлкина Мария Ивановна', 'Петров Пётр Сергеевич', 'Петрова Ольга Игоревна'],
  )
  assert.ok(people[1]!.issueId)
})

test('the homeroom teacher does not issue to another class, nor to who has left, nor to who is no guardian any more [R039, R040]', async () => {
  const world = await newWorld()
  for (const key of ['lena', 'egorov', 'vanya', 'elkin', 'ivanova'] as const)
    await refused('access.denied', world.does('sokolova', 'access.issueInClass', inClass(world, [key])))
  await refused('access.denied', world.does('kuznetsov', 'access.issueInClass', inClass(world, ['petya'])))
})

test('a homeroom teacher gets no way into the account of a colleague whose child is in the class [R039, R051]', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into guardian_of (school_id, guardian_id, student_id, relation) values (:school, $1, $2, 'father')`,
    [world.who.morozov, world.who.petya],
  )
  await refused('access.staffByAdministrator', world.does('sokolova', 'access.issueInClass', inClass(world, ['morozov'])))
  const { issued } = await world.does('kiselev', 'access.issueInClass', inClass(world, ['morozov']))
  assert.equal(issued.length, 1)
})

test('where the school has it so, only the administrator issues [R039]', async () => {
  const world = await newWorld()
  world.school.policies['access.homeroomIssues'] = false
  await refused('access.issuedByAdministrator', world.does('sokolova', 'access.issueInClass', inClass(world, ['petya'])))
  assert.equal((await world.does('kiselev', 'access.issueInClass', inClass(world, ['petya']))).issued.length, 1)
})

test('the homeroom teacher notes slips of the own class alone as handed out [R036]', async () => {
  const world = await newWorld()
  await world.does('kiselev', 'access.reissue', { personIds: [world.who.petya, world.who.lena], by: 'password' })
  const { issues } = await world.asks('kiselev', 'access.issues', {})
  const of = (key: PersonKey) => issues.find(({ personId }) => personId === world.who[key])!.issueId
  const handing = { classId: world.groups.seventhA, handedOn: '2026-11-20', receivedBy: '' }
  await world.does('sokolova', 'access.handOutInClass', { ...handing, issueIds: [of('petya')] })
  await refused(
    'access.denied',
    world.does('sokolova', 'access.handOutInClass', { ...handing, issueIds: [of('petya'), of('lena')] }),
  )
})

test('who is nobody at the school any more is listed, ended and kept with all they did [R035, R052]', async () => {
  const world = await newWorld()
  await world.amends(`update staff set to_date = '2026-11-01' where school_id = :school and person_id = $1`, [world.who.ivanova])
  const listed = async () => (await world.asks('kiselev', 'access.leavers', {})).people.map(({ name }) => name)
  assert.deepEqual(await listed(), ['Ёлкин Иван Иванович', 'Жуков Иван Олегович'], 'Иванова still has lessons')
  await world.amends(`update assignment set to_date = '2026-11-01' where school_id = :school and teacher_id = $1`, [
    world.who.ivanova,
  ])
  assert.ok((await listed()).includes('Иванова Мария Петровна'))
  const caller = await callerOf(world, 'ivanova')
  await world.does('kiselev', 'access.endAccounts', { accountIds: [world.accounts.ivanova, world.accounts.elkin] })
  assert.equal((await caller.asks('access.me', {})).status, 401)
  assert.equal((await signsIn(world, world.login('ivanova'), PASSWORD)).code, 'access.blocked')
  assert.deepEqual(await listed(), ['Жуков Иван Олегович'])
  await refused('access.ended', world.does('kiselev', 'access.reissue', { personIds: [world.who.ivanova], by: 'link' }))
  const { login, password } = await world.does('kiselev', 'access.resumeAccount', { accountId: world.accounts.ivanova })
  assert.equal((await signsIn(world, login, password)).status, 200)
  await refused('access.notEnded', world.does('kiselev', 'access.resumeAccount', { accountId: world.accounts.ivanova }))
  await refused('access.ownAccount', world.does('kiselev', 'access.endAccounts', { accountIds: [world.accounts.kiselev] }))
})

test('for handing out, everybody at the school is listed with their classes, guardians with those of their children [R036, R038]', async () => {
  const world = await newWorld()
  const { people } = await world.asks('kiselev', 'access.candidates', {})
  assert.equal(people.length, 12, 'but Жуков who left and Ёлкин who is a guardian no more')
  assert.deepEqual(
    people
      .filter(({ classes }) => classes.includes('7А'))
      .map(({ name, kind, classes }) => `${name}, ${kind}, ${classes.join('+')}`),
    ['Ёлкина Мария Ивановна, student, 7А', 'Петров Пётр Сергеевич, student, 7А', 'Петрова Ольга Игоревна, guardian, 1А+7А'],
  )
})
