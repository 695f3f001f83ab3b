/** A place in the grid. Row -1 is the header; columns past the lessons are the summary columns. */
export type Place = { row: number; column: number }

export type Size = { rows: number; columns: number; summaries: number }

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'columnStart'
  | 'columnEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'

type Held = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>

const PAGE = 10

/** Which way a key leads, or null. Ctrl (Cmd) with an arrow goes to the edge, as in a spreadsheet. */
export function readMove({ key, ctrlKey, metaKey }: Held): Move | null {
  const far = ctrlKey || metaKey
  const moves: Record<string, Move> = {
    ArrowUp: far ? 'columnStart' : 'up',
    ArrowDown: far ? 'columnEnd' : 'down',
    ArrowLeft: far ? 'rowStart' : 'left',
    ArrowRight: far ? 'rowEnd' : 'right',
    Home: far ? 'first' : 'rowStart',
    End: far ? 'last' : 'rowEnd',
    PageUp: 'pageUp',
    PageDown: 'pageDown',
  }
  return moves[key] ?? null
}

/** The place one move away, never outside the grid. The header is reached by an arrow from the first row, not by a jump. */
export function moved({ row, column }: Place, move: Move, size: Size): Place {
  const lastRow = size.rows - 1
  const lastColumn = size.columns + size.summaries - 1
  const places: Record<Move, Place> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    rowStart: { row, column: 0 },
    rowEnd: { row, column: lastColumn },
    columnStart: { row: 0, column },
    columnEnd: { row: lastRow, column },
    first: { row: 0, column: 0 },
    last: { row: lastRow, column: lastColumn },
    pageUp: { row: Math.max(0, row - PAGE), column },
    pageDown: { row: row + PAGE, column },
  }
  return within(places[move], size)
}

/** Enter and Tab: along the column or the row, at its end on to the next one; null at the end of everything. */
export function stepped({ row, column }: Place, by: 'down' | 'up' | 'right' | 'left', size: Size): Place | null {
  const along = by === 'down' || by === 'up'
  const forward = by === 'down' || by === 'right'
  const next = along ? { row: row + (forward ? 1 : -1), column } : { row, column: column + (forward ? 1 : -1) }
  if (next.row >= 0 && next.row < size.rows && next.column >= 0 && next.column < size.columns) return next
  if (along) return insideOrNull(forward ? { row: 0, column: column + 1 } : { row: size.rows - 1, column: column - 1 }, size)
  return insideOrNull(forward ? { row: row + 1, column: 0 } : { row: row - 1, column: size.columns - 1 }, size)
}

export type Range = { top: number; bottom: number; left: number; right: number }

/** The rectangle between two corners, of real cells only. */
export const rangeOf = (a: Place, b: Place, size: Size): Range => ({
  top: Math.max(0, Math.min(a.row, b.row)),
  bottom: Math.min(size.rows - 1, Math.max(a.row, b.row)),
  left: Math.max(0, Math.min(a.column, b.column)),
  right: Math.min(size.columns - 1, Math.max(a.column, b.column)),
})

export const sizeOfRange = (range: Range): number =>
  Math.max(0, range.bottom - range.top + 1) * Math.max(0, range.right - range.left + 1)

const within = ({ row, column }: Place, size: Size): Place => ({
  row: Math.min(size.rows - 1, Math.max(-1, row)),
  column: Math.min(size.columns + size.summaries - 1, Math.max(0, column)),
})

const insideOrNull = (place: Place, size: Size): Place | null =>
  place.row < 0 || place.row >= size.rows || place.column < 0 || place.column >= size.columns ? null : place
