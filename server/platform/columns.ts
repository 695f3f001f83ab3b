/** A table as columns of one length: an array of each field, or null everywhere when there are no rows (as `array_agg` answers). */
export type Columns<R> = { [K in keyof R]: R[K][] | null }

/** Rows out of columns. Whole columns are cheaper to build, to send and to read than objects that repeat their keys. */
export function rowsOf<R extends object>(columns: Columns<R>): R[] {
  const names = Object.keys(columns) as (keyof R)[]
  const rows: R[] = (columns[names[0]!] ?? []).map(() => ({}) as R)
  for (const name of names) {
    const column = columns[name] ?? []
    for (let i = 0; i < rows.length; i++) rows[i]![name] = column[i]!
  }
  return rows
}
