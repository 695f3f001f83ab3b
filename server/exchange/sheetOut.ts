import { dotted } from '#domain/exchange/cells.ts'
import type { Field } from '#domain/exchange/fields.ts'
import { type CellOut, harmless, type RowOut } from '#domain/exchange/rowsOut.ts'

export type Format = 'xlsx' | 'csv'
export type Made = { mediaType: string; content: string }

export const mediaTypes: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
/** The first row of choices on a template, and the last one they are offered on. */
const LAST_ROW = 2_000
const bold = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } } } as const

/** A list as a file, in base64: of Excel, or CSV as Excel reads it in Russia — UTF-8 with its mark, semicolons, CRLF. */
export async function fileOf(format: Format, title: string, fields: readonly Field[], rows: readonly RowOut[]): Promise<Made> {
  const table = rows.map((row) => fields.map(({ key }) => row[key] ?? ''))
  const content = format === 'csv' ? await csvOf(fields, table) : await workbookOf(title, fields, table, null)
  return { mediaType: mediaTypes[format], content: content.toString('base64') }
}

/** The sheet beside the list that says what stands in which column. */
export type Hints = { title: string; headings: string[]; rows: string[][] }

export async function templateOf(
  format: Format,
  title: string,
  fields: readonly Field[],
  example: readonly CellOut[],
  hints: Hints,
): Promise<Made> {
  const content = format === 'csv' ? await csvOf(fields, [example]) : await workbookOf(title, fields, [example], hints)
  return { mediaType: mediaTypes[format], content: content.toString('base64') }
}

async function csvOf(fields: readonly Field[], table: readonly (readonly CellOut[])[]): Promise<Buffer> {
  const { stringify } = await import('csv-stringify/sync')
  const lines = [fields.map(({ label }) => label), ...table.map((cells) => cells.map((cell) => harmless(textOut(cell))))]
  return Buffer.from(stringify(lines, { bom: true, delimiter: ';', record_delimiter: '\r\n' }))
}

const textOut = (cell: CellOut): string => (typeof cell === 'object' ? dotted(cell.day) : String(cell))

/** Strings stay strings: a cell that begins with «=» is text, as it was typed. */
async function workbookOf(
  title: string,
  fields: readonly Field[],
  table: readonly (readonly CellOut[])[],
  hints: Hints | null,
): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx')
  const value = (cell: CellOut) => (typeof cell === 'object' ? new Date(`${cell.day}T00:00:00Z`) : cell === '' ? null : cell)
  const headed = (row: number, width: number) =>
    new Map(Array.from({ length: width }, (_, column) => [`${row},${column}`, { style: bold }] as const))
  const days = new Set(fields.flatMap((_, i) => (table.some((cells) => typeof cells[i] === 'object') ? [i] : [])))
  const list = {
    name: title.slice(0, 31),
    columns: fields.map(({ width }, i) => ({ width, ...(days.has(i) ? { numFmt: 'dd.mm.yyyy' } : {}) })),
    rows: [fields.map(({ label }) => label), ...table.map((cells) => cells.map(value))],
    cells: headed(0, fields.length),
    freezePane: { rows: 1 },
    dataValidations: fields.flatMap(({ choices }, i) =>
      choices
        ? [{ type: 'list' as const, values: [...choices], range: `${letterOf(i)}2:${letterOf(i)}${LAST_ROW}`, allowBlank: true }]
        : [],
    ),
  }
  const sheets = hints
    ? [
        list,
        {
          name: hints.title,
          columns: [{ width: 26 }, { width: 18 }, { width: 60 }],
          rows: [hints.headings, ...hints.rows],
          cells: headed(0, hints.headings.length),
        },
      ]
    : [list]
  return Buffer.from(await writeXlsx({ sheets }))
}

const letterOf = (column: number): string => String.fromCharCode(65 + column)
