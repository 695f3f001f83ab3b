import { IconPrinter } from '@tabler/icons-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { Category } from '#domain/access/capabilities.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { OwnRoleCell } from './OwnRoleCell.tsx'
import { RightCell } from './RightCell.tsx'
import { RightDialog } from './RightDialog.tsx'
import { RightsHistory } from './RightsHistory.tsx'
import styles from './RightsTable.module.css'
import * as texts from './rights.texts.ru.ts'
import { placeAfter, type RightCellFacts, rowsByGroup } from './rightsRows.ts'

/** Capability by category, with what the school has made of it; one cell is in the order of Tab, arrows go on from there. [S1 4.1б] */
export function RightsTable() {
  const { data, error, refetch } = useQuery('access.rights', {})
  const decides = useCan()('access.setRight', { kind: 'school' })
  const [search, setSearch] = useState('')
  const [onlyChanged, setOnlyChanged] = useState(false)
  const [open, setOpen] = useState<RightCellFacts | null>(null)
  const [place, setPlace] = useState<readonly [number, number]>([0, 0])
  const table = useRef<HTMLTableElement>(null)
  const groups = useMemo(() => (data ? rowsByGroup(data, search, onlyChanged) : []), [data, search, onlyChanged])
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />
  const rows = groups.flatMap((group) => group.rows)
  const width = data.categories.length + data.roles.length
  const here: readonly [number, number] = [Math.min(place[0], Math.max(rows.length - 1, 0)), Math.min(place[1], width - 1)]
  const go = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, here, rows.length, width)
    if (!next || !(event.target as Element).closest('td')) return
    event.preventDefault()
    setPlace(next)
    table.current?.querySelector<HTMLElement>(`[data-place="${next.join(' ')}"]`)?.focus()
  }
  const peopleOf = (category: Category) => data.categories.find((one) => one.category === category)?.people ?? 0
  return (
    <>
      <p>{decides ? texts.lead : texts.leadReading}</p>
      <div className={styles.tools}>
        <SearchField label={texts.search} value={search} onChange={setSearch} />
        <CheckboxField label={texts.onlyChanged} checked={onlyChanged} onChange={setOnlyChanged} />
        <Button
          icon={<IconPrinter size={17} stroke={1.7} aria-hidden />}
          onClick={() => window.open('/api/print/rights', '_blank', 'noopener')}
        >
          {texts.print}
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={search ? texts.nothingFound : texts.nothingChanged} />
      ) : (
        <div className={styles.frame}>
          <table ref={table} className={styles.table} aria-label={texts.table} onKeyDown={go}>
            <thead>
              <tr>
                <th scope="col" className={styles.corner}>
                  {texts.columns.capability}
                </th>
                {data.categories.map(({ category, people }) => (
                  <th key={category} scope="col">
                    {texts.categoryTexts[category]}
                    <span className={styles.people}>{texts.people(people)}</span>
                  </th>
                ))}
                {data.roles.map(({ roleId, name, people }) => (
                  <th key={roleId} scope="col">
                    {name}
                    <span className={styles.people}>
                      {texts.ownRole}, {texts.people(people)}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map(({ group, rows: own }) => (
              <tbody key={group}>
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={width + 1}>
                    <span>{texts.groupTexts[group]}</span>
                  </th>
                </tr>
                {own.map(({ capability, cells }) => {
                  const row = rows.findIndex((one) => one.capability === capability)
                  const at = (column: number) => ({
                    place: `${row} ${column}`,
                    current: here[0] === row && here[1] === column,
                    onFocus: () => setPlace([row, column]),
                  })
                  return (
                    <tr key={capability}>
                      <th scope="row">{texts.capabilityTexts[capability]}</th>
                      {cells.map((cell, i) => (
                        <RightCell key={cell.category} cell={cell} decides={decides} {...at(i)} onOpen={() => setOpen(cell)} />
                      ))}
                      {data.roles.map(({ roleId, name, capabilities }, i) => (
                        <OwnRoleCell
                          key={roleId}
                          capability={capability}
                          role={name}
                          has={capabilities.includes(capability)}
                          {...at(data.categories.length + i)}
                        />
                      ))}
                    </tr>
                  )
                })}
              </tbody>
            ))}
          </table>
        </div>
      )}
      <RightsHistory history={data.history} />
      {open && (
        <RightDialog
          cell={open}
          rights={data}
          people={peopleOf(open.category)}
          decides={decides}
          onClose={() => {
            setOpen(null)
            refetch()
          }}
        />
      )}
    </>
  )
}
