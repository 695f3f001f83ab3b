import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SlipsToPrint } from '#domain/access/slipsContract.ts'
import { callerOf } from '#tests/caller.ts'
import { pagesOfPdf } from '#tests/pdfText.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

type Slip = SlipsToPrint['slips'][number]
const own = { 'x-zvonok': '1' }

/** Issues to people of 7А, and has what the page would send. */
async function issuedTo(world: World, keys: PersonKey[], by: 'password' | 'link' = 'password'): Promise<SlipsToPrint> {
  const classId = world.groups.seventhA
  const personIds = keys.map((key) => world.who[key])
  const { issued } = await world.does('kiselev', 'access.issueInClass', { classId, personIds, by })
  const slips = issued.map(
    ({ personId, login, password, token, expiresOn }): Slip => ({
      ...{ personId, login, password, token, expiresOn },
      ...{ sheet: '7А', classes: ['7А'] },
    }),
  )
  return { classId, slips }
}
const prints = async (world: World, key: PersonKey | null, body: unknown, headers: Record<string, string> = own) => {
  const caller = await callerOf(world, key)
  return caller.sends('POST', '/api/print/slips', { body, headers })
}
/** The pages as they are read, however their lines break. */
const pagesOf = ({ status, text, bytes }: { status: number; text: string; bytes: Buffer }): string[] => {
  assert.equal(status, 200, text.slice(0, 300))
  return pagesOfPdf(bytes).map((page) => page.replace(/\s+/g, ' '))
}

test('the notice as PDF says whose it is, login and password, class, school, director and day, under the class and who leads it [R036, R038, R041]', async () => {
  const world = await newWorld()
  await world.amends(`update school set head_name = 'Морозов А. Л.', head_position = 'Директор' where school_id = :school`)
  const sent = await issuedTo(world, ['petya', 'petrova'])
  const answer = await prints(world, 'sokolova', sent)
  assert.equal(answer.headers['content-type'], 'application/pdf')
  assert.equal(answer.headers['cache-control'], 'no-store')
  const [page, ...more] = pagesOf(answer)
  assert.deepEqual(more, [])
  const [head, petya, petrova] = page!.split('МБОУ «Школа № 7»')
  assert.match(head!, /^7А класс Классный руководитель: Соколова Елена Викторовна Лист 1 из 1 /)
  for (const [slip, i, whose] of [
    [petya!, 0, 'Петров Пётр Сергеевич ученик, 7А'],
    [petrova!, 1, 'Петрова Ольга Игоревна родитель: '],
  ] as const) {
    const { login, password } = sent.slips[i]!
    assert.ok(slip.startsWith(` УВЕДОМЛЕНИЕ ${whose}`), slip)
    assert.ok(slip.includes('Вам присвоен индивидуальный пароль для доступа к электронному дневнику'))
    assert.ok(slip.includes(` Логин ${login} Пароль на один раз ${password} `), slip)
    assert.ok(slip.includes('ученика(цы) 7А класса'))
    assert.ok(slip.includes('Директор Морозов А. Л. 20.11.2026'), slip)
  }
})

test('where a link is issued the notice has a code to be scanned and no password, and says until when [R037, R041]', async () => {
  const world = await newWorld()
  const sent = await issuedTo(world, ['petya'], 'link')
  const answer = await prints(world, 'kiselev', { ...sent, classId: null })
  const page = pagesOf(answer)[0]!
  assert.ok(page.includes('Код действует до 04.12.2026'), page)
  assert.ok(page.includes('Наведите камеру телефона на код'))
  assert.doesNotMatch(page, /Пароль на один раз/)
  assert.match(answer.bytes.toString('latin1'), /\/Subtype \/Form/, 'the code is drawn')
})

test('each class begins on a new page, eight slips on each, all of them whole [R036, R038]', async () => {
  const world = await newWorld()
  const [one] = (await issuedTo(world, ['petya'])).slips
  const many = (sheet: string, n: number) =>
    Array.from({ length: n }, (_, i): Slip => ({ ...one!, sheet, password: `пароль-${sheet}-${i + 1}` }))
  const slips = [
    ...many('1А', 9),
    ...many('7А', 8),
    { ...many('', 1)[0]!, personId: world.who.ivanova, login: world.login('ivanova'), classes: [] },
  ]
  const pages = pagesOf(await prints(world, 'kiselev', { classId: null, slips }))
  assert.deepEqual(
    pages.map((page) => [
      page.split(' Муниц')[0]!.split(' МБОУ')[0],
      page.match(/УВЕДОМЛЕНИЕ/g)!.length,
      page.match(/20\.11\.2026/g)!.length,
    ]),
    [
      ['1А класс Лист 1 из 2', 8, 8],
      ['1А класс Лист 2 из 2', 1, 1],
      ['7А класс Классный руководитель: Соколова Елена Викторовна Лист 1 из 1', 8, 8],
      ['Сотрудники Лист 1 из 1', 1, 1],
    ],
  )
  assert.deepEqual(
    slips.filter(({ password }) => !pages.some((page) => page.includes(` ${password} `))),
    [],
  )
})

test('nobody prints slips but who may issue them: to the school the administrator, to the own class its homeroom teacher [R036, R038, R039]', async () => {
  const world = await newWorld()
  const sent = await issuedTo(world, ['petya', 'petrova'])
  const school = { ...sent, classId: null }
  for (const key of ['sokolova', 'ivanova', 'belova', 'morozov', 'lena', 'egorov'] as const)
    assert.deepEqual([key, (await prints(world, key, school)).code], [key, 'access.denied'])
  for (const key of ['kuznetsov', 'ivanova', 'belova', 'morozov', 'lena', 'egorov'] as const)
    assert.deepEqual([key, (await prints(world, key, sent)).code], [key, 'access.denied'])
  assert.equal((await prints(world, null, school)).code, 'access.signedOut')
  assert.equal((await prints(world, 'kiselev', school, {})).code, 'access.foreignRequest')
  const changed = (change: Partial<Slip>) => ({ ...sent, slips: [{ ...sent.slips[0]!, ...change }] })
  for (const change of [{ personId: world.who.lena }, { login: 'ivanova' }, { sheet: '7Б' }])
    assert.equal((await prints(world, 'sokolova', changed(change))).code, 'access.denied')
  assert.equal((await prints(world, 'kiselev', { ...changed({ login: 'ivanova' }), classId: null })).code, 'access.denied')
  await world.does('kiselev', 'school.setPolicy', { key: 'access.homeroomIssues', value: false, expected: true })
  assert.equal((await prints(world, 'sokolova', sent)).code, 'access.issuedByAdministrator')
})

test('a homeroom teacher prints no slip of a colleague whose child is in the class [R039, R051]', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into guardian_of (school_id, guardian_id, student_id, relation) values (:school, $1, $2, 'father')`,
    [world.who.morozov, world.who.petya],
  )
  const sent = await issuedTo(world, ['morozov'])
  assert.equal((await prints(world, 'sokolova', sent)).code, 'access.staffByAdministrator')
})

test('what is not a slip is refused: nothing, two secrets or none, undeclared fields, more than a school has people', async () => {
  const world = await newWorld()
  const { slips } = await issuedTo(world, ['petya'])
  const one = slips[0]!
  const bad: unknown[] = [
    {},
    { classId: null, slips: [] },
    { classId: null, slips: [{ ...one, token: 'x' }] },
    { classId: null, slips: [{ ...one, password: null }] },
    { classId: null, slips: [{ ...one, template: '#panic()' }] },
    { classId: null, slips: [{ ...one, login: '' }] },
    { classId: null, slips: Array.from({ length: 5_001 }, () => one) },
  ]
  for (const body of bad) assert.equal((await prints(world, 'kiselev', body)).code, 'input.wrong')
  assert.equal(
    (await prints(world, 'kiselev', ' '.repeat(4 * 1024 * 1024 + 1), { ...own, 'content-type': 'application/json' })).code,
    'input.tooLarge',
  )
})

test('printing writes nothing: not a row of any table, and the passwords into no log [R037, R041]', async (t) => {
  const world = await newWorld()
  const sent = await issuedTo(world, ['petya', 'petrova'])
  const tables = await world.rows<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  assert.ok(tables.length > 40)
  const state = async () => {
    const sums = tables.map(
      ({ name }) => `select '${name}' as name, coalesce(string_agg(t::text, E'\\n' order by t::text), '') as text from ${name} t`,
    )
    return (
      await world.rows<{ name: string; text: string }>(`select * from (${sums.join(' union all ')}) s order by name`)
    ).filter(({ name }) => name !== 'session')
  }
  const caller = await callerOf(world, 'kiselev')
  const logged: string[] = []
  t.mock.method(process.stderr, 'write', (line: string) => logged.push(line) > 0)
  const before = await state()
  const answer = await caller.sends('POST', '/api/print/slips', { body: { ...sent, classId: null }, headers: own })
  const after = await state()
  assert.equal(answer.status, 200)
  assert.deepEqual(
    after.filter(({ text }, i) => text !== before[i]!.text).map(({ name }) => name),
    [],
  )
  const everything = [...after.map(({ text }) => text), ...logged].join('\n')
  for (const { password } of sent.slips) assert.ok(!everything.includes(password!), 'a password lies somewhere')
})
