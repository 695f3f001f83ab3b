import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Locator, Page } from 'playwright-core'
import { clockFrom } from '#server/platform/clock.ts'
import { type Running, start } from '#server/start.ts'
import { launchBrowser } from '#tests/browser.ts'

/** Thursday 20 August 2026, noon in Moscow: the administrator of a school sits down to it. */
const NOW = '2026-08-20T09:00:00Z'
/** Set to a folder, every `look` leaves a picture there: wide and light, narrow and dark. */
const pictures = process.env.ZVONOK_PICTURES ?? ''

export type Walk = {
  page: Page
  link: string
  address: string
  click(what: Locator): Promise<void>
  type(what: Locator, text: string): Promise<void>
  choose(what: Locator, option: string): Promise<void>
  /** A file of the newcomer's: a press, and a press in the window of the system. */
  file(name: string, bytes: Buffer): Promise<void>
  look(name: string): Promise<void>
  rows<R>(statement: string): Promise<R[]>
  counted(): { clicks: number; keys: number; files: number }
  troubles: string[]
}

/** A server as `npm start` runs it on an empty database, and a newcomer before it whose presses and keys are counted. */
export async function newcomer(run: (walk: Walk) => Promise<void>): Promise<void> {
  process.env.ZVONOK_UNSAFE_TEST_DATABASE = 'yes'
  const folder = mkdtempSync(join(tmpdir(), 'zvonok-newcomer-'))
  const clock = clockFrom(NOW)
  const codes: string[] = []
  const config = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: '',
    databaseUrl: '',
    dataFolder: folder,
    secretsKey: '',
    trustedProxies: [],
    school: null,
  }
  let running: Running | null = null
  const browser = await launchBrowser()
  try {
    running = await start(config, { clock, tellCode: (code) => codes.push(code) })
    const { address, ownerUrl } = running
    const context = await browser.newContext({
      baseURL: address,
      locale: 'ru-RU',
      timezoneId: 'Europe/Samara',
      colorScheme: 'light',
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 900 },
      serviceWorkers: 'block',
    })
    context.setDefaultTimeout(60_000)
    await context.clock.install({ time: clock.now() })
    const troubles: string[] = []
    context.on('weberror', (error) => troubles.push(String(error.error().stack ?? error.error())))
    context.on('console', (message) => {
      if (message.type() === 'error' && !/^Failed to load resource/.test(message.text())) troubles.push(message.text())
    })
    const page = await context.newPage()
    const counts = { clicks: 0, keys: 0, files: 0 }
    let looked = 0
    await run({
      page,
      address,
      link: `${address}/start#${codes[0]!}`,
      troubles,
      counted: () => counts,
      async click(what) {
        counts.clicks++
        await what.click()
      },
      async type(what, text) {
        counts.clicks++
        counts.keys += text.length
        await what.fill(text)
      },
      async choose(what, option) {
        counts.clicks += 2
        await what.selectOption(option)
      },
      async file(name, buffer) {
        counts.clicks += 2
        counts.files++
        await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
      },
      async look(name) {
        if (!pictures) return
        mkdirSync(pictures, { recursive: true })
        looked++
        const path = (device: string) => join(pictures, `${String(looked).padStart(2, '0')}-${name}-${device}.png`)
        await page.waitForTimeout(300)
        await page.screenshot({ path: path('desk'), fullPage: true })
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.setViewportSize({ width: 390, height: 844 })
        await page.waitForTimeout(300)
        await page.screenshot({ path: path('phone'), fullPage: true })
        await page.setViewportSize({ width: 1440, height: 900 })
        await page.emulateMedia({ colorScheme: 'light' })
      },
      rows: async <R>(statement: string) => {
        const client = new pg.Client({ connectionString: ownerUrl })
        await client.connect()
        try {
          return (await client.query(statement)).rows as R[]
        } finally {
          await client.end()
        }
      },
    })
  } finally {
    await browser.close()
    await running?.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
