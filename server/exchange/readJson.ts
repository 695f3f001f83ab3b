import type { Cell } from '#domain/exchange/cells.ts'
import { wholeFields } from '#domain/exchange/fields.ts'
import { JSON_FORMAT, JSON_VERSION } from '#domain/exchange/json.ts'
import { kinds, MOST_ROWS } from '#domain/exchange/kinds.ts'
import type { Sheet } from '#domain/exchange/sheet.ts'
import { kindNames } from '#domain/exchange/texts.ru.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { LONGEST_CELL } from './merged.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The lists of a file in JSON, as exchange.exportJson writes them: a sheet for each, under its headings. Fields that a list has not are
 * not read. Refusals: exchange.notSheet for another form of JSON, exchange.tooManyRows, exchange.broken.
 */
export function readJson(text: string): Sheet[] {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    throw new Refusal('exchange.broken')
  }
  if (!isObject(said) || said.format !== JSON_FORMAT || said.version !== JSON_VERSION || !isObject(said.lists))
    throw new Refusal('exchange.notSheet')
  const { lists } = said
  return kinds.flatMap((kind): Sheet[] => {
    const rows = lists[kind]
    if (!Array.isArray(rows) || rows.length === 0) return []
    if (rows.length >= MOST_ROWS) throw new Refusal('exchange.tooManyRows')
    if (!rows.every(isObject)) throw new Refusal('exchange.broken')
    const own = wholeFields(kind).filter(({ key }) => rows.some((row) => Object.hasOwn(row, key)))
    const cells = rows.map((row) => own.map(({ key }) => (Object.hasOwn(row, key) ? cellOf(row[key]) : null)))
    return [
      {
        name: kindNames[kind],
        kind,
        hidden: false,
        rows: [own.map(({ label }) => label), ...cells],
        hiddenRows: [],
        formulas: [],
      },
    ]
  })
}

const cellOf = (value: unknown): Cell =>
  typeof value === 'number' || typeof value === 'boolean'
    ? value
    : typeof value === 'string' && value.trim() !== ''
      ? value.slice(0, LONGEST_CELL)
      : null
