import { byName, searchForm } from '#domain/platform/texts.ts'

export type Cell = string | number | null
export type Sorting = { key: string; down: boolean }

/** Rows in which every word of the search is found in some column: «иван 7а» finds Иванов of 7А. «Ё» is «е». */
export function found<R>(rows: readonly R[], search: string, values: (row: R) => readonly Cell[]): readonly R[] {
  const words = searchForm(search).split(' ').filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = searchForm(values(row).join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** Rows by one column: numbers as numbers, words as in a Russian dictionary, «7А» before «10А», nothing at the end. Equal rows stay as they were. */
export function sorted<R>(rows: readonly R[], value: (row: R) => Cell, down: boolean): R[] {
  const order = (a: Cell, b: Cell): number => {
    const [noA, noB] = [a === null || a === '', b === null || b === '']
    if (noA || noB) return Number(noA) - Number(noB)
    const way = down ? -1 : 1
    if (typeof a === 'number' && typeof b === 'number') return way * (a - b)
    const [numberA, numberB] = [/^\d+/.exec(String(a)), /^\d+/.exec(String(b))]
    if (numberA && numberB && Number(numberA[0]) !== Number(numberB[0])) return way * (Number(numberA[0]) - Number(numberB[0]))
    return way * byName(String(a), String(b))
  }
  return rows.toSorted((a, b) => order(value(a), value(b)))
}
