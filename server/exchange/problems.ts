import { type Cell, dotted, textOf } from '#domain/exchange/cells.ts'
import { type Field, wholeFields } from '#domain/exchange/fields.ts'
import type { Kind } from '#domain/exchange/kinds.ts'
import type { PlanRow } from '#domain/exchange/plan.ts'
import type { CellOut, RowOut } from '#domain/exchange/rowsOut.ts'
import { fileNameOf, fixing, problems as sentences, values } from '#domain/exchange/sheet.texts.ru.ts'
import { type Line, OVER } from '#domain/exchange/sheet.ts'
import { theSchool } from '#server/access/subjects.ts'
import { answer } from '#server/platform/execute.ts'
import { dryRunOf } from './dryRun.ts'
import { fileOf } from './sheetOut.ts'

const WHY = 'why'
const PLACE = 'place'

export const problemsQuery = answer('exchange.problems', {
  load: theSchool,
  run: async ({ tx, today }, { uploadId, kind, onDate = null }) => {
    const { plan, lines } = await dryRunOf(tx, { uploadId, kind, onDate }, today)
    const wrong = new Map((plan?.rows ?? []).flatMap((row) => (row.action === 'error' ? [[placeOf(row), row] as const] : [])))
    const own = lines.filter((line) => wrong.has(placeOf(line)))
    const columns = columnsOf(kind, own)
    const rows = own.map((line) => rowOf(line, wrong.get(placeOf(line))!, columns))
    const name = `${fileNameOf(kind)} — ${fixing.name}.xlsx`
    return { name, rows: rows.length, ...(await fileOf('xlsx', fileNameOf(kind), columns, rows)) }
  },
})

const placeOf = ({ sheet, row }: { sheet: string; row: number }) => `${row} ${sheet}`

/** The columns of the list that the rows have, under the names by which they are found again; then why each row was left out. */
function columnsOf(kind: Kind, lines: readonly Line[]): Field[] {
  const keys = new Set(lines.flatMap(({ cells }) => Object.keys(cells)))
  if (lines.some(({ under }) => under !== '')) keys.add(kind === 'curriculum' ? 'part' : 'class')
  const over = [...keys].filter((key) => key.startsWith(OVER))
  const plain = (key: string, label: string, width: number): Field => ({ key, label, also: [], width })
  return [
    ...wholeFields(kind)
      .filter(({ key }) => keys.has(key))
      .map(({ choices: _, ...field }): Field => field),
    ...over.map((key) => plain(key, key.slice(OVER.length), 8)),
    plain(PLACE, fixing.place, 12),
    plain(WHY, fixing.why, 60),
  ]
}

function rowOf({ cells, under, sheet, row }: Line, { problems }: PlanRow, columns: readonly Field[]): RowOut {
  const why = problems.map(({ code, address, value }) => `${address}: ${sentences[code]?.(value) ?? code}`).join('; ')
  const said = (key: string): CellOut => {
    if (key === WHY) return why
    if (key === PLACE) return [sheet, row].filter(Boolean).join(', ')
    const cell = cells[key]?.cell ?? null
    const standsUnder = (key === 'class' || key === 'part') && textOf(cell) === ''
    return standsUnder ? (values[under] ?? under) : cellOut(cell)
  }
  return Object.fromEntries(columns.map(({ key }) => [key, said(key)]))
}

/** As it stood in the file, a day as a day: whoever corrects it should find it again. */
function cellOut(cell: Cell): CellOut {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return values[String(cell)]!
  if (typeof cell !== 'object') return cell
  const day = cell.at.slice(0, 10)
  return day < '1900-01-01' ? textOf(cell) : /^\d{4}-\d\d-\d\d$/.test(day) ? { day } : dotted(day)
}
