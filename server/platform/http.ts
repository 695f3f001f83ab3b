import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type RefusalParams } from '#domain/platform/refusal.ts'
import { isLineCut } from './databaseTrouble.ts'
import { isWrongInput } from './lastWords.ts'

const COMPRESS_FROM = 1_400 // below it the answer fits one packet anyway
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A page of another origin can neither set this header nor pass these checks. */
export function refuseForeign(request: FastifyRequest): void {
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  if (request.headers['x-zvonok'] !== '1') throw new Refusal('access.foreignRequest')
  if (site && site !== 'same-origin' && site !== 'none') throw new Refusal('access.foreignRequest')
  if (origin && host && URL.parse(origin)?.host !== host) throw new Refusal('access.foreignRequest')
}

export function operationIdOf(request: FastifyRequest): string {
  const id = request.headers['x-operation-id']
  if (typeof id !== 'string' || !UUID.test(id)) throw new Refusal('input.operationId')
  return id
}

const statuses: Record<string, number> = {
  'access.signedOut': 401,
  'access.denied': 403,
  'access.mustChangePassword': 403,
  'access.mustAcceptTerms': 403,
  'access.mustProtect': 403,
  'access.foreignRequest': 403,
  'access.locked': 423,
  'access.tooManyAttempts': 429,
  'access.busy': 503,
  'server.unavailable': 503,
  'server.failed': 500,
  'input.tooLarge': 413,
  'files.tooLarge': 413,
  'input.unknownOperation': 404,
  'journal.changedMeanwhile': 409,
  'access.changedMeanwhile': 409,
}
export const statusOf = (code: string): number => statuses[code] ?? (code.startsWith('input.') ? 400 : 422)

/** A refusal on the wire: `application/problem+json` with the sentence a person reads. */
export function sendProblem(reply: FastifyReply, code: string, params: RefusalParams, detail: string): FastifyReply {
  const status = statusOf(code)
  if (code === 'access.tooManyAttempts') reply.header('retry-after', String(params.seconds))
  if (code === 'access.busy') reply.header('retry-after', '3')
  reply.serializer(asIs)
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', title: code, status, code, params, detail }))
}

/** Three kinds of errors and no fourth: bad input, a rule's no, a bug. */
export function problemOf(error: unknown): { code: string; params: RefusalParams; bug: boolean } {
  if (error instanceof Refusal) return { code: error.code, params: error.params, bug: false }
  const { code = '', statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'input.tooLarge', params: {}, bug: false }
  if (code.startsWith('FST_ERR_CTP') || error instanceof SyntaxError || statusCode === 400)
    return { code: 'input.notJson', params: {}, bug: false }
  if (isWrongInput(error)) return { code: 'input.wrong', params: { field: '' }, bug: false }
  if (isDatabaseGone(error)) return { code: 'server.unavailable', params: {}, bug: true }
  return { code: 'server.failed', params: {}, bug: true }
}

const isDatabaseGone = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(57P0|57014|55P03|08|53)/.test(code) || // 57014 and 55P03: waited too long
    /ECONN|ENOENT|EPIPE/.test(code) ||
    isLineCut(error) ||
    /timeout exceeded when trying to connect/.test(message)
  )
}

/**
 * Quality 1 takes a third of the processor time of 4 (a journal page: 0.35 ms and 16 KB against 1.0 ms and 14 KB), and so little of it
 * that handing the work to another thread costs more than doing it.
 */
const quick = { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 }

/** What compressing gives lies in a block of many times its size: copied, it keeps only its own bytes alive. */
function brotliOf(text: string): Buffer {
  const params = { ...quick, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
  const block = brotliCompressSync(text, { params, chunkSize: Math.max(4_096, text.length >> 2) })
  const own = Buffer.allocUnsafeSlow(block.length)
  block.copy(own)
  return own
}

/** An answer as it travels: as it is, or compressed when that is worth it; its tag tells whether somebody has it already. */
export type Packed = { text: string | null; brotli: Buffer | null; tag: string; bytes: number }

export function pack(text: string): Packed {
  if (text.length < COMPRESS_FROM) return { text, brotli: null, tag: tagOf(text), bytes: text.length * 2 }
  const brotli = brotliOf(text)
  return { text: null, brotli, tag: tagOf(brotli), bytes: brotli.length }
}

const tagOf = (content: string | Buffer) => `"${createHash('sha1').update(content).digest('base64url').slice(0, 20)}"`

/** Sends an answer, or «nothing new» to who has the same already. Browsers ask for brotli over https only: others get gzip, or it plain. */
export function sendPacked(request: FastifyRequest, reply: FastifyReply, { text, brotli, tag }: Packed): FastifyReply {
  reply.header('etag', tag).header('cache-control', 'private, no-cache').type('application/json; charset=utf-8')
  if (brotli) reply.header('vary', 'accept-encoding')
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  if (!brotli) return reply.serializer(asIs).send(text)
  const accepted = request.headers['accept-encoding'] ?? ''
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(brotli)
  const plain = brotliDecompressSync(brotli)
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(gzipSync(plain, { level: 1 }))
  return reply.send(plain)
}

const asIs = (text: unknown) => text as string
