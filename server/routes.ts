import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { type CommandName, operations, type QueryName } from '#domain/operations.ts'
import type { Contract } from '#domain/platform/contract.ts'
import { besideOf } from '#server/access/http.ts'
import { sessionOf } from '#server/access/sessionOf.ts'
import type { Sessions } from '#server/access/sessions.ts'
import type { Executor } from '#server/platform/execute.ts'
import { operationIdOf, pack, refuseForeign, sendPacked } from '#server/platform/http.ts'

/** Operations that `access` serves in its own way, because a session begins, ends, wakes or is known by them. */
const ownWay = new Set([
  'access.signIn',
  'access.signOut',
  'access.unlock',
  'access.changePassword',
  'access.secondStep',
  'access.activate',
  'homework.addFile',
  'exchange.upload',
])

export type Routes = { executor: Executor; sessions: Sessions; cookieName: string; secure: boolean; publicUrl: string }

/** One route per operation, made from its contract: nothing can be reached that is not declared. */
export function serveOperations(app: FastifyInstance, routes: Routes): void {
  const { executor, sessions, cookieName } = routes
  for (const contract of Object.values(operations) as Contract[]) {
    if (ownWay.has(contract.name)) continue
    const schema = { response: { 200: contract.output as TSchema } }
    const command = contract.kind === 'command'
    app.route({
      method: command ? 'POST' : 'GET',
      url: `/api/${contract.name}`,
      schema,
      handler: async (request, reply) => {
        const session = await sessionOf(request, sessions, cookieName, contract.name)
        if (!command) {
          const input = queryInput(contract, request.query as Record<string, string>)
          const packed = await executor.answer(contract.name as QueryName, session, input, (output) =>
            pack(reply.serialize(output as object) as string),
          )
          return sendPacked(request, reply, packed)
        }
        refuseForeign(request)
        const caller = { ...session, beside: besideOf(request, routes) }
        const output = await executor.execute(contract.name as CommandName, caller, operationIdOf(request), request.body)
        reply.header('cache-control', 'no-store')
        return output
      },
    })
  }
}

/** Address fields are text; whole numbers become numbers where the contract wants them. */
function queryInput(contract: Contract, query: Record<string, string>): Record<string, unknown> {
  const properties = (contract.input as { properties?: Record<string, { type?: string }> }).properties ?? {}
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [
      key,
      properties[key]?.type === 'integer' && /^-?\d{1,9}$/.test(value) ? Number(value) : value,
    ]),
  )
}
