import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#domain/platform/refusal.ts'
import { emptyCard } from '#domain/school/rules.ts'
import { createApp } from '#server/app.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { migrate } from '#server/platform/migrate.ts'
import { vault } from '#tests/database.ts'
import { withFreshDatabase } from '#tests/freshDatabase.ts'
import { handClock } from '#tests/handClock.ts'
import { newStartCode } from './startCode.ts'

const card = {
  ...emptyCard,
  name: 'МБОУ «СОШ № 7»',
  fullName: 'МБОУ «Средняя школа № 7»',
  inn: '7707083893',
  ogrn: '1027700132195',
}
const administrator = {
  surname: 'Лебедева',
  givenName: 'Ольга',
  patronymic: 'Игоревна',
  position: 'секретарь',
  login: 'Lebedeva',
  password: 'синий кит поёт',
}

/** A program that has begun without a school: what it says to each request, and what its terminal has shown. */
async function beginning(
  work: (at: {
    codes: string[]
    post: (what: string, body: object, headers?: object) => Promise<{ status: number; code: string }>
    get: (path: string) => Promise<{ status: number; location: string }>
    rows: <R>(text: string) => Promise<R[]>
  }) => Promise<void>,
): Promise<void> {
  await withFreshDatabase(async (url, owner) => {
    await migrate(url)
    const codes: string[] = []
    const clock = clockFrom('2026-08-20T09:00:00Z')
    const firstStart = { ownerUrl: url, code: newStartCode(clock, (code) => codes.push(code)), clock }
    const app = await createApp({ databaseUrl: url, vault, databaseRole: 'zvonok_app', clock, firstStart })
    try {
      await work({
        codes,
        async post(what, body, headers = {}) {
          const answer = await app.http.inject({
            method: 'POST',
            url: `/api/${what}`,
            payload: body,
            headers: { 'x-zvonok': '1', ...headers },
          })
          return { status: answer.statusCode, code: (answer.json() as { code?: string }).code ?? '' }
        },
        async get(path) {
          const answer = await app.http.inject({ method: 'GET', url: path })
          return { status: answer.statusCode, location: String(answer.headers.location ?? '') }
        },
        rows: async <R>(text: string) => (await owner.query(text)).rows as R[],
      })
    } finally {
      await app.close()
    }
  })
}

test('the guide opens the school with its card and its administrator, who signs in with a password of her own', async () => {
  await beginning(async ({ codes, post, get, rows }) => {
    assert.deepEqual(await get('/school/year'), { status: 302, location: '/start' })
    assert.equal((await get('/api/firstStart.isOpen')).status, 200)
    const code = codes[0]!
    assert.match(code, /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/)
    assert.equal((await post('firstStart.check', { code: code.toLowerCase().replaceAll('-', ' ') })).status, 200)
    assert.deepEqual(await post('firstStart.open', { code, card, administrator }), { status: 200, code: '' })
    const [school] = await rows<object>(
      `select s.name, s.inn, a.login, a.must_change_password as must, p.surname, p.sex, t.position, r.role from school s
       join account a using (school_id) join person p on p.id = a.person_id join staff t on t.person_id = p.id join role_grant r on r.person_id = p.id`,
    )
    assert.deepEqual(school, {
      name: card.name,
      inn: card.inn,
      login: 'lebedeva',
      must: false,
      surname: 'Лебедева',
      sex: 'f',
      position: 'секретарь',
      role: 'administrator',
    })
    assert.equal((await post('access.signIn', { login: 'lebedeva', password: administrator.password })).status, 200)
    // Once and for good: neither the guide nor its address is there any more.
    assert.deepEqual(await post('firstStart.open', { code, card, administrator }), { status: 422, code: 'access.schoolIsOpen' })
    assert.notEqual((await get('/school/year')).status, 302)
    assert.equal((await rows('select 1 from school')).length, 1)
  })
})

test('the history knows from where the school was opened and after how many wrong codes, and neither code nor password', async () => {
  await beginning(async ({ codes, post, rows }) => {
    assert.equal((await post('firstStart.check', { code: 'ABCD-EFGH-JKLM' })).code, 'access.wrongStartCode')
    await post('firstStart.open', { code: codes[0]!, card, administrator })
    const [opening] = await rows<{ input: { wrongCodes: number; address: string; card: { name: string } } }>(
      `select input from operation where name = 'school.open'`,
    )
    assert.deepEqual([opening!.input.wrongCodes, opening!.input.address, opening!.input.card.name], [1, '127.0.0.1', card.name])
    const [all] = await rows<{ text: string }>(
      `select (select string_agg(to_jsonb(o)::text, ' ') from operation o) || (select string_agg(to_jsonb(c)::text, ' ') from change c) as text`,
    )
    for (const secret of [administrator.password, codes[0]!]) assert.ok(!all!.text.includes(secret))
  })
})

test('a stranger on the network does not take the school', async () => {
  await beginning(async ({ codes, post, rows }) => {
    const guess = { code: 'ABCD-EFGH-JKLM', card, administrator }
    assert.equal((await post('firstStart.open', guess)).code, 'access.wrongStartCode')
    const right = { code: codes[0]!, card, administrator }
    assert.equal((await post('firstStart.open', right, { 'x-zvonok': '' })).code, 'access.foreignRequest')
    assert.equal((await post('firstStart.open', right, { origin: 'https://evil.example' })).code, 'access.foreignRequest')
    // Ten guesses end the code: another one stands in the terminal, and the old one opens nothing.
    for (let i = 2; i < 10; i++)
      assert.equal((await post('firstStart.check', { code: `ABCD-EFGH-JKL${i}` })).code, 'access.wrongStartCode')
    assert.equal((await post('firstStart.check', { code: 'ABCD-EFGH-JKLM' })).code, 'access.startCodeExpired')
    assert.equal(codes.length, 2)
    assert.equal((await post('firstStart.open', right)).code, 'access.wrongStartCode')
    assert.equal((await rows('select 1 from school')).length, 0)
    assert.equal((await post('firstStart.open', { ...right, code: codes[1]! })).status, 200)
  })
})

const wrong: [title: string, change: object, code: string][] = [
  ['an ИНН whose check digit is wrong', { card: { ...card, inn: '7707083894' } }, 'school.inn'],
  ['an ОГРН whose check digit is wrong', { card: { ...card, ogrn: '1027700132196' } }, 'school.ogrn'],
  ['a name of spaces', { card: { ...card, name: '   ' } }, 'school.unnamed'],
  ['a time zone that is none', { card: { ...card, timeZone: 'Moscow' } }, 'school.timeZone'],
  ['an e-mail that is none', { card: { ...card, email: 'школа' } }, 'school.email'],
  ['a login with a space', { administrator: { ...administrator, login: 'ольга л' } }, 'access.wrongLogin'],
  ['a short password', { administrator: { ...administrator, password: 'кит' } }, 'access.weakPassword'],
  ['a field that nobody knows', { role: 'head' }, 'input.wrong'],
]
test('what cannot be right is refused with its reason, and the code stays good', async () => {
  await beginning(async ({ codes, post, rows }) => {
    for (const [title, change, code] of wrong)
      assert.equal((await post('firstStart.open', { code: codes[0]!, card, administrator, ...change })).code, code, title)
    assert.equal((await rows('select 1 from school')).length, 0)
    assert.equal((await post('firstStart.open', { code: codes[0]!, card, administrator })).status, 200)
  })
})

test('two browsers with the same code open one school', async () => {
  await beginning(async ({ codes, post, rows }) => {
    const answers = await Promise.all([1, 2].map(() => post('firstStart.open', { code: codes[0]!, card, administrator })))
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
    assert.equal((await rows('select 1 from school')).length, 1)
  })
})

test('a code is good for a day; after it another one stands in the terminal', () => {
  const clock = handClock('2026-08-20T09:00:00Z')
  const codes: string[] = []
  const code = newStartCode(clock, (one) => codes.push(one))
  clock.minutes(24 * 60 - 1)
  code.check(codes[0]!)
  clock.minutes(1)
  const refused = (typed: string, reason: string) =>
    assert.throws(
      () => code.check(typed),
      (error) => error instanceof Refusal && error.code === reason,
    )
  refused(codes[0]!, 'access.startCodeExpired')
  refused(codes[0]!, 'access.wrongStartCode')
  code.check(codes[1]!)
  code.close()
  refused(codes[1]!, 'access.schoolIsOpen')
})
