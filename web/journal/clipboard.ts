import { type Entry, entryText, markText, parseEntry } from '#domain/journal/entry.ts'
import type { Held } from './changes.ts'
import type { Scale } from './keys.ts'
import type { Column, Row } from './model.ts'
import { matchName } from './names.ts'

/** Reads what Excel and LibreOffice put on the clipboard: tabs between cells, quotes around a cell with a line break in it. */
export function parseTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const clean = text.replace(/\r\n?/g, '\n')
  for (let i = 0; i < clean.length; i++) {
    const sign = clean[i]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (clean[i + 1] === '"') cell += clean[++i]!
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t' || sign === '\n') {
      rows.at(-1)!.push(cell.trim())
      cell = ''
      if (sign === '\n') rows.push([])
    } else cell += sign
  }
  rows.at(-1)!.push(cell.trim())
  while (rows.length > 0 && rows.at(-1)!.every((value) => value === '')) rows.pop()
  return rows
}

/** Cells as a table for a spreadsheet; reads back by `parseTable`. */
export const tableText = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')

/** A cell as it is copied: «н/5». In a lesson's second column only the mark, since the absence stands in the first. */
export const copiedText = (held: Held, column: Column, scale: Scale): string =>
  column.first
    ? entryText({ values: held.mark.values, absence: held.attendance.code, pending: held.mark.dueOn !== null }, scale)
    : markText(held.mark.values, held.mark.dueOn !== null, scale)

export type PasteLine = {
  /** As it was pasted: the name, or the number of the line. */
  label: string
  /** Whose line it is; null when nobody, or more than one, is called so. */
  studentId: string | null
  problem: 'unknownName' | 'twoNames' | 'beyondList' | 'twice' | null
  cells: { text: string; columnId: string | null; entry: Entry | null }[]
}

/** What a pasted table would do, before it does anything. */
export type PastePlan = {
  named: boolean
  lines: PasteLine[]
  /** Cells that will be written. */
  ready: number
  /** Cells and lines that will not. */
  wrong: number
}

type Target = { rows: readonly Row[]; columns: readonly Column[]; row: number; column: number; scale: Scale }

/**
 * Lays a pasted table over the page from the cell at (row, column). When its first column holds names, lines go to the students so
 * called («е» is «ё», with or without the given name), not one under another. Empty cells change nothing. Nothing shifts silently:
 * a line without its student and a cell that is no journal entry are shown as wrong.
 */
export function planPaste(table: string[][], { rows, columns, row, column, scale }: Target): PastePlan {
  const named = table.some(([first = '', ...rest]) => rest.length > 0 && looksLikeName(first, scale))
  const taken = new Set<string>()
  const lines: PasteLine[] = []
  for (const [i, values] of table.entries()) {
    const cells = (named ? values.slice(1) : values).map((text, j) => ({
      text,
      columnId: columns[column + j]?.id ?? null,
      entry: text === '' ? null : parseEntry(text, scale),
    }))
    if (!named) {
      const studentId = rows[row + i]?.studentId ?? null
      lines.push({ label: String(i + 1), studentId, problem: studentId ? null : 'beyondList', cells })
      continue
    }
    const label = values[0] ?? ''
    if (isHeading(label, cells)) continue
    const found = matchName(label, rows)
    const one = found.length === 1 ? found[0]!.studentId : null
    const problem = one ? (taken.has(one) ? 'twice' : null) : found.length > 1 ? 'twoNames' : 'unknownName'
    if (one) taken.add(one)
    lines.push({ label, studentId: problem ? null : one, problem, cells })
  }
  return { named, lines, ...counts(lines) }
}

/** True when a plan may be carried out without being shown first. */
export const isPlainPaste = (plan: PastePlan): boolean => !plan.named && plan.wrong === 0

function counts(lines: PasteLine[]) {
  let ready = 0
  let wrong = 0
  for (const line of lines) {
    const filled = line.cells.filter((cell) => cell.text !== '')
    const fine = filled.filter((cell) => cell.entry && cell.columnId)
    ready += line.problem ? 0 : fine.length
    wrong += line.problem ? Math.max(1, filled.length) : filled.length - fine.length
  }
  return { ready, wrong }
}

const looksLikeName = (text: string, scale: Scale): boolean => /\p{L}{2,}/u.test(text) && parseEntry(text, scale) === null

/** «Ученик», «ФИО», a line of dates above the names: skipped, when not one of its cells is an entry. */
const isHeading = (label: string, cells: PasteLine['cells']): boolean =>
  (/^(№|фио|ф\.? ?и\.?|ученик|учащи|обучающ|фамили|имя)/i.test(label) || label === '') && !cells.some((cell) => cell.entry)
