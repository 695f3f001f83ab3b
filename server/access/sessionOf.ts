import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Session, Sessions } from './sessions.ts'

/** What may be done before the one-time password is changed, and while the session sleeps. */
const always = new Set(['access.me', 'access.changePassword'])
const whileAsleep = new Set(['access.me'])

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
  if (!whileAsleep.has(operation)) sessions.touch(session)
  return session
}
