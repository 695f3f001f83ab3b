import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { attachable, LARGEST_FILE } from '#domain/homework/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sessionOf } from '#server/access/sessionOf.ts'
import type { Sessions } from '#server/access/sessions.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Executor } from '#server/platform/execute.ts'
import { operationIdOf, refuseForeign } from '#server/platform/http.ts'

/** Bytes of files come and go here; what they are and who may have them is for the operations of `homework`. */
export function serveFiles(
  app: FastifyInstance,
  { db, executor, sessions, cookieName }: { db: Db; executor: Executor; sessions: Sessions; cookieName: string },
): void {
  app.register(async (files) => {
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_FILE }, (_request, body, done) => done(null, body))
    files.setErrorHandler((error: { code?: string }) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw new Refusal('files.tooLarge')
      throw error
    })
    files.post('/api/files', async (request, reply) => {
      const session = await sessionOf(request, sessions, cookieName, 'homework.addFile')
      refuseForeign(request)
      const bytes = request.body as Buffer | undefined
      const name = String((request.query as { name?: string }).name ?? '')
      const mediaType = (request.headers['content-type'] ?? '').split(';')[0]!.trim()
      if (!bytes?.length) throw new Refusal('files.empty')
      if (!Object.hasOwn(attachable, mediaType)) throw new Refusal('files.kind')
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
    const { bytes } = await db.read(session.actor.schoolId, (tx) =>
      tx.one<{ bytes: Buffer }>(
        sql`select bytes from file_content where school_id = current_school() and sha256 = decode(${file.sha256}, 'hex')`,
      ),
    )
    return reply
      .type(file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=3600, immutable')
      .send(bytes)
  })
}
