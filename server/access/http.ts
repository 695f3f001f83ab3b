import { randomUUIDv7 } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Clock } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db.ts'
import type { Executor } from '#server/platform/execute.ts'
import { operationIdOf, refuseForeign } from '#server/platform/http.ts'
import type { Vault } from '#server/platform/vault.ts'
import { accountOfLink } from './activation.ts'
import { type Beside, markOf, type SignedIn, type Visitor } from './entrance.ts'
import { type Door, tryPassword } from './guesses.ts'
import { ownAccount } from './ownAccount.ts'
import { takeSecondStep } from './secondStep.ts'
import { sessionOf } from './sessionOf.ts'
import type { Sessions } from './sessions.ts'
import { signIn } from './signIn.ts'

export type Access = {
  db: Db
  clock: Clock
  executor: Executor
  vault: Vault
  sessions: Sessions
  cookieName: string
  secure: boolean
  publicUrl: string
}

const DEVICE_COOKIE = 'zvonok_device'

/** The operations with which a session begins, ends and wakes, and a device becomes known. */
export function serveAccess(app: FastifyInstance, access: Access): void {
  const { executor, sessions, cookieName, secure, db } = access
  const flags = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const marksOf = (request: FastifyRequest) => request.cookies[DEVICE_COOKIE]?.split('~') ?? []
  const remember = (request: FastifyRequest, reply: FastifyReply, mark: string) => {
    const devices = [mark, ...marksOf(request).filter((one) => one !== mark)].slice(0, 8).join('~')
    reply.setCookie(DEVICE_COOKIE, devices, { ...flags, maxAge: 31_536_000 })
  }

  const visitorOf = (request: FastifyRequest): Visitor => ({ ...besideOf(request, access), marks: marksOf(request) })
  const open = (request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn) => {
    // A fresh token at every sign-in: a cookie planted before it is worth nothing after.
    reply.setCookie(cookieName, signedIn.cookie, { ...flags, maxAge: signedIn.maxAgeSeconds })
    remember(request, reply, signedIn.mark)
    return signedIn.mustChangePassword
  }

  app.post('/api/access.signIn', async (request, reply) => {
    refuseForeign(request)
    const input = executor.parse('access.signIn', request.body)
    const answer = await signIn(access, input, visitorOf(request))
    if ('ticket' in answer) return noStore(reply, { mustChangePassword: false, second: answer })
    return noStore(reply, { mustChangePassword: open(request, reply, answer), second: null })
  })

  app.post('/api/access.secondStep', async (request, reply) => {
    refuseForeign(request)
    const input = executor.parse('access.secondStep', request.body)
    const signedIn = await takeSecondStep(access, input, visitorOf(request))
    return noStore(reply, { mustChangePassword: open(request, reply, signedIn) })
  })

  app.post('/api/access.activate', async (request, reply) => {
    refuseForeign(request)
    const input = executor.parse('access.activate', request.body)
    const caller = await accountOfLink(access, input.token)
    return noStore(reply, await executor.execute('access.activate', caller, randomUUIDv7(), input))
  })

  app.post('/api/access.signOut', async (request, reply) => {
    refuseForeign(request)
    const session = await sessions.find(request.cookies[cookieName]).catch(() => null)
    if (session) await executor.execute('access.signOut', session, operationIdOf(request), request.body ?? {})
    reply.clearCookie(cookieName, flags).header('clear-site-data', '"cache"')
    return noStore(reply, {})
  })

  app.post('/api/access.unlock', async (request, reply) => {
    refuseForeign(request)
    const session = await sessions.find(request.cookies[cookieName])
    const operationId = operationIdOf(request)
    const { password } = executor.parse('access.unlock', request.body)
    const own = await db.read(session.actor.schoolId, (tx) => ownAccount(tx, session.actor.accountId))
    const door: Door = besideOf(request, access)
    const right = await tryPassword(db, { login: own.login, hash: own.password_hash, password, door, purpose: 'unlock' })
    if (!right) throw new Refusal('access.wrongPassword')
    await executor.execute('access.unlock', session, operationId, { password })
    return noStore(reply, {})
  })

  app.post('/api/access.changePassword', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'access.changePassword')
    refuseForeign(request)
    await executor.execute(
      'access.changePassword',
      { ...session, beside: besideOf(request, access) },
      operationIdOf(request),
      request.body,
    )
    remember(request, reply, await markOf(db, session.login))
    return noStore(reply, {})
  })

  app.get('/api/access.awake', async (request, reply) => {
    await sessionOf(request, sessions, cookieName, 'access.awake')
    return noStore(reply, {})
  })
}

/** From where a request comes, on what, and which address its page has: by it a passkey knows whose it is. */
export const besideOf = (request: FastifyRequest, { secure, publicUrl }: Pick<Access, 'secure' | 'publicUrl'>): Beside => ({
  address: request.ip,
  device: deviceName(request),
  knownDevice: true,
  origin: publicUrl ? new URL(publicUrl).origin : `${secure ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`,
})

const noStore = <T>(reply: FastifyReply, body: T): T => {
  reply.header('cache-control', 'no-store')
  return body
}

/** «Chrome, Windows»: what a person recognises in the list of sessions. */
function deviceName(request: FastifyRequest): string {
  const agent = request.headers['user-agent'] ?? ''
  const pick = (names: [RegExp, string][], other: string) => names.find(([sign]) => sign.test(agent))?.[1] ?? other
  const browser = pick(
    [
      [/YaBrowser/, 'Яндекс Браузер'],
      [/Edg\//, 'Edge'],
      [/OPR\//, 'Opera'],
      [/Firefox/, 'Firefox'],
      [/Chrom/, 'Chrome'],
      [/Safari/, 'Safari'],
    ],
    'Браузер',
  )
  const system = pick(
    [
      [/Android/, 'Android'],
      [/iPhone/, 'iPhone'],
      [/iPad/, 'iPad'],
      [/Windows/, 'Windows'],
      [/Mac OS/, 'macOS'],
      [/Linux/, 'Linux'],
    ],
    'неизвестная система',
  )
  return `${browser}, ${system}`
}
