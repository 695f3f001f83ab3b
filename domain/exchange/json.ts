import T, { type TProperties } from 'typebox'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Day, Nullable, Obj } from '#domain/platform/schema.ts'
import { wholeFields } from './fields.ts'
import { type Kind, kinds } from './kinds.ts'
import type { CellOut, RowOut } from './rowsOut.ts'

/** The name and the version of the form; a reader that knows neither leaves the file alone. */
export const JSON_FORMAT = 'zvonok.lists'
export const JSON_VERSION = 1

const whole = new Set(['shift', 'days', 'number', 'capacity', 'groups'])
const dated = new Set(['bornOn', 'from', 'to'])

/** What a field of a row may be: a day is «2026-09-01», hours a number, yes and no «да» and «нет», the rest is text; null: not said. */
const schemaOf = (key: string) =>
  Nullable(dated.has(key) ? Day : whole.has(key) ? T.Integer() : key === 'hours' ? T.Number() : T.String())

const rowSchema = (kind: Kind) =>
  Obj(
    Object.fromEntries(
      wholeFields(kind).map(({ key, label, hint }) => [
        key,
        T.Optional({ ...schemaOf(key), description: hint ? `${label}. ${hint}` : label }),
      ]),
    ) as TProperties,
  )

export type JsonValue = string | number | null
export type JsonRow = Readonly<Record<string, JsonValue>>
/** Lists in JSON: which ones, of which year and day, how many rows of each; then the rows, field by field as in the spreadsheets. */
export type JsonLists = {
  format: typeof JSON_FORMAT
  version: typeof JSON_VERSION
  school: string
  year: string
  takenOn: PlainDate
  manifest: { kind: Kind; rows: number }[]
  lists: { [K in Kind]?: JsonRow[] }
}

export const JsonListsSchema = T.Unsafe<JsonLists>(
  Obj({
    format: T.Literal(JSON_FORMAT),
    version: T.Literal(JSON_VERSION),
    school: T.String(),
    year: T.String(),
    takenOn: Day,
    manifest: T.Array(Obj({ kind: T.Unsafe<Kind>({ type: 'string', enum: [...kinds] }), rows: T.Integer() })),
    lists: Obj(Object.fromEntries(kinds.map((kind) => [kind, T.Optional(T.Array(rowSchema(kind)))])) as TProperties),
  }),
)

/** A row of a list as JSON has it. */
export const jsonRow = (row: RowOut): JsonRow =>
  Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, jsonValue(key, cell)]))

function jsonValue(key: string, cell: CellOut): JsonValue {
  if (cell === '') return null
  if (typeof cell === 'object') return cell.day
  return key === 'hours' ? Number(String(cell).replace(',', '.')) : cell
}
