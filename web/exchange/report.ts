import { fields } from '#domain/exchange/fields.ts'
import type { Kind } from '#domain/exchange/kinds.ts'
import type { PlanRow } from '#domain/exchange/plan.ts'
import { harmless } from '#domain/exchange/rowsOut.ts'
import { OVER } from '#domain/exchange/sheet.ts'
import * as texts from './texts.ru.ts'

/** The heading of a field; what is none of the list's fields — a class, a curriculum — says its own name. */
export const labelOf = (kind: Kind, key: string): string =>
  fields[kind].find((field) => field.key === key)?.label ?? (key.startsWith(OVER) ? key.slice(OVER.length) : key)

/** «Класс (B)»: the column by our name and by its letter in the file; the row has a column of its own. */
const placeOf = (kind: Kind, { field, address }: { field: string; address: string }): string => {
  const letters = /^([A-Z]+)\d+$/.exec(address)?.[1]
  return letters ? `${labelOf(kind, field)} (${letters})` : labelOf(kind, field)
}

/** What will be done of a row, what is wrong with it, and what was put right, a sentence each. */
export const detailsOf = (
  kind: Kind,
  { action, changes, problems, notes }: Pick<PlanRow, 'changes' | 'problems' | 'notes'> & Partial<Pick<PlanRow, 'action'>>,
): string[] => [
  ...problems.map((one) => [placeOf(kind, one), texts.saidText(one)].filter(Boolean).join(': ')),
  ...changes.map(({ field, was, becomes }) => {
    // What was not there before needs no arrow from nowhere.
    const from = was === '' && action === 'create' ? '' : `${texts.valueText(was)} → `
    return `${labelOf(kind, field)}: ${from}${texts.valueText(becomes)}`
  }),
  ...notes.map((one) => texts.saidText(one)),
]

/** The dry run as CSV that Excel opens in Russia; nothing in it can run as a formula. */
export function reportOf(kind: Kind, rows: readonly PlanRow[]): string {
  const { row, title, action, details } = texts.check.columns
  const cells = rows.map((one) => [
    [one.sheet, one.row].filter(Boolean).join(', '),
    one.title,
    texts.actions[one.action],
    detailsOf(kind, one).join('; '),
  ])
  return `\ufeff${[[row, title, action, details], ...cells].map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`
}

const quoted = (cell: string): string => {
  const text = harmless(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
