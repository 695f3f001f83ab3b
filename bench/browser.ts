import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '#tests/browser.ts'
import { findFixture } from './fixture.ts'
import { median, percentile } from './load.ts'
import type { Measured } from './serverProcess.ts'
import { atMost, type Row, row } from './table.ts'

const FRAME_MS = 1000 / 60
/** Bytes: what is smaller grows when it is compressed, and goes as it is. */
const WORTH_PACKING = 200
/** The cell that takes the next key. */
const cell = '[role="grid"] [role="gridcell"][tabindex="0"]'
const web = join(import.meta.dirname, '../dist/web')

/** What a teacher's and a family's hands feel, in Chromium, on the page of 30 × 100. */
export async function measureBrowser(server: Measured): Promise<Row[]> {
  const { pages, students } = await findFixture(server.ownerUrl)
  const browser = await launchBrowser()
  try {
    const { courseId, cookie } = pages[0]!
    const teacher = await signedIn(browser, server.address, cookie)
    const page = await teacher.newPage()
    const journal = `${server.address}/journal/${courseId}`
    await openUntil(page, journal, cell)
    const usable: number[] = []
    for (let i = 0; i < 5; i++) usable.push(await openUntil(page, journal, cell))
    const keys = await typeMarks(page)
    const family = await signedIn(browser, server.address, students[0]!.cookie)
    const scripts = await scriptsOf(await family.newPage(), `${server.address}/diary`)
    return [
      atMost('Journal: usable after a warm navigation', median(usable) / 1000, 's', 1),
      atMost('Key to paint: median, CPU slowed 4×', median(keys), 'ms', Math.round(FRAME_MS * 10) / 10),
      atMost('Key to paint: p95, CPU slowed 4×', percentile(keys, 0.95), 'ms', 50),
      atMost('Diary: scripts, gzip', scripts.bytes / 1000, 'KB', 200),
      row('Diary: scripts not precompressed', scripts.plain, '', '= 0', scripts.plain === 0),
    ]
  } finally {
    await browser.close()
  }
}

/** A window of somebody who is signed in; the caller closes its browser. */
export async function signedIn(browser: Browser, address: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: 'zvonok', value: cookie, url: address, httpOnly: true, sameSite: 'Lax' }])
  return context
}

/** Opens the page; answers after how many milliseconds it had what is waited for. */
export async function openUntil(page: Page, address: string, selector: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  return page.evaluate(
    (selector) =>
      new Promise<number>((done) => {
        const look = () => {
          if (document.querySelector(selector)) done(performance.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
    selector,
  )
}

/** Marks into the cells downwards, one every tenth of a second; answers the time from each key to the frame that shows it. */
async function typeMarks(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.locator(cell).focus()
  await page.evaluate(() => {
    const times: number[] = []
    let pressed: number[] = []
    let framed: number[] = []
    const { port1, port2 } = new MessageChannel() // its message comes after the frame has been painted
    port1.onmessage = () => {
      const painted = performance.now()
      for (const at of framed) times.push(painted - at)
      framed = []
    }
    const frame = () => {
      framed.push(...pressed)
      pressed = []
      port2.postMessage(null)
    }
    Object.assign(window, { times })
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        if (pressed.push(timeStamp) === 1) requestAnimationFrame(frame)
      },
      { capture: true },
    )
  })
  const keys = ['5', 'ArrowDown', '4', 'ArrowDown', '3', 'ArrowDown', 'ArrowLeft', '5', 'ArrowUp', 'ArrowUp']
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press(keys[i % keys.length]!)
    await page.waitForTimeout(100)
  }
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return times.slice(10)
}

/** All scripts that the diary asked for until nothing more came, by the size of their precompressed twins. */
async function scriptsOf(page: Page, address: string): Promise<{ bytes: number; plain: number }> {
  const paths = new Set<string>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') paths.add(new URL(response.url()).pathname)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const scripts = [...paths].map((path) => {
    const packed = existsSync(join(web, `${path}.gz`))
    return { packed, size: statSync(join(web, packed ? `${path}.gz` : path)).size }
  })
  return {
    bytes: scripts.reduce((sum, { size }) => sum + size, 0),
    plain: scripts.filter(({ packed, size }) => !packed && size > WORTH_PACKING).length,
  }
}
