import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLastWord } from '#domain/platform/refusal.ts'
import { refusals } from '#domain/texts.ts'
import { statusOf } from '#server/platform/http.ts'
import { verdictOf } from '#web/platform/outboxAnswers.ts'
import { Problem } from '#web/platform/problem.ts'
import { createBrowser, createServer } from './outbox/fakes.ts'
import { setMark, setMarks } from './outbox/typed.ts'
import { states, until } from './outbox/until.ts'

const five = setMark('w', 's', '', '5')

test('what the queue takes for the last word is what the server holds to, of every refusal there is', () => {
  const codes = Object.keys(refusals)
  const heard = (code: string) => verdictOf(new Problem(statusOf(code), code, {}, '')).kind === 'refused'
  assert.deepEqual(codes.filter(heard), codes.filter(isLastWord))
  assert.deepEqual(codes.filter((code) => !isLastWord(code)).sort(), [
    'access.busy',
    'access.locked',
    'access.mustAcceptTerms',
    'access.mustChangePassword',
    'access.mustProtect',
    'access.signedOut',
    'access.tooManyAttempts',
    'server.failed',
    'server.unavailable',
  ])
})

test('whatever is said after a refusal is another operation: written anew, typed again, the cells of a column one by one', async () => {
  const server = createServer()
  server.answer = () => new Problem(409, 'journal.changedMeanwhile', {}, '')
  const outbox = createBrowser().openTab('p1', server.send)
  await outbox.start()
  const first = await outbox.submit(five)
  await until(outbox, () => states(outbox)[0] === 'mark:w:s refused')
  await outbox.resubmit(first, setMark('w', 's', '3', '5').input)
  await until(outbox, () => server.asked.length === 2 && states(outbox)[0] === 'mark:w:s refused')
  await outbox.submit(five)
  await until(outbox, () => server.asked.length === 3 && states(outbox).join() === 'mark:w:s refused')
  await outbox.submit(setMarks('w', ['t', '', '5'], ['u', '', '5']))
  await until(outbox, () => states(outbox).filter((state) => state.endsWith('refused')).length === 3)
  assert.equal(server.asked.length, 6)
  assert.equal(new Set(server.asked).size, 6)
})
