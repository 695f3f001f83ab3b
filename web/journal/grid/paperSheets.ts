import type { Column } from '../model.ts'

/** So many columns have room on a sheet of A4 beside the names, and beside the averages on the last one. */
const MOST = 35

/** The columns of a page by sheets of paper, each with about as many as the others. */
export function paperSheets(columns: readonly Column[]): Column[][] {
  const sheets = Math.max(1, Math.ceil(columns.length / MOST))
  const each = Math.ceil(columns.length / sheets)
  return Array.from({ length: sheets }, (_, i) => columns.slice(i * each, (i + 1) * each))
}
