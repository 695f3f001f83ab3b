import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page as BrowserPage } from 'playwright-core'
import { launchProfile } from '#tests/browser.ts'
import { PASSWORD, type Page, type Teacher } from './school.ts'
import { newFolder, removeFolder } from './system.ts'

/** `work/student` → mark. */
export type Cells = Map<string, string>
export type Desk = {
  /** Puts a mark into so many cells that were never touched. */
  type(count: number): Promise<void>
  /** What the page says it has: accepted by the server, or kept on this device. */
  promised(): Promise<Cells>
  waitingCells(): Promise<number>
  /** Cuts the pages and the service worker off and back on, as the browser's own tools would (Network.emulateNetworkConditions). */
  network(on: boolean): Promise<void>
  /** SIGKILL, and the same person comes back on the same computer. */
  kill(): Promise<void>
  reload(): Promise<void>
  /** Signs in when the page asks for it. */
  enter(): Promise<void>
  typed: Cells
  close(): Promise<void>
}

const grid = '[role=grid]'

/** A teacher before an open journal page, in a browser with a profile of its own. */
export async function sitDown(address: string, teacher: Teacher): Promise<Desk> {
  const profile = newFolder()
  const typed: Cells = new Map()
  let context: BrowserContext
  let page: BrowserPage
  let places: string[] = []
  let hands = Promise.resolve() // one pair: what is asked for at once is typed in turn

  async function launch(): Promise<void> {
    context = await launchProfile(profile)
    context.setDefaultTimeout(30_000)
    page = context.pages()[0] ?? (await context.newPage())
    await page.goto(`${address}/journal/${teacher.page.courseId}`)
    await enter()
  }

  async function enter(): Promise<void> {
    const login = page.getByLabel('Логин')
    const password = page.getByLabel('Пароль', { exact: true })
    await page.locator(grid).or(password).first().waitFor()
    if (await password.isVisible()) {
      if (await login.isVisible()) await login.fill(teacher.login)
      await password.fill(PASSWORD)
      await password.press('Enter')
      await password.waitFor({ state: 'detached' })
      if ((await page.locator(grid).count()) === 0) await page.goto(`${address}/journal/${teacher.page.courseId}`)
    }
    await page.locator(grid).waitFor()
    places = await placesOf(page, teacher.page)
  }

  async function put(count: number): Promise<void> {
    for (const place of places.filter((one) => !typed.has(one)).slice(0, count)) {
      const mark = String(2 + randomInt(4))
      typed.set(place, mark)
      await page.locator(`${grid} [data-place="${place}"]`).click()
      await page.keyboard.press(mark)
    }
  }

  const desk: Desk = {
    typed,
    enter,
    type(count) {
      hands = hands.catch(() => {}).then(() => put(count))
      return hands
    },
    async promised() {
      const kept = new Set(await page.evaluate(keptSlots))
      const shown = await page.locator(`${grid} [data-place]`).evaluateAll((cells) =>
        cells.map((one) => ({
          place: one.getAttribute('data-place')!,
          text: one.textContent ?? '',
          state: one.getAttribute('data-state'),
        })),
      )
      const safe = shown.filter(
        ({ place, text, state }) => text !== '' && (state === null || kept.has(`mark:${place.replace('/', ':')}`)),
      )
      return new Map(safe.map(({ place, text }) => [place, text]))
    },
    waitingCells: () => page.locator(`${grid} [data-place][data-state]`).count(),
    network: (on) => context.setOffline(!on),
    async kill() {
      const gone = new Promise((done) => context.once('close', done))
      for (const pid of processesOf(profile)) process.kill(pid, 'SIGKILL')
      await gone
      await launch()
    },
    async reload() {
      await page.reload()
      await enter()
    },
    async close() {
      await context.close().catch(() => {})
      removeFolder(profile)
    },
  }
  await launch()
  return desk
}

/** Gives every cell the name of its work and student, in the order in which the server lists them. */
async function placesOf(page: BrowserPage, { courseId, lessons, students }: Page): Promise<string[]> {
  await page.locator(`${grid} [aria-rowindex="${students.length + 1}"] [aria-colindex="${lessons.length + 1}"]`).waitFor()
  return page.evaluate(
    async ({ courseId, grid }) => {
      const remembered = localStorage.getItem('fault-test-order')
      const answer = remembered ?? (await (await fetch(`/api/journal.page?courseId=${courseId}`)).text())
      localStorage.setItem('fault-test-order', answer)
      const { lessons, students } = JSON.parse(answer) as {
        lessons: { works: { workId: string }[] }[]
        students: { studentId: string }[]
      }
      const works = lessons.flatMap((lesson) => lesson.works.map((work) => work.workId))
      return students.flatMap(({ studentId }, row) =>
        works.map((workId, column) => {
          const place = `${workId}/${studentId}`
          const cell = document.querySelector(`${grid} [aria-rowindex="${row + 2}"] [aria-colindex="${column + 2}"]`)
          cell?.setAttribute('data-place', place)
          return place
        }),
      )
    },
    { courseId, grid },
  )
}

/** Slots of what the browser has on its own disk. */
async function keptSlots(): Promise<string[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name!).filter((name) => name.includes('outbox'))
  const slots: string[] = []
  for (const name of names) {
    const db = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => done(request.result)
      request.onerror = () => fail(request.error)
    })
    const operations = await new Promise<{ slot: string }[]>((done, fail) => {
      const request = db.transaction('operations').objectStore('operations').getAll()
      request.onsuccess = () => done(request.result as { slot: string }[])
      request.onerror = () => fail(request.error)
    })
    db.close()
    slots.push(...operations.map(({ slot }) => slot))
  }
  return slots
}

/** The browser and its children of this profile. */
function processesOf(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').includes(`--user-data-dir=${profile}`)
      } catch {
        return false
      }
    })
    .map(Number)
}
