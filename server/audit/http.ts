import { randomUUIDv7 } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { MOST_IN_EXTRACT } from '#domain/audit/rules.ts'
import type { Input, Output } from '#domain/operations.ts'
import { agree, sexOf } from '#domain/people/agreement.ts'
import { shortName } from '#domain/people/names.ts'
import { moment, numericDate } from '#domain/platform/dateTexts.ts'
import { sessionOf } from '#server/access/sessionOf.ts'
import type { Session, Sessions } from '#server/access/sessions.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Executor } from '#server/platform/execute.ts'
import { refuseForeign } from '#server/platform/http.ts'
import { makePdf } from '#server/platform/pdf.ts'
import * as texts from './extract.texts.ru.ts'
import { find, type Told, teller } from './find.ts'
import { isVeiled } from './queries.ts'
import { lastSeal } from './seal.ts'

type Row = Record<'number' | 'at' | 'who' | 'what' | 'about' | 'device' | 'address', string>
type Parts = {
  db: Db
  executor: Executor
  sessions: Sessions
  clock: Clock
  cookieName: string
  told: Told
  /** A table as a file, with nothing in it that a spreadsheet would take for a formula. */
  sheetOf: (
    format: 'xlsx' | 'csv',
    title: string,
    fields: readonly { key: string; label: string; also: readonly string[]; width: number }[],
    rows: readonly Row[],
  ) => Promise<{ mediaType: string; content: string }>
}

/** Extracts of the log as files: for the record on paper, and for a spreadsheet. */
export function serveLog(app: FastifyInstance, parts: Parts): void {
  app.post('/api/log/extract', async (request, reply) => {
    refuseForeign(request)
    const session = await sessionOf(request, parts.sessions, parts.cookieName, 'audit.extract')
    const input = parts.executor.parse('audit.extract', request.body) as Input<'audit.extract'>
    await parts.executor.execute('audit.extract', session, randomUUIDv7(), input)
    const { entries, seal } = await read(parts, session, input)
    const rows = entries.map((entry) => rowOf(entry, session.school.timeZone))
    if (input.format === 'pdf') return send(reply, 'pdf', 'application/pdf', await paper(parts, session, { input, rows, seal }))
    const fields = (Object.keys(texts.columns) as (keyof Row)[]).map((key) => ({
      key,
      label: texts.columns[key],
      also: [],
      width: key === 'what' || key === 'about' ? 50 : 20,
    }))
    const { mediaType, content } = await parts.sheetOf(input.format, texts.extractName, fields, rows)
    return send(reply, input.format, mediaType, Buffer.from(content, 'base64'))
  })
}

const send = (reply: FastifyReply, extension: string, mediaType: string, content: Buffer) =>
  reply
    .type(mediaType)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${texts.extractName}.${extension}`)}`)
    .send(content)

function read({ db, told, clock }: Parts, { actor, school }: Session, { format: _, ...filter }: Input<'audit.extract'>) {
  const veiled = isVeiled(actor, clock.today(school.timeZone))
  return db.read(school.schoolId, async (tx) => ({
    entries: (await find(tx, filter, { timeZone: school.timeZone, limit: MOST_IN_EXTRACT, told })).map(teller(told, veiled)),
    seal: await lastSeal(tx),
  }))
}

function rowOf(entry: Output<'audit.log'>['entries'][number], timeZone: string): Row {
  return {
    number: entry.number === null ? '' : String(entry.number),
    at: moment(entry.at, timeZone),
    who: entry.actor?.name ?? '',
    what: entry.sentence,
    about: texts.some(entry.about.map(({ label, date }) => (date ? `${label}, ${numericDate(date)}` : label))),
    device: entry.device,
    address: entry.address,
  }
}

type Drawn = { input: Input<'audit.extract'>; rows: Row[]; seal: Awaited<ReturnType<typeof lastSeal>> }

async function paper({ db, clock }: Parts, { actor, school }: Session, { input, rows, seal }: Drawn): Promise<Buffer> {
  const card = await db.read(school.schoolId, (tx) =>
    tx.one<{ fullName: string; headName: string; headPosition: string }>(sql`
      select coalesce(nullif(full_name, ''), name) as "fullName", head_name as "headName", head_position as "headPosition" from school where school_id = current_school()`),
  )
  const root = seal?.root.toString('hex') ?? ''
  return makePdf(texts.extractSheet, {
    school: card.fullName,
    headName: card.headName,
    headPosition: card.headPosition,
    conditions: texts.conditionsText(input),
    made: moment(clock.now().toISOString(), school.timeZone),
    by: shortName(actor.name),
    signs: agree(texts.composed, sexOf(actor.name)),
    rows: rows.map((row) => ({ ...row, device: [row.device, row.address].filter(Boolean).join(', ') })),
    seal: seal ? String(seal.number) : '',
    sealedAt: seal ? moment(new Date(seal.at).toISOString(), school.timeZone) : '',
    short: root.slice(0, 12).toUpperCase(),
    root: root.match(/.{1,8}/g)?.join(' ') ?? '',
    waiting: rows.some(({ number }) => number === ''),
  })
}
