import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Gates } from './gates.ts'
import type { Session, Sessions } from './sessions.ts'

/** What may be done whatever stands in the way, and while the session sleeps. */
const always = ['access.me', 'access.changePassword', 'access.lock']
const whileAsleep = new Set(['access.me', 'access.lock'])

/** In the order in which they are passed: what may be done before each. */
const gates: [Exclude<keyof Gates, 'protectBy'>, string, Set<string>][] = [
  ['mustChangePassword', 'access.mustChangePassword', new Set(always)],
  ['mustAcceptTerms', 'access.mustAcceptTerms', new Set([...always, 'school.acts', 'school.acknowledge'])],
  [
    'mustProtect',
    'access.mustProtect',
    new Set([
      ...always,
      'access.secondFactor',
      'access.startTotp',
      'access.confirmTotp',
      'access.startPasskey',
      'access.addPasskey',
    ]),
  ],
]

/** Only what a person does keeps the session awake: pages ask again by themselves. */
const isDone = (request: FastifyRequest, operation: string): boolean => request.method === 'POST' || operation === 'access.awake'

/** The session of a request, awake and with every gate passed. */
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
  const closed = gates.find(([gate]) => session[gate])
  if (closed && !closed[2].has(operation)) throw new Refusal(closed[1])
  if (!whileAsleep.has(operation)) await (isDone(request, operation) ? sessions.touch(session) : sessions.check(session))
  // A page in the background asks by itself too: whether a hand is at it, it says.
  if (isDone(request, operation) || request.headers['x-hand'] === '1')
    await sessions.use(session, request.ip, request.method === 'POST' && !/^(access|notifications)\./.test(operation))
  return session
}
