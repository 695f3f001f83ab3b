import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Session, Sessions } from './sessions.ts'

/** What may be done before the one-time password is changed, and while the session sleeps. */
const always = new Set(['access.me', 'access.changePassword', 'access.lock'])
const whileAsleep = new Set(['access.me', 'access.lock'])

/** Only what a person does keeps the session awake: pages ask again by themselves. */
const isDone = (request: FastifyRequest, operation: string): boolean => request.method === 'POST' || operation === 'access.awake'

/** The session of a request, awake and with a password of its own. */
export async function sessionOf(
  request: FastifyRequest,
  sessions: Sessions,
  cookieName: string,
  operation: string,
): Promise<Session> {
  const session = await sessions.find(request.cookies[cookieName])
  // A page that was opened by somebody else still has things to send: not in this person's name.
  const person = request.headers['x-person']
  if (person !== undefined && person !== session.actor.personId) throw new Refusal('access.signedOut')
  if (session.mustChangePassword && !always.has(operation)) throw new Refusal('access.mustChangePassword')
  if (!whileAsleep.has(operation)) await (isDone(request, operation) ? sessions.touch(session) : sessions.check(session))
  return session
}
