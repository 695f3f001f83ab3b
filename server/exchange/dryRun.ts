import { createHash, randomUUIDv7 } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import type { Kind } from '#domain/exchange/kinds.ts'
import type { Plan, PlanRow } from '#domain/exchange/plan.ts'
import { planners } from '#domain/exchange/planners.ts'
import { hints } from '#domain/exchange/sheet.texts.ru.ts'
import {
  type Column,
  type Layout,
  type Line,
  layoutOf,
  linesOf,
  type Mapping,
  missingFields,
  type Sheet,
} from '#domain/exchange/sheet.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { heldDays } from '#server/calendar/imported.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { stateOf } from './state.ts'

export type Counts = Record<PlanRow['action'], number>
export type DryRun = {
  fileName: string
  sha256: string
  year: { id: string; name: string; from: PlainDate; to: PlainDate }
  onDate: PlainDate
  sheets: { name: string; hidden: boolean; rows: number }[]
  /** Sheets with something on them in which this list was not found. */
  unread: string[]
  columns: Column[]
  missing: string[]
  summaries: string[]
  counts: Counts
  plan: Plan | null
  lines: readonly Line[]
  hash: string
}
type Upload = { name: string; sha256: string; sheets: Buffer }

/** Lists that are of no year. */
const withoutYear: readonly Kind[] = ['subjects', 'rooms']

/** The sheet of a template that says how to fill it in is none. */
const isList = ({ name }: Sheet): boolean => name !== hints.sheet.title

/** Of the sheets of the file, those whose headings suffice for a list of the kind. */
function listsOf(kind: Kind, sheets: readonly Sheet[], known: Mapping, fileName: string) {
  const laid = sheets.filter(isList).flatMap((sheet) => {
    if (sheet.kind !== undefined && sheet.kind !== kind) return []
    const layout = layoutOf(kind, sheet, known)
    if (!layout) return []
    const read = linesOf(kind, sheet, layout, sheets.length === 1 ? fileName : '')
    const under = read.lines.length > 0 && read.lines.every((line) => line.under !== '')
    return [{ sheet, layout, ...read, missing: missingFields(kind, layout, under).map(({ key }) => key) }]
  })
  const whole = laid.filter(({ missing }) => missing.length === 0)
  if (whole.length > 0) return { lists: whole, missing: [] }
  const nearest = [...laid].sort((a, b) => a.missing.length - b.missing.length)[0]
  return { lists: nearest ? [nearest] : [], missing: nearest?.missing ?? [] }
}

/** Headings of all the sheets, each once. */
const columnsOf = (layouts: readonly Layout[]): Column[] => {
  const all = layouts.flatMap(({ columns }) => columns)
  return all.filter(({ heading }, i) => all.findIndex((other) => other.heading === heading) === i)
}

/**
 * What an import of the upload would do now. `onDate` null: the first day of the year while it is being filled, today after that.
 * Refusals: exchange.noUpload, exchange.noYear.
 */
export async function dryRunOf(
  tx: ReadTx,
  { uploadId, kind, onDate }: { uploadId: string; kind: Kind; onDate: PlainDate | null },
  today: PlainDate,
): Promise<DryRun> {
  const [upload, remembered, state] = await Promise.all([
    tx.maybe<Upload>(sql`
      select name, encode(sha256, 'hex') as sha256, case when at > now() - interval '1 hour' then sheets else '' end as sheets
      from import_upload where school_id = current_school() and id = ${uploadId}`),
    tx.maybe<{ columns: Mapping }>(sql`select columns from import_mapping where school_id = current_school() and kind = ${kind}`),
    stateOf(tx, today),
  ])
  if (kind === 'terms') state.heldDays = await heldDays(tx, state.year.id)
  if (!upload) throw new Refusal('access.denied')
  if (upload.sheets.length === 0) throw new Refusal('exchange.noUpload')
  const { year } = state
  const from = onDate ?? (year.begun ? today : year.from)
  const sheets = JSON.parse(brotliDecompressSync(upload.sheets).toString()) as Sheet[]
  const { lists, missing } = listsOf(kind, sheets, remembered?.columns ?? {}, upload.name)
  const lines = missing.length > 0 ? [] : lists.flatMap((list) => list.lines)
  const fresh = new Set<string>()
  const newId = () => {
    const id = randomUUIDv7()
    fresh.add(id)
    return id
  }
  const made = missing.length > 0 ? null : planners[kind](lines, state, { today, onDate: from, newId })
  // The ids of what is not there yet differ from run to run.
  const rows = (made?.rows ?? []).map((row) => (row.id !== null && fresh.has(row.id) ? { ...row, id: null } : row))
  const plan = made && { ...made, rows }
  const columns = columnsOf(lists.map(({ layout }) => layout))
  const when = withoutYear.includes(kind) ? [] : [from, year.id]
  const told = [upload.sha256, kind, when, columns.map(({ heading, key }) => [heading, key]), rows]
  return {
    fileName: upload.name,
    sha256: upload.sha256,
    year: { id: year.id, name: year.name, from: year.from, to: year.to },
    onDate: from,
    sheets: lists.map(({ sheet, lines }) => ({ name: sheet.name, hidden: sheet.hidden, rows: lines.length })),
    unread: sheets
      .filter((one) => one.kind === undefined && isList(one) && !lists.some(({ sheet }) => sheet === one))
      .map(({ name }) => name),
    columns,
    missing,
    summaries: lists.flatMap(({ sheet, summaries }) => summaries.map((one) => (lists.length > 1 ? `${sheet.name} ${one}` : one))),
    counts: countsOf(rows),
    plan,
    lines,
    hash: createHash('sha256').update(JSON.stringify(told)).digest('hex'),
  }
}

const countsOf = (rows: readonly PlanRow[]): Counts => {
  const counts: Counts = { create: 0, change: 0, same: 0, error: 0 }
  for (const { action } of rows) counts[action] += 1
  return counts
}
