import { IconChevronLeft, IconChevronRight, IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { type ReactNode, useCallback, useId, useMemo } from 'react'
import styles from './DataTable.module.css'
import { IconButton } from './IconButton.tsx'
import { SearchField } from './SearchField.tsx'
import { TableOnPhone } from './TableOnPhone.tsx'
import { TableRows } from './TableRows.tsx'
import { Tick } from './Tick.tsx'
import * as own from './table.texts.ru.ts'
import { type Cell, finderOf, type Sorting, sorted } from './tableRows.ts'
import * as texts from './texts.ru.ts'
import { useKept } from './useKept.ts'
import { usePrinting } from './usePrinting.ts'

export type Column<R> = {
  key: string
  label: string
  /** What the column is sorted and searched by. */
  value: (row: R) => Cell
  /** What is shown; the value when it is missing. */
  cell?: (row: R) => ReactNode
  width?: 's' | 'm' | 'l'
  numeric?: boolean
  hideOnPhone?: boolean
  /** On a phone its label stands before the value: a date or a name alone says nothing. A figure has it anyway. */
  named?: boolean
}
type Props<R> = {
  /** What the table is a list of. */
  label: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  rowKey: (row: R) => string
  /** Shows a search; its name. A list of more than a page has one anyway. */
  searchLabel?: string
  onOpen?: (row: R) => void
  /** Keys of the rows that are ticked; ticks are shown when it is given. */
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  /** Beside the search: filters, buttons. */
  tools?: ReactNode
  empty: ReactNode
}

const PAGE = 50
/** So many fit a phone: nobody sorts them. */
const FEW = 10

/** A long list: searched as one types, sorted by any heading, fifty rows at a time; cards on a phone. */
export function DataTable<R>({ label, rows, columns, rowKey, searchLabel, onOpen, selected, onSelect, tools, empty }: Props<R>) {
  // On return from a card the list is as it was left.
  const [search, setSearch] = useKept(`${label} search`, '')
  const [sorting, setSorting] = useKept<Sorting | null>(`${label} order`, null)
  const [wanted, setWanted] = useKept(`${label} page`, { search: '', page: 0 })
  const status = useId()
  const find = useMemo(() => finderOf(rows, (row) => columns.map(({ value }) => value(row))), [rows, columns])
  const shown = useMemo(() => {
    const matching = find(search)
    const by = columns.find(({ key }) => key === sorting?.key)
    return by ? sorted(matching, by.value, sorting!.down) : matching
  }, [find, search, sorting, columns])
  const pages = Math.max(1, Math.ceil(shown.length / PAGE))
  const page = wanted.search === search ? Math.min(wanted.page, pages - 1) : 0
  const setPage = (page: number) => setWanted({ search, page })
  const printing = usePrinting()
  const onPage = useMemo(
    () => (printing ? shown : shown.slice(page * PAGE, (page + 1) * PAGE)), // on paper the list is whole
    [shown, page, printing],
  )
  const order = (next: Sorting | null) => {
    setSorting(next)
    setPage(0)
  }
  const sort = (key: string) => order(sorting?.key !== key ? { key, down: false } : sorting.down ? null : { key, down: true })
  const searching = searchLabel ?? (rows.length > PAGE ? own.search : null)
  const tick = useCallback(
    (keys: readonly string[], on: boolean) => {
      const next = new Set(selected)
      for (const key of keys) on ? next.add(key) : next.delete(key)
      onSelect?.(next)
    },
    [selected, onSelect],
  )
  const allTicked = selected !== undefined && shown.length > 0 && shown.every((row) => selected.has(rowKey(row)))
  const tickAll = (on: boolean) => tick(shown.map(rowKey), on)
  return (
    <div className={styles.list}>
      {(searching || tools) && (
        <div className={styles.tools}>
          {searching && <SearchField label={searching} value={search} onChange={setSearch} />}
          {tools}
        </div>
      )}
      {rows.length === 0 ? (
        empty
      ) : (
        <>
          {(rows.length > FEW || selected) && (
            <TableOnPhone
              columns={columns}
              sorting={sorting}
              onSort={order}
              found={shown.length}
              allTicked={allTicked}
              onTickAll={selected ? tickAll : null}
            />
          )}
          <div className={styles.frame}>
            <table className={styles.table} aria-label={label} aria-describedby={status}>
              <thead>
                <tr>
                  {selected && (
                    <th scope="col" className={styles.tick}>
                      <Tick label={texts.table.all} checked={allTicked} onChange={tickAll} />
                    </th>
                  )}
                  {columns.map(({ key, label, width, numeric, hideOnPhone }) => (
                    <th
                      key={key}
                      scope="col"
                      aria-sort={sorting?.key === key ? (sorting.down ? 'descending' : 'ascending') : undefined}
                      data-width={width}
                      data-numeric={numeric || undefined}
                      data-wide={hideOnPhone || undefined}
                    >
                      <button type="button" className={styles.heading} onClick={() => sort(key)}>
                        {label}
                        {sorting?.key === key &&
                          (sorting.down ? (
                            <IconSortDescending size={15} aria-hidden />
                          ) : (
                            <IconSortAscending size={15} aria-hidden />
                          ))}
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              <TableRows rows={onPage} columns={columns} rowKey={rowKey} onOpen={onOpen} selected={selected} onTick={tick} />
            </table>
            {shown.length === 0 && <p className={styles.none}>{texts.table.nothing(search)}</p>}
          </div>
          <div className={styles.foot}>
            <span id={status} role="status">
              {shown.length > PAGE
                ? texts.table.range(page * PAGE + 1, Math.min((page + 1) * PAGE, shown.length), shown.length)
                : texts.table.total(shown.length, rows.length)}
            </span>
            {pages > 1 && (
              <nav aria-label={texts.table.pages} className={styles.pages}>
                <IconButton
                  label={texts.table.earlier}
                  icon={<IconChevronLeft size={18} />}
                  disabled={page === 0}
                  onClick={() => setPage(page - 1)}
                />
                <IconButton
                  label={texts.table.later}
                  icon={<IconChevronRight size={18} />}
                  disabled={page === pages - 1}
                  onClick={() => setPage(page + 1)}
                />
              </nav>
            )}
          </div>
        </>
      )}
    </div>
  )
}
