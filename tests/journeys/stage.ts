import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { emptySchool } from '#domain/school/rules.ts'
import { type Clock, clockFrom } from '#server/platform/clock.ts'
import { type Running, start } from '#server/start.ts'
import { launchBrowser } from '#tests/browser.ts'
import { forgetSchools, newSchool, PASSWORD, removeFolder, TODAY } from './school.ts'

export { PASSWORD, TODAY }

/** Half past twelve in Moscow of the day on which every journey begins. */
export const NOW = `${TODAY}T09:30:00Z`

export type Device = {
  viewport?: 'desk' | 'phone'
  theme?: 'light' | 'dark'
  /** With the service worker that opens pages without a network. */
  offline?: boolean
}

export type Stage = {
  address: string
  browser: Browser
  /** A window of its own, signed in and at the person's first page. */
  enter(login: string, device?: Device): Promise<Page>
  /** A window nobody has signed in to. */
  visit(device?: Device): Promise<Page>
  /** Rows as they stand in the database. */
  rows<R>(statement: string, values?: unknown[]): Promise<R[]>
  /** Something that happens in the school behind everybody's back: by the owner of the database, in its history, without a live hint. */
  happens(statement: string, values?: unknown[]): Promise<void>
  /** The server with its database stops; `startServer` brings both back on the same address. */
  stopServer(): Promise<void>
  startServer(): Promise<void>
}

export type OpenStage = Stage & {
  troubles: string[]
  /** Of every open window, into the folder of temporary files; answers where they are. */
  takePictures(title: string): Promise<string[]>
  leave(): Promise<void>
  close(): Promise<void>
}

let opened: { file: string | undefined; stage: OpenStage } | null = null

/**
 * A test before a demo school that all journeys of its file share, and a real browser. Its windows close behind it. A foreign host,
 * an error of a page or a breach of the content security policy fails it, whatever it was about. A failure leaves pictures of its
 * windows. `tell` reports a figure.
 */
export function journey(title: string, run: (stage: Stage, tell: (figure: string) => void) => Promise<void>): void {
  test(title, async (context) => {
    const stage = await stageOf(context.filePath)
    try {
      await run(stage, (figure) => context.diagnostic(figure))
      assert.deepEqual(stage.troubles, [])
    } catch (error) {
      for (const picture of await stage.takePictures(title)) context.diagnostic(picture)
      for (const trouble of stage.troubles) context.diagnostic(trouble)
      throw error
    } finally {
      stage.troubles.length = 0
      await stage.leave()
    }
  })
}

async function stageOf(file: string | undefined): Promise<OpenStage> {
  if (opened?.file !== file) {
    await opened?.stage.close()
    opened = null
  }
  opened ??= { file, stage: await openStage() }
  return opened.stage
}

after(async () => {
  await opened?.stage.close()
  await (await launched)?.close()
  await forgetSchools()
})

let launched: Promise<Browser> | null = null

/** A demo school of its own on the day of the clock; whoever opens it closes it. */
export async function openStage(clock: Clock = clockFrom(NOW), today = TODAY): Promise<OpenStage> {
  process.env.ZVONOK_UNSAFE_TEST_DATABASE = 'yes'
  const folder = await newSchool(today)
  const settings = {
    host: '127.0.0.1',
    publicUrl: '',
    databaseUrl: '',
    dataFolder: folder,
    secretsKey: '',
    trustedProxies: [],
    school: emptySchool,
  }
  let running: Running | null = await start({ ...settings, port: 0 }, { clock })
  const { address } = running
  let owner = ownerOf(running)
  launched ??= launchBrowser()
  const browser = await launched
  const contexts = new Set<BrowserContext>()
  const troubles: string[] = []

  async function visit({ viewport = 'desk', theme = 'light', offline = false }: Device = {}): Promise<Page> {
    const phone = viewport === 'phone'
    const context = await browser.newContext({
      baseURL: address,
      locale: 'ru-RU',
      timezoneId: 'Europe/Moscow',
      colorScheme: theme,
      reducedMotion: 'reduce',
      viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      hasTouch: phone,
      isMobile: phone,
      permissions: ['clipboard-read', 'clipboard-write'],
      serviceWorkers: offline ? 'allow' : 'block',
    })
    contexts.add(context)
    context.setDefaultTimeout(20_000)
    await context.clock.install({ time: clock.now() })
    watch(context, address, troubles)
    return context.newPage()
  }

  async function leave(): Promise<void> {
    await Promise.all([...contexts].map((context) => context.close()))
    contexts.clear()
  }

  return {
    address,
    browser,
    troubles,
    visit,
    async enter(login, device) {
      const page = await visit(device)
      const answer = await page.context().request.post('/api/access.signIn', {
        data: { login, password: PASSWORD },
        headers: { 'x-zvonok': '1' },
      })
      assert.ok(answer.ok(), `${login} is not let in: ${await answer.text()}`)
      await page.goto('/')
      await page.getByRole('navigation').first().waitFor()
      return page
    },
    rows: async <R>(statement: string, values: unknown[] = []) => (await owner.query(statement, values)).rows as R[],
    async happens(statement, values = []) {
      const id = randomUUIDv7()
      await owner.query('begin')
      await owner.query(`select set_config('app.school_id', '1', true), set_config('app.operation_id', $1, true)`, [id])
      // Of an operation like any other, or the log would tell of a forgery.
      await owner.query(
        `with written as (
          insert into operation (school_id, id, name, actor_id, input, output)
          select 1, $1, 'school.setPolicy', actor_id, '{}', '{}' from operation where school_id = 1 order by at limit 1 returning *
        ) insert into outbox (school_id, operation_id, name) select school_id, id, name from written`,
        [id],
      )
      await owner.query(statement, values)
      await owner.query('commit')
    },
    async stopServer() {
      await owner.end()
      await running?.stop()
      running = null
    },
    async startServer() {
      running = await start({ ...settings, port: Number(new URL(address).port) }, { clock })
      owner = ownerOf(running)
    },
    async takePictures(title) {
      const pictures = [...contexts].flatMap((context) => context.pages())
      return Promise.all(
        pictures.map(async (page, i) => {
          const path = join(tmpdir(), 'zvonok-journeys', `${title.replaceAll(/[^\p{L}\d]+/gu, '-').slice(0, 60)}-${i + 1}.png`)
          return page.screenshot({ path, timeout: 5_000 }).then(
            () => path,
            (error: unknown) => String(error),
          )
        }),
      )
    },
    leave,
    async close() {
      await leave()
      if (running) await owner.end()
      await running?.stop()
      removeFolder(folder)
    },
  }
}

function ownerOf({ ownerUrl }: Running): pg.Pool {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  owner.on('error', () => {})
  return owner
}

/** A refused or unanswered request is the business of the journey; the browser's own line about it is not a trouble. */
const unanswered = /^Failed to load resource/

function watch(context: BrowserContext, address: string, troubles: string[]): void {
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== address) troubles.push(`a foreign host was asked: ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error' && !unanswered.test(message.text())) troubles.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => troubles.push(`page: ${String(error.error().stack ?? error.error())}`))
}
