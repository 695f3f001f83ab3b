import type { Page } from 'playwright-core'
import { launchBrowser } from '#tests/browser.ts'
import { openUntil, signedIn } from './browser.ts'
import { signInAdministrator } from './fixture.ts'
import { median } from './load.ts'
import type { Measured } from './serverProcess.ts'
import { atMost, type Row, row } from './table.ts'

/** Rare enough that each gives another first page than the whole list has. */
const LETTERS = [...'фжшцщфжшцщф']

/** The longest list of a school, as its administrator meets it: the guardians of a thousand students. */
export async function measureLists(server: Measured): Promise<Row[]> {
  const cookie = await signInAdministrator(server.ownerUrl)
  const browser = await launchBrowser()
  try {
    const page = await (await signedIn(browser, server.address, cookie)).newPage()
    const list = `${server.address}/school/people?kind=guardian`
    const ready = 'main tbody tr'
    await openUntil(page, list, ready)
    const usable: number[] = []
    for (let i = 0; i < 5; i++) usable.push(await openUntil(page, list, ready))
    const keys = await search(page)
    return [
      atMost('People list: usable after a warm navigation', median(usable) / 1000, 's', 1),
      row('People list: key in search to painted list, CPU slowed 4×', median(keys), 'ms', '', true),
    ]
  } finally {
    await browser.close()
  }
}

/** A letter into the empty search, again and again; answers the time from each to the frame that shows the narrowed list. */
async function search(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const field = page.getByRole('searchbox')
  await field.focus()
  const times: number[] = []
  for (const letter of LETTERS) {
    const painted = await page.evaluateHandle(narrowing)
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter })
    times.push(await painted.evaluate(({ took }) => took))
    await field.press('Escape')
    await page.waitForTimeout(300)
  }
  return times.slice(1)
}

/** Runs in the page: the milliseconds from the next key to the frame in which the rows are other ones. */
function narrowing(): { took: Promise<number> } {
  const took = new Promise<number>((done) => {
    let pressed = 0
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true, once: true })
    const { port1, port2 } = new MessageChannel() // its message comes after the frame has been painted
    port1.onmessage = () => done(performance.now() - pressed)
    const observer = new MutationObserver(() => {
      observer.disconnect()
      requestAnimationFrame(() => port2.postMessage(null))
    })
    observer.observe(document.querySelector('main tbody')!, { subtree: true, childList: true, characterData: true })
  })
  return { took }
}
