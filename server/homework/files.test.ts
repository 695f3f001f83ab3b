import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { callerOf } from '#tests/caller.ts'
import { newApp } from '#tests/database.ts'
import { attachedFile } from '#tests/samples.ts'
import { newWorld } from '#tests/world.ts'

const uploads: [string, { name?: string; type?: string; body?: string | Buffer; id?: string }, number, string][] = [
  ['a text', {}, 200, ''],
  ['a program', { type: 'application/x-msdownload' }, 422, 'files.kind'],
  ['a page that runs', { type: 'text/html' }, 422, 'files.kind'],
  ['a picture that runs', { type: 'image/svg+xml' }, 422, 'files.kind'],
  ['a kind that every object knows', { type: 'constructor/x' }, 422, 'files.kind'],
  ['nothing', { body: '' }, 422, 'files.empty'],
  ['a name of control signs', { name: 'a\u0000b.txt' }, 400, 'input.wrong'],
  ['a name that turns around', { name: 'отчёт\u202Etxt.exe' }, 400, 'input.wrong'],
  ['no name', { name: '' }, 400, 'input.wrong'],
  ['no operation', { id: '' }, 400, 'input.operationId'],
  ['more than 20 MB', { body: Buffer.alloc(20 * 1024 * 1024 + 1) }, 413, 'files.tooLarge'],
]
for (const [title, { name = 'план.txt', type = 'text/plain', body = 'План', id = randomUUIDv7() }, status, code] of uploads) {
  test(`an upload of ${title} is answered ${status} ${code}`, async () => {
    const world = await newWorld()
    const caller = await callerOf(world, 'ivanova')
    const answer = await caller.sends('POST', `/api/files?name=${encodeURIComponent(name)}`, {
      body,
      headers: { 'content-type': type, 'x-zvonok': '1', 'x-operation-id': id },
    })
    assert.deepEqual([answer.status, answer.code], [status, code], answer.text)
    assert.equal((await world.rows('select 1 from file where school_id = :school')).length, status === 200 ? 1 : 0)
  })
}

test('an upload sent twice is one file, and comes back as a download that can do nothing', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  const id = randomUUIDv7()
  const send = () =>
    caller.sends('POST', `/api/files?name=${encodeURIComponent('план "7А"\'.txt')}`, {
      body: 'План',
      headers: { 'content-type': 'text/plain', 'x-zvonok': '1', 'x-operation-id': id },
    })
  assert.deepEqual([(await send()).status, (await send()).status], [200, 200])
  const answer = await caller.sends('GET', `/api/files/${id}`)
  assert.equal(answer.text, 'План')
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename\*=UTF-8''/)
  assert.equal(answer.headers['content-security-policy'], "default-src 'none'; sandbox")
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  assert.equal((await world.rows('select 1 from file where school_id = :school')).length, 1)
})

test('a file is asked for anew each time, and sent anew only when it is another', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  const url = `/api/files/${await attachedFile(world)}`
  const first = await caller.sends('GET', url)
  assert.equal(first.headers['cache-control'], 'private, no-cache')
  const again = await caller.sends('GET', url, { headers: { 'if-none-match': String(first.headers.etag) } })
  assert.deepEqual([again.status, again.text], [304, ''])
  const stranger = await callerOf(world, 'petya')
  assert.equal((await stranger.sends('GET', url, { headers: { 'if-none-match': String(first.headers.etag) } })).status, 403)
})

/** An upload that has been announced and sends nothing yet; its answer, if one comes before the body. */
const announced = (port: number, headers: Record<string, string>) => {
  const { promise: status, resolve } = Promise.withResolvers<number>()
  const sending = request(
    {
      port,
      method: 'POST',
      path: `/api/files?name=${encodeURIComponent('план.txt')}`,
      headers: {
        'x-zvonok': '1',
        'content-type': 'text/plain',
        'content-length': '1000',
        'x-operation-id': randomUUIDv7(),
        ...headers,
      },
    },
    (answer) => resolve(answer.resume().statusCode!),
  )
  sending.on('error', () => {})
  sending.flushHeaders()
  return { status, end: (body: string) => sending.end(body), break: () => sending.destroy() }
}

test('an upload is refused before its bytes are taken in, and two at a time are taken', async () => {
  const app = await newApp()
  try {
    const world = await newWorld({ app })
    await app.http.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.http.server.address() as AddressInfo
    const { cookie } = await callerOf(world, 'ivanova')
    const refusedAtOnce: [Record<string, string>, number][] = [
      [{}, 401],
      [{ cookie, 'x-zvonok': '' }, 403],
      [{ cookie, 'content-type': 'text/html' }, 422],
      [{ cookie, 'content-length': String(20 * 1024 * 1024 + 1) }, 413],
    ]
    for (const [headers, status] of refusedAtOnce) {
      const upload = announced(port, headers)
      assert.equal(await upload.status, status)
      upload.break()
    }
    const uploads = [announced(port, { cookie }), announced(port, { cookie }), announced(port, { cookie })]
    const first = await Promise.race(uploads.map(async (upload) => ({ status: await upload.status, upload })))
    assert.equal(first.status, 503, 'the third is asked to come again')
    const taken = uploads.filter((upload) => upload !== first.upload)
    for (const upload of taken) upload.end('п'.repeat(500))
    assert.deepEqual(await Promise.all(taken.map((upload) => upload.status)), [200, 200])
    const next = announced(port, { cookie })
    next.end('п'.repeat(500))
    assert.equal(await next.status, 200, 'the place is free again')
  } finally {
    await app.close()
  }
})
