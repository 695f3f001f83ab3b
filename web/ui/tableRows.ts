import { byName, searchForm } from '#domain/platform/texts.ts'

export type Cell = string | number | null
export type Sorting = { key: string; down: boolean }

/**
 * Searches a list: answers the rows in which every word is found in some column: «иван 7а» finds Иванов of 7А. «Ё» is «е». What the rows say
 * is put together once, at the first search, and not again at every key.
 */
export function finderOf<R>(rows: readonly R[], values: (row: R) => readonly Cell[]): (search: string) => readonly R[] {
  let told: string[] | null = null
  return (search) => {
    const words = searchForm(search).split(' ').filter(Boolean)
    if (words.length === 0) return rows
    told ??= rows.map((row) => searchForm(values(row).join(' ')))
    return rows.filter((_, at) => words.every((word) => told![at]!.includes(word)))
  }
}

/** Rows by one column: numbers as numbers, words as in a Russian dictionary, «7А» before «10А», nothing at the end. Equal rows stay as they were. */
export function sorted<R>(rows: readonly R[], value: (row: R) => Cell, down: boolean): R[] {
  const way = down ? -1 : 1
  return rows
    .map((row) => ({ row, by: sortKey(value(row)) }))
    .sort(({ by: a }, { by: b }) => (a.none || b.none ? Number(a.none) - Number(b.none) : way * ascending(a, b)))
    .map(({ row }) => row)
}

/** A cell as it is compared; read out of it once, a row is compared a dozen times. */
type SortKey = { none: boolean; text: string; number: number | null; whole: boolean }

const sortKey = (cell: Cell): SortKey => {
  const text = String(cell ?? '')
  if (typeof cell === 'number') return { none: false, text, number: cell, whole: true }
  const leading = /^\d+/.exec(text)
  return { none: text === '', text, number: leading ? Number(leading[0]) : null, whole: false }
}

function ascending(a: SortKey, b: SortKey): number {
  if (a.whole && b.whole) return a.number! - b.number!
  if (a.number !== null && b.number !== null && a.number !== b.number) return a.number - b.number
  return byName(a.text, b.text)
}
