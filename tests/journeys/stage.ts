import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { emptySchool } from '#domain/school/rules.ts'
import { layOutSchool } from '#scripts/demo/layOut.ts'
import { hashPassword } from '#server/access/passwords.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { type Running, start } from '#server/start.ts'
import { launchBrowser } from '#tests/browser.ts'

/** Friday 20 November 2026, half past twelve in Moscow: the day on which every journey begins. */
export const NOW = '2026-11-20T09:30:00Z'
export const TODAY = '2026-11-20'
export const PASSWORD = 'journey-2026'

export type Viewport = 'desk' | 'phone'
export type Stage = {
  address: string
  running: Running
  browser: Browser
  /** A window of its own, signed in through the sign-in page. */
  enter(login: string, viewport?: Viewport, theme?: 'light' | 'dark'): Promise<Page>
  /** A window nobody has signed in to. */
  visit(viewport?: Viewport, theme?: 'light' | 'dark'): Promise<Page>
  /** Rows as they stand in the database. */
  rows<R>(statement: string, values?: unknown[]): Promise<R[]>
  close(): Promise<void>
}

/** The demo school on a free port and a real browser before it. One stage serves all journeys of a file. */
export async function openStage(): Promise<Stage> {
  process.env.ZVONOK_UNSAFE_TEST_DATABASE = 'yes'
  const folder = mkdtempSync(join(tmpdir(), 'zvonok-journey-'))
  const passwordHash = await hashPassword(PASSWORD)
  const config = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: '',
    databaseUrl: '',
    dataFolder: folder,
    trustedProxies: [],
    school: emptySchool,
  }
  const running = await start(config, {
    clock: clockFrom(NOW),
    prepare: async (ownerUrl) => {
      const client = new pg.Client({ connectionString: ownerUrl })
      await client.connect()
      await layOutSchool(client, { schoolId: 1, seed: 12, today: TODAY, size: 'demo', passwordHash })
      await client.query('analyze')
      await client.end()
    },
  })
  const owner = new pg.Pool({ connectionString: running.ownerUrl, max: 1 })
  owner.on('error', () => {})
  const browser = await launchBrowser()
  const contexts = new Set<BrowserContext>()

  async function visit(viewport: Viewport = 'desk', theme: 'light' | 'dark' = 'light'): Promise<Page> {
    const phone = viewport === 'phone'
    const context = await browser.newContext({
      baseURL: running.address,
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
      colorScheme: theme,
      viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      hasTouch: phone,
      isMobile: phone,
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    contexts.add(context)
    context.on('close', () => contexts.delete(context))
    await context.clock.install({ time: NOW })
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== running.address) throw new Error(`a foreign host was asked: ${request.url()}`)
    })
    return page
  }

  return {
    address: running.address,
    running,
    browser,
    visit,
    async enter(login, viewport, theme) {
      const page = await visit(viewport, theme)
      await page.goto('/')
      await page.getByLabel('Логин').fill(login)
      await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Войти' }).click()
      await page.getByRole('navigation').first().waitFor()
      return page
    },
    rows: async <R>(statement: string, values: unknown[] = []) => (await owner.query(statement, values)).rows as R[],
    async close() {
      await Promise.all([...contexts].map((context) => context.close()))
      await browser.close()
      await owner.end()
      await running.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
