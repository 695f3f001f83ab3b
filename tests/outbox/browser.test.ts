import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '#tests/browser.ts'
import { buildPage } from './buildPage.ts'
import { createHttpServer } from './httpServer.ts'
import { startKillable } from './killable.ts'
import type { TestPage } from './page.ts'

declare global {
  interface Window {
    outbox: TestPage
  }
}

let script: string
let browser: Browser

before(async () => {
  script = await buildPage()
  browser = await launchBrowser()
})
after(() => browser.close())

/** A server and a browser profile of the test's own. */
async function arrange(t: TestContext) {
  const server = await createHttpServer(script)
  const context = await browser.newContext()
  t.after(async () => {
    await context.close()
    await server.kill()
  })
  return { server, context }
}

async function open(context: BrowserContext, url: string, personId = 'p1'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate((id) => window.outbox.session(id, 'open'), personId)
  return page
}

const type = (page: Page, students: string[]) =>
  page.evaluate((all) => Promise.all(all.map((one) => window.outbox.mark(one, '5'))), students)
const waiting = (page: Page) => page.evaluate(() => window.outbox.queueNow().length)
const empty = (page: Page) => page.waitForFunction(() => window.outbox.queueNow().length === 0)
const heard = (page: Page, count: number) => page.waitForFunction((all) => window.outbox.settled.length === all, count)
const unreachable = (page: Page) => page.waitForFunction(() => window.outbox.queueStatusNow().unreachable)
const pupils = (count: number) => Array.from({ length: count }, (_, i) => `s${i}`)
const wake = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')))

test('sixty marks without a network, the browser killed at once: all sixty are there after the restart and land once', async (t) => {
  const server = await createHttpServer(script)
  const folder = await mkdtemp(join(tmpdir(), 'zvonok-profile-'))
  t.after(async () => {
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  })
  const first = await startKillable(folder)
  const page = await open(first.context, server.url)
  await first.context.setOffline(true)
  await type(page, pupils(60))
  await first.kill()
  assert.equal(server.landed.length, 0)

  server.feels('signed out')
  const second = await startKillable(folder)
  t.after(second.kill)
  const again = await open(second.context, server.url)
  await again.waitForFunction(() => window.outbox.queueNow().length === 60)
  await again.evaluate(() => window.outbox.session('p1', 'ended'))
  server.feels('well')
  await again.evaluate(() => window.outbox.session('p1', 'open'))
  await empty(again)
  assert.deepEqual([server.landed.length, server.marks.size], [60, 60])
})

test('the tab is closed as soon as a mark is kept: the next tab sends it', async (t) => {
  const { server, context } = await arrange(t)
  const page = await open(context, server.url)
  await context.setOffline(true)
  await type(page, pupils(5))
  await page.close()
  await context.setOffline(false)
  await heard(await open(context, server.url), 5)
  assert.equal(server.landed.length, 5)
})

test('the replies are lost: the marks are sent again and land once', async (t) => {
  const { server, context } = await arrange(t)
  const page = await open(context, server.url)
  server.feels('drops replies')
  await type(page, pupils(6))
  await unreachable(page)
  assert.ok((await waiting(page)) > 0)
  server.feels('well')
  await wake(page)
  await empty(page)
  assert.equal(server.landed.length, 6)
  assert.ok(server.asked() > 6)
})

test('a mark typed over one whose reply was lost: both land, in order', async (t) => {
  const { server, context } = await arrange(t)
  const page = await open(context, server.url)
  server.feels('drops replies')
  await type(page, ['s'])
  await unreachable(page)
  await page.evaluate(() => window.outbox.mark('s', '4', '5'))
  server.feels('well')
  await wake(page)
  await empty(page)
  assert.deepEqual(
    server.landed.map(({ value }) => value),
    ['5', '4'],
  )
})

test('the server is killed with marks in flight and started again', async (t) => {
  const { server, context } = await arrange(t)
  const page = await open(context, server.url)
  server.feels('hangs')
  await type(page, pupils(10))
  await page.waitForFunction(() => window.outbox.queueNow().some((op) => op.state === 'sending'))
  await server.kill()
  await unreachable(page)
  server.feels('well')
  await server.start()
  await wake(page)
  await empty(page)
  assert.equal(server.landed.length, 10)
})

test('two tabs, eighty marks at once: eighty land once, and both tabs hear of all', async (t) => {
  const { server, context } = await arrange(t)
  const tabs = [await open(context, server.url), await open(context, server.url)]
  await Promise.all([type(tabs[0]!, pupils(80).slice(0, 40)), type(tabs[1]!, pupils(80).slice(40))])
  for (const tab of tabs) {
    await empty(tab)
    await heard(tab, 80)
  }
  assert.deepEqual([server.landed.length, server.asked()], [80, 80])
})

test('the session ends: the marks wait, and go when the teacher has signed in again', async (t) => {
  const { server, context } = await arrange(t)
  const page = await open(context, server.url)
  server.feels('signed out')
  await type(page, pupils(6))
  await page.waitForFunction(() => window.outbox.queueStatusNow().paused === 'access.signedOut')
  await page.evaluate(() => window.outbox.session('p1', 'ended'))
  assert.equal(await waiting(page), 6)
  const asked = server.asked()
  await type(page, ['s6'])
  await wake(page)
  assert.equal(server.asked(), asked)
  server.feels('well')
  await page.evaluate(() => window.outbox.session('p1', 'open'))
  await empty(page)
  assert.equal(server.landed.length, 7)
})

test('another person on the same computer neither sees nor sends the marks', async (t) => {
  const { server, context } = await arrange(t)
  const first = await open(context, server.url)
  server.feels('signed out')
  await type(first, pupils(4))
  await first.waitForFunction(() => window.outbox.queueStatusNow().paused !== null)

  server.feels('well')
  const second = await open(context, server.url, 'p2')
  await first.waitForFunction(() => window.outbox.queueStatusNow().paused === 'outbox.somebodyElse')
  assert.equal(await waiting(second), 0)
  await type(second, ['t'])
  await empty(second)
  await wake(first)
  assert.deepEqual(
    server.landed.map(({ student }) => student),
    ['t'],
  )

  await second.close()
  await heard(await open(context, server.url), 4)
  assert.equal(server.landed.length, 5)
})

test('a colleague was there first: the value stays with its reason until the teacher decides', async (t) => {
  const { server, context } = await arrange(t)
  const page = await open(context, server.url)
  server.marks.set('s', '3')
  const [id] = await type(page, ['s'])
  await page.waitForFunction(() => window.outbox.queueNow()[0]?.state === 'refused')
  assert.equal(await page.evaluate(() => window.outbox.queueNow()[0]?.problem?.params.value), '3')
  await page.reload()
  await page.evaluate(() => window.outbox.session('p1', 'open'))
  await page.waitForFunction(() => window.outbox.queueNow()[0]?.state === 'refused')
  await page.evaluate((refused) => {
    const { input } = window.outbox.queueNow()[0]!
    return window.outbox.resubmit(refused, {
      ...(input as object),
      expected: { values: [3], dueOn: null, comment: '', basis: '' },
    })
  }, id!)
  await empty(page)
  assert.equal(server.marks.get('s'), '5')
})

test('a browser without a database: the teacher is told, and the mark is sent from the screen', async (t) => {
  const { server, context } = await arrange(t)
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  const page = await open(context, server.url)
  await context.setOffline(true)
  await assert.rejects(type(page, ['s']), /Не удалось сохранить запись на этом устройстве/)
  assert.equal(await page.evaluate(() => window.outbox.queueNow()[0]?.state), 'storing')
  await context.setOffline(false)
  await wake(page)
  await empty(page)
  assert.equal(server.landed.length, 1)
})
