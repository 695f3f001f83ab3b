import { join } from 'node:path'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { operations } from '#domain/operations.ts'
import { may, permissions } from '#domain/permissions.ts'
import type { Contract } from '#domain/platform/contract.ts'
import { refusalText, sentenceAbout, sentenceOf } from '#domain/texts.ts'
import { accessCommands } from '#server/access/commands.ts'
import { type FirstStart, serveFirstStart } from '#server/access/firstStart.ts'
import { serveAccess } from '#server/access/http.ts'
import { servePrints } from '#server/access/prints.ts'
import { accessQueries } from '#server/access/queries.ts'
import { openSessions, type Sessions } from '#server/access/sessions.ts'
import { serveSlips } from '#server/access/slips.ts'
import { totpCommandsWith } from '#server/access/totpCommands.ts'
import { attendanceCommands } from '#server/attendance/commands.ts'
import { attendanceQueries } from '#server/attendance/queries.ts'
import { auditCommandsWith } from '#server/audit/commands.ts'
import { serveLog } from '#server/audit/http.ts'
import { auditQueriesWith } from '#server/audit/queries.ts'
import { calendarCommands } from '#server/calendar/commands.ts'
import { calendarQueries } from '#server/calendar/queries.ts'
import { classesCommands } from '#server/classes/commands.ts'
import { classesQueries } from '#server/classes/queries.ts'
import { consentsCommands } from '#server/consents/commands.ts'
import { consentsQueries } from '#server/consents/queries.ts'
import { curriculumCommands } from '#server/curriculum/commands.ts'
import { curriculumQueries } from '#server/curriculum/queries.ts'
import { diaryQueries } from '#server/diary/queries.ts'
import { exchangeCommands } from '#server/exchange/commands.ts'
import { serveSheets } from '#server/exchange/http.ts'
import { exchangeQueries } from '#server/exchange/queries.ts'
import { fileOf } from '#server/exchange/sheetOut.ts'
import { homeworkCommands } from '#server/homework/commands.ts'
import { serveFiles } from '#server/homework/files.ts'
import { homeworkQueries } from '#server/homework/queries.ts'
import { journalCommands } from '#server/journal/commands.ts'
import { journalQueries } from '#server/journal/queries.ts'
import { serveLive } from '#server/liveRoute.ts'
import { marksCommands } from '#server/marks/commands.ts'
import { marksQueries } from '#server/marks/queries.ts'
import { notificationsCommands } from '#server/notifications/commands.ts'
import { notificationsQueries } from '#server/notifications/queries.ts'
import { serveOpenApi } from '#server/openapi.ts'
import { peopleCommands } from '#server/people/commands.ts'
import { peopleQueries } from '#server/people/queries.ts'
import { type Answers, openAnswers } from '#server/platform/answers.ts'
import { type Clock, systemClock } from '#server/platform/clock.ts'
import { type Db, openDb } from '#server/platform/db.ts'
import { createExecutor, type Executor } from '#server/platform/execute.ts'
import { problemOf, sendProblem } from '#server/platform/http.ts'
import { type Live, openLive } from '#server/platform/live.ts'
import { log } from '#server/platform/log.ts'
import { serveWebApp } from '#server/platform/static.ts'
import type { Vault } from '#server/platform/vault.ts'
import { processingCommands } from '#server/processing/commands.ts'
import { serveProcessing } from '#server/processing/prints.ts'
import { processingQueries } from '#server/processing/queries.ts'
import { readinessCommands } from '#server/readiness/commands.ts'
import { readinessQueries } from '#server/readiness/queries.ts'
import { serveOperations } from '#server/routes.ts'
import { schoolCommands } from '#server/school/commands.ts'
import { schoolQueries } from '#server/school/queries.ts'
import { trainingCommands } from '#server/training/commands.ts'
import { serveTrainings } from '#server/training/prints.ts'
import { trainingQueries } from '#server/training/queries.ts'

export type AppOptions = {
  /** The server's own database role: owns nothing, sees one school at a time. */
  databaseUrl: string
  /** Opens the secrets of second factors. */
  vault: Vault
  /** Set when the address is the owner's: every connection then steps down to this role. */
  databaseRole?: string
  clock?: Clock
  /** Pages come over https: cookies say so. */
  secure?: boolean
  /** Where people open the journal; empty: whatever address they use. */
  publicUrl?: string
  trustedProxies?: string[]
  webFolder?: string
  poolSize?: number
  /** There is no school yet: the guide that opens it. */
  firstStart?: FirstStart
}
export type App = {
  http: FastifyInstance
  db: Db
  clock: Clock
  executor: Executor
  sessions: Sessions
  live: Live
  answers: Answers
  close(): Promise<void>
}

/** How the log says what was done. */
const told = { of: sentenceOf, about: sentenceAbout, names: Object.keys(operations) }

const commands = [
  ...accessCommands,
  ...peopleCommands,
  ...consentsCommands,
  ...processingCommands,
  ...trainingCommands,
  ...schoolCommands,
  ...readinessCommands,
  ...calendarCommands,
  ...curriculumCommands,
  ...classesCommands,
  ...journalCommands,
  ...marksCommands,
  ...attendanceCommands,
  ...homeworkCommands,
  ...exchangeCommands,
  ...notificationsCommands,
  ...auditCommandsWith(told),
]
const queries = [
  ...accessQueries,
  ...peopleQueries,
  ...consentsQueries,
  ...processingQueries,
  ...trainingQueries,
  ...schoolQueries,
  ...readinessQueries,
  ...calendarQueries,
  ...classesQueries,
  ...curriculumQueries,
  ...journalQueries,
  ...marksQueries,
  ...attendanceQueries,
  ...homeworkQueries,
  ...exchangeQueries,
  ...diaryQueries,
  ...notificationsQueries,
  ...auditQueriesWith(told),
]

/** Modules become one application. */
export async function createApp(options: AppOptions): Promise<App> {
  const clock = options.clock ?? systemClock
  const db = openDb(options.databaseUrl, { role: options.databaseRole, max: options.poolSize })
  const live = await openLive(db, options.databaseUrl)
  const sessions = openSessions(db, clock, (schoolId, personId) => live.announce({ schoolId, keys: [`person:${personId}`] }))
  live.subscribe((event) => {
    for (const key of event.keys) {
      if (key.startsWith('person:')) sessions.forget({ schoolId: event.schoolId, personId: key.slice(7) })
      if (key === 'school') sessions.forget({ schoolId: event.schoolId })
    }
  })
  live.onGap(() => sessions.forget())
  const answers = openAnswers(live, () => clock.now().getTime())
  const executor = createExecutor({
    contracts: operations as unknown as Record<keyof typeof operations, Contract>,
    db,
    clock,
    commands: [...commands, ...totpCommandsWith(options.vault)] as never,
    queries: queries as never,
    authorize: (actor, name, subject, today) => may(actor, name, subject as never, today),
    answers,
    done: (event) => live.announce(event),
  })
  const http = createHttp(options)
  const cookieName = options.secure ? '__Host-zvonok' : 'zvonok'
  const routes = {
    db,
    clock,
    executor,
    vault: options.vault,
    sessions,
    live,
    cookieName,
    secure: options.secure ?? false,
    publicUrl: options.publicUrl ?? '',
  }
  await http.register(cookie)
  if (options.firstStart) serveFirstStart(http, options.firstStart, routes)
  serveAccess(http, routes)
  servePrints(http, routes)
  serveSlips(http, routes)
  serveProcessing(http, { ...routes, permissions })
  serveTrainings(http, routes)
  serveOperations(http, routes)
  serveFiles(http, routes)
  serveSheets(http, routes)
  serveLog(http, { ...routes, told, sheetOf: fileOf })
  serveLive(http, routes)
  serveOpenApi(http)
  serveHealth(http, db)
  http.all('/api/*', (_request, reply) => sendProblem(reply, 'input.unknownOperation', {}, refusalText('input.unknownOperation')))
  serveWebApp(http, options.webFolder ?? join(import.meta.dirname, '../dist/web'))
  return {
    http,
    db,
    clock,
    executor,
    sessions,
    live,
    answers,
    async close() {
      await http.close()
      await live.stop()
      await db.end()
    },
  }
}

function createHttp({ trustedProxies = [], secure = false }: AppOptions): FastifyInstance {
  const policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; worker-src 'self'; manifest-src 'self'"
  const safety = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  const http = Fastify({
    logger: false,
    bodyLimit: 2 * 1024 * 1024,
    requestTimeout: 180_000, // for a request to arrive; an answer, or a stream of them, may take its time
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read is answered before any hook runs.
    frameworkErrors: (_error, _request, reply) =>
      sendProblem(reply.headers(safety), 'input.unknownOperation', {}, refusalText('input.unknownOperation')),
  })
  http.setErrorHandler((error, request, reply) => {
    const { code, params, bug } = problemOf(error)
    if (bug)
      log(code, { request: request.id, url: request.routeOptions.url ?? '', error: String((error as Error).stack ?? error) })
    return sendProblem(reply, code, params, refusalText(code, params))
  })
  http.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, 'input.unknownOperation', {}, refusalText('input.unknownOperation')),
  )
  http.addHook('onRequest', async (_request, reply) => {
    reply.headers(safety)
  })
  return http
}

/** Healthy is who can write: a full disk or a database that only reads answers 503. */
function serveHealth(http: FastifyInstance, db: Db): void {
  // Anybody may ask, however often: one proof a second is enough for all of them.
  let proof: { at: number; made: Promise<void> } | null = null
  http.get('/api/health', async (_request, reply) => {
    const started = performance.now()
    if (!proof || started - proof.at > 1_000) proof = { at: started, made: db.provesWrites() }
    try {
      await proof.made
    } catch {
      return reply.code(503).send({ ok: false })
    }
    return { ok: true, databaseMs: Math.round(performance.now() - started) }
  })
}
