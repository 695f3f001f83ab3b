import { join } from 'node:path'
import pg from 'pg'
import { isEmptyDatabase } from '#server/access/openSchool.ts'
import { sealSecrets } from '#server/access/sealed.ts'
import { newStartCode } from '#server/access/startCode.ts'
import { type App, createApp } from '#server/app.ts'
import { declaredJobs } from '#server/jobs.ts'
import { type Clock, systemClock } from '#server/platform/clock.ts'
import type { Config } from '#server/platform/config.ts'
import { databaseTrouble, isLineCut } from '#server/platform/databaseTrouble.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#server/platform/embeddedPostgres.ts'
import { startJobs } from '#server/platform/jobs.ts'
import { log } from '#server/platform/log.ts'
import { migrate } from '#server/platform/migrate.ts'
import { StartFailure } from '#server/platform/startFailure.ts'
import { openVault } from '#server/platform/vault.ts'

export type Running = { app: App; address: string; ownerUrl: string; databasePid: () => number | null; stop(): Promise<void> }

/** Database, schema, server, in this order; stops what it started when a later step fails. */
export async function start(
  config: Config,
  {
    clock,
    prepare,
    tellCode,
  }: {
    clock?: Clock
    prepare?: (ownerUrl: string) => Promise<void>
    /** Where no school is, hears the code with which it may be opened in the browser, and each later one. */
    tellCode?: (code: string) => void
  } = {},
): Promise<Running> {
  let embedded: EmbeddedPostgres | null = null
  let app: App | null = null
  try {
    if (!config.databaseUrl)
      embedded = await startEmbeddedPostgres({
        directory: join(config.dataFolder, 'postgres'),
        onDeath: (why) => log('database.restarting', { why }),
      })
    const ownerUrl = config.databaseUrl || embedded!.url()
    await migrate(ownerUrl)
    await prepare?.(ownerUrl)
    const vault = openVault(config)
    await sealSecrets(ownerUrl, vault)
    const empty = tellCode && (await isEmptyDatabase(ownerUrl))
    const codes = empty ? afterwards(tellCode) : null
    const firstStart = codes
      ? { ownerUrl, code: newStartCode(clock ?? systemClock, codes.tell), clock: clock ?? systemClock }
      : undefined
    app = await createApp({
      vault,
      databaseUrl: embedded ? embedded.url('postgres', 'zvonok_app') : ownerUrl,
      ...(embedded ? {} : { databaseRole: 'zvonok_app' }),
      ...(clock ? { clock } : {}),
      ...(firstStart ? { firstStart } : {}),
      secure: config.publicUrl.startsWith('https:'),
      publicUrl: config.publicUrl,
      trustedProxies: config.trustedProxies,
    })
    const address = await app.http
      .listen({ host: config.host, port: config.port })
      .catch((error: { code?: string; message: string }) => {
        if (error.code === 'EADDRINUSE')
          throw new StartFailure(`Порт ${config.port} занят другой программой. Освободите его или задайте ZVONOK_PORT.`)
        if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
          throw new StartFailure(`Адрес ${config.host} не принадлежит этому компьютеру. Задайте ZVONOK_HOST.`)
        if (error.code === 'EACCES')
          throw new StartFailure(`Порт ${config.port} этому пользователю недоступен. Задайте ZVONOK_PORT больше 1023.`)
        throw new StartFailure(`Сервер не запустился: ${error.message}`)
      })
    codes?.go()
    const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
    owner.on('error', () => {})
    const schools = async () =>
      (
        await owner.query<{ schoolId: number; timeZone: string }>(
          'select school_id as "schoolId", time_zone as "timeZone" from school order by school_id',
        )
      ).rows
    const jobs = await startJobs(ownerUrl, declaredJobs({ db: app.db, live: app.live, clock: clock ?? systemClock, schools }))
    const running = { app, embedded }
    return {
      app,
      address,
      ownerUrl,
      databasePid: () => running.embedded?.pid ?? null,
      /** Each part, whatever becomes of the one before it: with the database gone, some cannot end as they should. */
      async stop() {
        for (const part of [() => jobs.stop(), () => owner.end(), () => running.app.close()])
          await part().catch((error) => log('stop.failed', { error: String(error) }))
        await running.embedded?.stop()
      },
    }
  } catch (error) {
    await app?.close().catch(() => {})
    await embedded?.stop()
    if (isOfDatabase(error)) throw new StartFailure(`База данных не готова: ${databaseTrouble(error)}.`)
    throw error
  }
}

/** Holds a code back until the server listens: a start that fails says why, and nothing else. */
function afterwards(tellCode: (code: string) => void) {
  let listens = false
  let held: string | null = null
  return {
    tell(code: string) {
      if (listens) tellCode(code)
      else held = code
    },
    go() {
      listens = true
      if (held !== null) tellCode(held)
    },
  }
}

/** The database gone, full or closing, or the line to it cut: not a bug of ours. */
function isOfDatabase(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(08|53|57P|58)/.test(code) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENOENT)/.test(code) ||
    isLineCut(error) ||
    /timeout expired/.test(message)
  )
}
