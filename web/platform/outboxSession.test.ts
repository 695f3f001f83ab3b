import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBrowser, createServer } from '#tests/outbox/fakes.ts'
import { setMark } from '#tests/outbox/typed.ts'
import { isEmpty, states, until } from '#tests/outbox/until.ts'
import { Problem } from './problem.ts'

const five = setMark('w', 's', '', '5')

for (const [status, code] of [
  [401, 'access.signedOut'],
  [423, 'access.locked'],
  [403, 'access.mustChangePassword'],
  [403, 'access.mustAcceptTerms'],
  [403, 'access.mustProtect'],
] as const) {
  test(`${code}: the queue waits for the session and goes on`, async () => {
    const server = createServer()
    server.answer = () => new Problem(status, code, {}, '')
    const outbox = createBrowser().openTab('p1', server.send)
    await outbox.start()
    await Promise.all([outbox.submit(five), outbox.submit(setMark('w', 't', '', '4'))])
    await until(outbox, () => outbox.statusNow().paused === code && states(outbox).every((state) => state.endsWith('kept')))
    const asked = server.asked.length
    outbox.kick()
    outbox.nudge()
    await outbox.submit(setMark('w', 'u', '', '3'))
    assert.equal(server.asked.length, asked)
    server.answer = () => null
    outbox.resume()
    await isEmpty(outbox)
    assert.equal(server.landed.length, 3)
  })
}

test('«signed out», asked before the person came back and heard after, pauses nothing', async () => {
  const server = createServer()
  const late = Promise.withResolvers<void>()
  let asked = 0
  const send: typeof server.send = async (name, input, id) => {
    if (++asked > 1) return server.send(name, input, id)
    await late.promise
    throw new Problem(401, 'access.signedOut', {}, '')
  }
  const outbox = createBrowser().openTab('p1', send)
  await outbox.start()
  await outbox.submit(five)
  while (asked === 0) await new Promise(setImmediate)
  outbox.resume()
  late.resolve()
  await isEmpty(outbox)
  assert.deepEqual([asked, server.landed.length, outbox.statusNow().paused], [2, 1, null])
})
