import type { Cell } from '#domain/exchange/cells.ts'
import { MOST_COLUMNS, MOST_ROWS } from '#domain/exchange/kinds.ts'
import { addressOf, type Sheet } from '#domain/exchange/sheet.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { fillMerged, LONGEST_CELL } from './merged.ts'
import { readJson } from './readJson.ts'
import { sheetsOfOpenDocument } from './readOpenDocument.ts'
import { proveZip } from './zip.ts'

/**
 * The sheets of an uploaded file: of a workbook, or of a text with columns. What it is, is told by its bytes and not by its name.
 * Runs apart from the server's own thread. Refusals: exchange.notSheet, exchange.oldExcel, exchange.encrypted, exchange.empty,
 * exchange.tooManyRows, exchange.tooManyColumns, exchange.broken, and those of `proveZip`.
 */
export async function readFile(bytes: Buffer): Promise<Sheet[]> {
  const sheets = bytes[0] === 0x50 && bytes[1] === 0x4b ? await readWorkbook(bytes) : await readText(bytes)
  const filled = sheets.filter(({ rows }) => rows.some((cells) => cells.some((cell) => cell !== null)))
  if (filled.length === 0) throw new Refusal('exchange.empty')
  // A file of the whole school has a list of each kind, and is read one kind at a time.
  if (filled.reduce((total, { rows, kind }) => (kind ? total : total + rows.length), 0) > MOST_ROWS)
    throw new Refusal('exchange.tooManyRows')
  return filled
}

async function readWorkbook(bytes: Buffer): Promise<Sheet[]> {
  const proved = proveZip(bytes)
  if (proved.kind === 'openDocument') return sheetsOfOpenDocument(proved.content)
  const { readXlsx, HucreError } = await import('hucre')
  // A row and a column more than may be: who has them is refused and not cut.
  const range = `A1:${addressOf(MOST_ROWS + 1, MOST_COLUMNS)}`
  let workbook: Awaited<ReturnType<typeof readXlsx>>
  try {
    workbook = await readXlsx(bytes, { range })
  } catch (error) {
    if (error instanceof HucreError || error instanceof RangeError || error instanceof TypeError)
      throw new Refusal('exchange.broken')
    throw error
  }
  return workbook.sheets.map((sheet) => {
    if (sheet.rows.length > MOST_ROWS) throw new Refusal('exchange.tooManyRows')
    if (sheet.rows.some((row) => row.length > MOST_COLUMNS)) throw new Refusal('exchange.tooManyColumns')
    const rows = sheet.rows.map((row) => row.map(cellOf))
    fillMerged(rows, sheet.merges ?? [])
    return {
      name: sheet.name.slice(0, 60),
      hidden: Boolean(sheet.hidden || sheet.veryHidden),
      rows,
      hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
      formulas: [...(sheet.cells ?? [])].flatMap(([place, { formula }]) => {
        const [row, column] = place.split(',').map(Number)
        return formula === undefined ? [] : [addressOf(row!, column!)]
      }),
    }
  })
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { at: value.toISOString().slice(0, 16) }
  if (typeof value === 'string') return value.trim() === '' ? null : value.slice(0, LONGEST_CELL)
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** A text with columns. Refusals: exchange.oldExcel, exchange.encrypted, exchange.notSheet, exchange.tooManyRows, exchange.tooManyColumns. */
async function readText(bytes: Buffer): Promise<Sheet[]> {
  if (bytes.subarray(0, 8).equals(OLE))
    throw new Refusal(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'exchange.encrypted' : 'exchange.oldExcel')
  const text = decoded(bytes)
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text) || /^(%PDF|\s*<(!doctype|html|\?xml))/i.test(text))
    throw new Refusal('exchange.notSheet')
  if (/^\s*\{/.test(text)) return readJson(text)
  const { parse } = await import('csv-parse/sync')
  let records: string[][]
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: 200_000,
      to: MOST_ROWS + 1,
    }) as string[][]
  } catch {
    throw new Refusal('exchange.broken')
  }
  if (records.length > MOST_ROWS) throw new Refusal('exchange.tooManyRows')
  if (records.some((record) => record.length > MOST_COLUMNS)) throw new Refusal('exchange.tooManyColumns')
  return [{ name: '', hidden: false, rows: records.map((record) => record.map(cellOf)), hiddenRows: [], formulas: [] }]
}

/** Excel saves UTF-8 with a mark, windows-1251, or UTF-16 with tabs. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

/** The sign that parts the first lines into the most columns, outside quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/, 20)
  const columns = (sign: string) => lines.reduce((total, line) => total + line.split(sign).length - 1, 0)
  // A decimal comma stands in cells, a semicolon hardly ever.
  return columns(';') > 0 && columns(';') * 2 >= columns('\t') ? ';' : columns('\t') > 0 ? '\t' : ','
}
