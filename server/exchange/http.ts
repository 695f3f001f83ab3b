import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LARGEST_SHEET } from '#domain/exchange/kinds.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sessionOf } from '#server/access/sessionOf.ts'
import type { Session, Sessions } from '#server/access/sessions.ts'
import type { Executor } from '#server/platform/execute.ts'
import { operationIdOf, refuseForeign } from '#server/platform/http.ts'

/** Each is held in memory whole, and read in a thread of its own. */
const AT_ONCE = 2

/** Bytes of lists come here; what is read of them is for the operations of `exchange`. */
export function serveSheets(
  app: FastifyInstance,
  { executor, sessions, cookieName }: { executor: Executor; sessions: Sessions; cookieName: string },
): void {
  app.register(async (sheets) => {
    sheets.removeAllContentTypeParsers()
    sheets.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_SHEET }, (_request, body, done) => done(null, body))
    const uploading = new Set<FastifyRequest>()
    const callers = new WeakMap<FastifyRequest, Session>()
    // Before a byte of the body is taken in: who sends it, and is there room.
    sheets.addHook('onRequest', async (request, reply) => {
      callers.set(request, await sessionOf(request, sessions, cookieName, 'exchange.upload'))
      refuseForeign(request)
      operationIdOf(request)
      if (Number(request.headers['content-length'] ?? 0) > LARGEST_SHEET) throw new Refusal('files.tooLarge')
      if (uploading.size >= AT_ONCE) throw new Refusal('access.busy')
      uploading.add(request)
      reply.raw.once('close', () => uploading.delete(request))
    })
    sheets.addHook('onResponse', async (request) => {
      uploading.delete(request)
    })
    sheets.setErrorHandler((error: { code?: string }) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw new Refusal('files.tooLarge')
      throw error
    })
    sheets.post('/api/sheets', async (request, reply) => {
      const session = callers.get(request)!
      const bytes = request.body as Buffer | undefined
      if (!bytes?.length) throw new Refusal('files.empty')
      const name = String((request.query as { name?: string }).name ?? '')
      const sha256 = createHash('sha256').update(bytes).digest()
      const uploadId = operationIdOf(request)
      // The operation's id is the upload's id: a repeated upload finds itself.
      const input = { uploadId, name, size: bytes.length, sha256: sha256.toString('hex') }
      const output = await executor.execute('exchange.upload', { ...session, beside: { bytes, sha256 } }, uploadId, input)
      reply.header('cache-control', 'no-store')
      return output
    })
  })
}
