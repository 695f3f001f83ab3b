import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { attachable, LARGEST_FILE } from '#domain/homework/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sessionOf } from '#server/access/sessionOf.ts'
import type { Session, Sessions } from '#server/access/sessions.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Executor } from '#server/platform/execute.ts'
import { operationIdOf, refuseForeign } from '#server/platform/http.ts'

/** Each is held in memory whole. */
const AT_ONCE = 2

/** Bytes of files come and go here; what they are and who may have them is for the operations of `homework`. */
export function serveFiles(
  app: FastifyInstance,
  { db, executor, sessions, cookieName }: { db: Db; executor: Executor; sessions: Sessions; cookieName: string },
): void {
  app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_FILE }, (_request, body, done) => done(null, body))
    const uploading = new Set<FastifyRequest>()
    const callers = new WeakMap<FastifyRequest, Session>()
    // Before a byte of the body is taken in: who sends it, what is it, and is there room.
    files.addHook('onRequest', async (request, reply) => {
      callers.set(request, await sessionOf(request, sessions, cookieName, 'homework.addFile'))
      refuseForeign(request)
      operationIdOf(request)
      if (!Object.hasOwn(attachable, mediaTypeOf(request))) throw new Refusal('files.kind')
      if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE) throw new Refusal('files.tooLarge')
      if (uploading.size >= AT_ONCE) throw new Refusal('access.busy')
      uploading.add(request)
      reply.raw.once('close', () => uploading.delete(request))
    })
    files.addHook('onResponse', async (request) => {
      uploading.delete(request)
    })
    files.setErrorHandler((error: { code?: string }) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw new Refusal('files.tooLarge')
      throw error
    })
    files.post('/api/files', async (request, reply) => {
      const session = callers.get(request)!
      const bytes = request.body as Buffer | undefined
      const name = String((request.query as { name?: string }).name ?? '')
      const mediaType = mediaTypeOf(request)
      if (!bytes?.length) throw new Refusal('files.empty')
      const operationId = operationIdOf(request)
      const sha256 = createHash('sha256').update(bytes).digest()
      // The operation's id is the file's id: a repeated upload finds itself.
      const input = { fileId: operationId, name, mediaType, size: bytes.length, sha256: sha256.toString('hex') }
      await executor.execute('homework.addFile', { ...session, beside: { bytes, sha256 } }, operationId, input)
      reply.header('cache-control', 'no-store')
      return { fileId: operationId, name, size: bytes.length, mediaType }
    })
  })

  app.get<{ Params: { fileId: string } }>('/api/files/:fileId', async (request, reply) => {
    const session = await sessionOf(request, sessions, cookieName, 'homework.file')
    const file = await executor.ask('homework.file', session, { fileId: request.params.fileId })
    // Asked for anew each time, so that permission is; sent anew only to who has not got it.
    const tag = `"${file.sha256}"`
    reply.header('etag', tag).header('cache-control', 'private, no-cache')
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    const { bytes } = await db.read(session.actor.schoolId, (tx) =>
      tx.one<{ bytes: Buffer }>(
        sql`select bytes from file_content where school_id = current_school() and sha256 = decode(${file.sha256}, 'hex')`,
      ),
    )
    return reply
      .type(file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes)
  })
}

const mediaTypeOf = (request: FastifyRequest): string => (request.headers['content-type'] ?? '').split(';')[0]!.trim()
