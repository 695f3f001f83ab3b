import type { Cell } from '#domain/exchange/cells.ts'
import { MOST_COLUMNS } from '#domain/exchange/kinds.ts'
import { Refusal } from '#domain/platform/refusal.ts'

/** Longer than any honest cell: what is beyond it is cut. */
export const LONGEST_CELL = 2_000
/** Cells that merged areas of one sheet may fill. */
const MOST_FILLED = 200_000

export type Merge = { startRow: number; startCol: number; endRow: number; endCol: number }

/** Every cell of a merged area says what its first one says. Refusal: exchange.bomb. */
export function fillMerged(rows: Cell[][], merges: readonly Merge[]): void {
  let left = MOST_FILLED
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null
    if (value === null) continue
    const [lastRow, lastColumn] = [Math.min(endRow, rows.length - 1), Math.min(endCol, MOST_COLUMNS - 1)]
    left -= (lastRow - startRow + 1) * (lastColumn - startCol + 1)
    if (left < 0) throw new Refusal('exchange.bomb')
    for (let row = startRow; row <= lastRow; row++) {
      const cells = rows[row]!
      for (let column = startCol; column <= lastColumn; column++) cells[column] = value
      for (let column = 0; column < cells.length; column++) cells[column] ??= null
    }
  }
}
