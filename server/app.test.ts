import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '#domain/operations.ts'
import { callerOf } from '#tests/caller.ts'
import { sampleOf } from '#tests/samples.ts'
import { newWorld } from '#tests/world.ts'

const names = Object.keys(operations) as (keyof typeof operations)[]
const addresses = [
  '/',
  '/diary',
  '/assets/none.js',
  '/api/nothing',
  '/api/health',
  '/api/openapi.json',
  '/api/docs',
  '/api/docs.css',
  '/api/access.awake',
  '/api/files/x',
  '/%E0%A4%A',
  '/api/%00',
  '/../../etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
]
const headers: Record<string, RegExp> = {
  'content-security-policy': /default-src ('self'|'none')/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
}
const safe = (what: string, given: Record<string, unknown>) => {
  for (const [name, value] of Object.entries(headers)) assert.match(String(given[name]), value, `${name} of ${what}`)
  for (const told of ['server', 'x-powered-by', 'access-control-allow-origin'])
    assert.equal(given[told], undefined, `${what} tells ${told}`)
}

test('every answer carries the headers of safety, refused or done', async () => {
  const world = await newWorld()
  const passerBy = await callerOf(world, null)
  for (const url of addresses) {
    const answer = await passerBy.sends('GET', url)
    assert.ok(answer.status < 500, `${url}: ${answer.status} ${answer.text.slice(0, 200)}`)
    safe(url, answer.headers)
  }
  for (const name of names) {
    const world = await newWorld() // what one sample did is not in the way of the next
    const { by, input } = sampleOf(name)
    const sample = await input(world)
    safe(`${name}, refused`, (await passerBy.calls(name, sample)).headers)
    safe(`${name}, done`, (await (await callerOf(world, by)).calls(name, sample)).headers)
  }
})

test('nothing that was asked of the journal is kept by anybody on the way', async () => {
  for (const name of names) {
    const world = await newWorld()
    const { by, input } = sampleOf(name)
    const sample = await input(world)
    const answer = await (await callerOf(world, by)).calls(name, sample)
    assert.match(
      String(answer.headers['cache-control']),
      operations[name].kind === 'command' ? /^no-store$/ : /^private, no-cache$/,
      name,
    )
    assert.match(String((await (await callerOf(world, null)).calls(name, sample)).headers['cache-control']), /^no-store$/, name)
  }
})

test('who asks again for what has not changed is told so, and for what has gets it', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  const input = { courseId: world.courses.englishA }
  const first = await caller.calls('journal.page', input)
  const again = await caller.calls('journal.page', input, { headers: { 'if-none-match': String(first.headers.etag) } })
  assert.deepEqual([again.status, again.text], [304, ''])
  await world.does('ivanova', 'journal.setTopic', {
    lessonId: world.lesson(world.courses.englishA).id,
    topic: 'Present Simple',
    expected: '',
  })
  const changed = await caller.calls('journal.page', input, { headers: { 'if-none-match': String(first.headers.etag) } })
  assert.equal(changed.status, 200)
  const stranger = await (await callerOf(world, 'lena')).calls('journal.page', input, {
    headers: { 'if-none-match': String(changed.headers.etag) },
  })
  assert.equal(stranger.status, 403, 'knowing what it looks like opens nothing')
})

test('a refusal is a sentence for a person and a code for a program', async () => {
  const world = await newWorld()
  const answer = await (await callerOf(world, 'lena')).calls('journal.page', { courseId: world.courses.englishA })
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
  assert.deepEqual(answer.body, {
    type: 'about:blank',
    title: 'access.denied',
    status: 403,
    code: 'access.denied',
    params: {},
    detail: 'Этой страницы нет или она вам не открыта.',
  })
})

test('healthy is a server whose database takes a write', async () => {
  const world = await newWorld()
  const answer = await (await callerOf(world, null)).sends('GET', '/api/health')
  assert.equal(answer.status, 200)
  assert.equal((answer.body as { ok: boolean }).ok, true)
})
