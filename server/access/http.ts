import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Executor } from '#server/platform/execute.ts'
import { operationIdOf, refuseForeign } from '#server/platform/http.ts'
import { sessionOf } from './sessionOf.ts'
import type { Sessions } from './sessions.ts'
import { refuseGuessing, signIn } from './signIn.ts'

export type Access = { db: Db; clock: Clock; executor: Executor; sessions: Sessions; cookieName: string; secure: boolean }

const DEVICE_COOKIE = 'zvonok_device'

/** The three operations with which a session begins, ends and wakes. */
export function serveAccess(app: FastifyInstance, access: Access): void {
  const { executor, sessions, cookieName, secure, db } = access
  const flags = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const

  app.post('/api/access.signIn', async (request, reply) => {
    refuseForeign(request)
    const input = executor.parse('access.signIn', request.body)
    const marks = request.cookies[DEVICE_COOKIE]?.split('~') ?? []
    const signedIn = await signIn(access, input, { address: request.ip, device: deviceName(request), marks })
    // A fresh token at every sign-in: a cookie planted before it is worth nothing after.
    reply.setCookie(cookieName, signedIn.cookie, { ...flags, maxAge: signedIn.maxAgeSeconds })
    const devices = [signedIn.mark, ...marks.filter((one) => one !== signedIn.mark)].slice(0, 8).join('~')
    reply.setCookie(DEVICE_COOKIE, devices, { ...flags, maxAge: 31_536_000 })
    return noStore(reply, { mustChangePassword: signedIn.mustChangePassword })
  })

  app.post('/api/access.signOut', async (request, reply) => {
    refuseForeign(request)
    const session = await sessions.find(request.cookies[cookieName]).catch(() => null)
    if (session) await executor.execute('access.signOut', session, operationIdOf(request), request.body ?? {})
    reply.clearCookie(cookieName, flags)
    return noStore(reply, {})
  })

  app.post('/api/access.unlock', async (request, reply) => {
    refuseForeign(request)
    const session = await sessions.find(request.cookies[cookieName])
    const door = { address: request.ip, knownDevice: true }
    await refuseGuessing(db, session.login, door)
    const wrong = await executor.execute('access.unlock', session, operationIdOf(request), request.body).then(
      () => null,
      (error: unknown) => error,
    )
    if (wrong instanceof Refusal && wrong.code === 'access.wrongPassword') {
      await db.bare.run(
        sql`insert into sign_in_attempt (login, address, known_device, success) values (${session.login}, ${door.address}, true, false)`,
      )
    }
    if (wrong) throw wrong
    sessions.unlock(session)
    return noStore(reply, {})
  })

  app.get('/api/access.awake', async (request, reply) => {
    await sessionOf(request, sessions, cookieName, 'access.awake')
    return noStore(reply, {})
  })
}

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
