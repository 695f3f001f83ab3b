import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBrowser, createClock, createServer } from '#tests/outbox/fakes.ts'
import { addWork, setMark, setMarks, setTopic } from '#tests/outbox/typed.ts'
import { isEmpty, states, until } from '#tests/outbox/until.ts'
import { NotStored } from './outboxQueue.ts'
import { cellsOf } from './outboxShapes.ts'
import { Problem } from './problem.ts'

const five = setMark('w', 's', '', '5')
test('a mark is shown at once, kept when it is on the disk, gone when the server has it', async () => {
  const server = createServer()
  const outbox = createBrowser().openTab('p1', server.send)
  await outbox.start()
  const seen: string[] = []
  outbox.subscribe(() => seen.push(states(outbox).join() || 'nothing'))
  await outbox.submit(five)
  await isEmpty(outbox)
  assert.deepEqual(
    seen.filter((one, index) => one !== seen[index - 1]),
    ['mark:w:s storing', 'mark:w:s kept', 'mark:w:s sending', 'nothing'],
  )
  assert.equal(server.landed.length, 1)
})

test('the snapshot stays the same object until something changes', async () => {
  const outbox = createBrowser().openTab('p1', createServer().send)
  await outbox.start()
  await outbox.submit(five)
  await isEmpty(outbox)
  assert.equal(outbox.queueNow(), outbox.queueNow())
  assert.equal(outbox.statusNow(), outbox.statusNow())
})

test('a day without a network, the tab closed in the evening: in the morning everything goes', async () => {
  const browser = createBrowser()
  const server = createServer()
  server.down = true
  const evening = browser.openTab('p1', server.send)
  await evening.start()
  await Promise.all(Array.from({ length: 60 }, (_, i) => evening.submit(setMark('w', `s${i}`, '', '5'))))
  await until(evening, () => evening.statusNow().unreachable)
  evening.close()

  server.down = false
  const morning = browser.openTab('p1', server.send)
  await morning.start()
  await isEmpty(morning)
  assert.equal(new Set(server.landed.map(({ input }) => cellsOf({ name: 'marks.set', slot: '', input })[0]!.place)).size, 60)
  assert.equal(server.landed.length, 60)
})

test('the reply is lost: the same id goes again and lands once', async () => {
  const clock = createClock()
  const server = createServer()
  const outbox = createBrowser().openTab('p1', server.send, clock)
  await outbox.start()
  server.losesReplies = true
  await outbox.submit(five)
  await until(outbox, () => outbox.statusNow().unreachable && states(outbox)[0] === 'mark:w:s kept')
  server.losesReplies = false
  clock.pass(2_000)
  await isEmpty(outbox)
  assert.deepEqual([server.asked.length, server.landed.length, new Set(server.asked).size], [2, 1, 1])
})

test('tries are 1, 2, 4 seconds apart, never more than 30', async () => {
  const clock = createClock()
  const server = createServer()
  server.down = true
  const outbox = createBrowser().openTab('p1', server.send, clock)
  await outbox.start()
  await outbox.submit(five)
  const gaps: number[] = []
  for (let i = 0; i < 8; i++) {
    await until(outbox, () => server.asked.length === i + 1 && states(outbox)[0] === 'mark:w:s kept')
    gaps.push(await clock.passToNext())
  }
  assert.deepEqual(gaps, [1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
  outbox.close()
})

test('the network is back: no more waiting', async () => {
  const server = createServer()
  server.down = true
  const outbox = createBrowser().openTab('p1', server.send, createClock())
  await outbox.start()
  await outbox.submit(five)
  await until(outbox, () => outbox.statusNow().unreachable)
  server.down = false
  outbox.nudge()
  await isEmpty(outbox)
})

test('one operation that breaks the server does not hold back the others', async () => {
  const server = createServer()
  server.answer = (name) => (name === 'journal.setTopic' ? new Problem(500, 'server.failed', {}, 'Ошибка') : null)
  const outbox = createBrowser().openTab('p1', server.send, createClock())
  await outbox.start()
  await Promise.all([outbox.submit(setTopic('l', '', 'Дроби')), outbox.submit(five), outbox.submit(setMark('w', 't', '', '4'))])
  await until(outbox, () => server.landed.length === 2 && states(outbox).join() === 'topic:l kept')
  assert.equal(outbox.queueNow()[0]?.problem?.text, 'Ошибка')
  outbox.close()
})

test('a refusal stays with its reason until the person decides', async () => {
  const server = createServer()
  server.answer = () => new Problem(422, 'journal.termLocked', {}, 'Период закрыт.')
  const outbox = createBrowser().openTab('p1', server.send)
  await outbox.start()
  const told: string[] = []
  outbox.onSettled((op, outcome) => told.push(`${op.slot} ${outcome}`))
  const id = await outbox.submit(five)
  await until(outbox, () => states(outbox)[0] === 'mark:w:s refused')
  assert.equal(outbox.queueNow()[0]?.problem?.text, 'Период закрыт.')
  assert.deepEqual(told, ['mark:w:s refused'])
  server.answer = () => null
  await outbox.resubmit(id, setMark('w', 's', '3', '5').input)
  await isEmpty(outbox)
  assert.deepEqual(told, ['mark:w:s refused', 'mark:w:s saved'])
  await assert.rejects(outbox.resubmit(id, five.input), /другой вкладке/)
})

test('a column refused for one cell lands in all the others', async () => {
  const server = createServer()
  server.answer = (_name, input) =>
    JSON.stringify(input).includes('"t"') ? new Problem(409, 'journal.changedMeanwhile', {}, '') : null
  const outbox = createBrowser().openTab('p1', server.send)
  await outbox.start()
  await outbox.submit(setMarks('w', ['s', '', '5'], ['t', '', '5'], ['u', '', '5']))
  await until(outbox, () => states(outbox).join() === 'mark:w:t refused')
  assert.equal(server.landed.length, 2)
})

test('marks of a new column reach the server after it', async () => {
  const server = createServer()
  const outbox = createBrowser().openTab('p1', server.send)
  await outbox.start()
  await Promise.all([outbox.submit(addWork('w')), outbox.submit(five), outbox.submit(setMark('w', 't', '', '4'))])
  await isEmpty(outbox)
  assert.equal(server.landed[0]?.name, 'marks.addWork')
})

test('two tabs of one teacher: everything lands once, and both hear of it', async () => {
  const browser = createBrowser()
  const server = createServer()
  const tabs = [browser.openTab('p1', server.send), browser.openTab('p1', server.send)]
  const told = [0, 0]
  for (const [index, tab] of tabs.entries()) {
    await tab.start()
    tab.onSettled(() => told[index]!++)
  }
  await Promise.all(Array.from({ length: 80 }, (_, i) => tabs[i % 2]!.submit(setMark('w', `s${i}`, '', '5'))))
  for (const tab of tabs) await isEmpty(tab)
  assert.deepEqual([server.landed.length, server.asked.length], [80, 80])
  assert.deepEqual(told, [80, 80])
})

test('the tab that was sending dies: the next one sends again under the same id', async () => {
  const browser = createBrowser()
  const server = createServer()
  server.hangs = true
  const dying = browser.openTab('p1', server.send)
  await dying.start()
  await dying.submit(five)
  await until(dying, () => states(dying)[0] === 'mark:w:s sending')
  dying.close()
  server.hangs = false
  const next = createBrowser(browser.disk).openTab('p1', server.send)
  await next.start()
  await isEmpty(next)
  assert.deepEqual([server.asked.length, new Set(server.asked).size, server.landed.length], [2, 1, 1])
})

test('another person on the same computer neither sees nor sends it; it waits for its author', async () => {
  const browser = createBrowser()
  const server = createServer()
  server.down = true
  const first = browser.openTab('p1', server.send, createClock())
  await first.start()
  await first.submit(five)
  await until(first, () => first.statusNow().unreachable)

  const second = browser.openTab('p2', server.send)
  await second.start()
  assert.deepEqual(second.queueNow(), [])
  server.down = false
  await second.submit(setMark('w', 't', '', '4'))
  await isEmpty(second)
  first.nudge()
  assert.equal(first.statusNow().paused, 'outbox.somebodyElse')
  assert.deepEqual(
    server.landed.map(({ input }) => (input as { studentId: string }).studentId),
    ['t'],
  )

  second.close()
  const again = browser.openTab('p1', server.send)
  await again.start()
  await isEmpty(again)
  assert.equal(server.landed.length, 2)
})

test('even a tab that did not hear of the other person does not send', async () => {
  const disk = createBrowser().disk
  const server = createServer()
  const deaf = createBrowser(disk).openTab('p1', server.send)
  await deaf.start()
  await createBrowser(disk).openTab('p2', server.send).start()
  await deaf.submit(five)
  await until(deaf, () => deaf.statusNow().paused !== null)
  assert.deepEqual([server.asked.length, states(deaf)], [0, ['mark:w:s kept']])
})

test('the disk is full: the person is told, the value stays on the screen and is sent from there', async () => {
  const browser = createBrowser()
  const server = createServer()
  const outbox = browser.openTab('p1', server.send, createClock())
  await outbox.start()
  browser.disk.full = true
  server.down = true
  await assert.rejects(outbox.submit(five), (error) => error instanceof NotStored && /не закрывайте вкладку/.test(error.message))
  await until(outbox, () => outbox.statusNow().unreachable)
  assert.deepEqual(states(outbox), ['mark:w:s storing'])
  assert.equal(outbox.queueNow()[0]?.problem?.code, 'outbox.notStored')
  server.down = false
  outbox.nudge()
  await isEmpty(outbox)
  assert.equal(server.landed.length, 1)
})

test('the disk has space again: what lived on the screen is kept', async () => {
  const browser = createBrowser()
  const server = createServer()
  server.down = true
  const outbox = browser.openTab('p1', server.send, createClock())
  await outbox.start()
  await outbox.submit(setMark('w', 'r', '', '3'))
  browser.disk.full = true
  await assert.rejects(outbox.submit(five))
  browser.disk.full = false
  await outbox.submit(setMark('w', 't', '', '4'))
  await until(outbox, () => states(outbox).every((state) => state.endsWith('kept')))
  assert.deepEqual(
    browser.disk.all().map((op) => op.slot),
    ['mark:w:r', 'mark:w:s', 'mark:w:t'],
  )
  outbox.close()
})

test('a screen that fails while it hears the news stops neither the queue nor the other screens', async () => {
  const browser = createBrowser()
  const outbox = browser.openTab('p1', createServer().send)
  await outbox.start()
  let told = 0
  outbox.onSettled(() => {
    throw new Error('a broken screen')
  })
  outbox.onSettled(() => told++)
  await outbox.submit(five)
  await isEmpty(outbox)
  assert.deepEqual([told, browser.faults.length], [1, 1])
})
