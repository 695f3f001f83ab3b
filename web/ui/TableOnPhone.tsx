import { CheckboxField } from './CheckboxField.tsx'
import styles from './DataTable.module.css'
import { SelectField } from './SelectField.tsx'
import * as texts from './table.texts.ru.ts'
import type { Sorting } from './tableRows.ts'

/** What the headings of a table do, for where it has none: sorting, and choosing all that are found. */
export function TableOnPhone({
  columns,
  sorting,
  onSort,
  found,
  allTicked,
  onTickAll,
}: {
  columns: readonly { key: string; label: string }[]
  sorting: Sorting | null
  onSort: (sorting: Sorting | null) => void
  found: number
  allTicked: boolean
  onTickAll: ((on: boolean) => void) | null
}) {
  return (
    <div className={styles.onPhone}>
      <SelectField
        label={texts.order}
        bare
        value={sorting ? `${sorting.down ? '-' : '+'}${sorting.key}` : ''}
        options={[
          { value: '', label: texts.usual },
          ...columns.flatMap(({ key, label }) => [
            { value: `+${key}`, label: texts.up(label) },
            { value: `-${key}`, label: texts.down(label) },
          ]),
        ]}
        onChange={(value) => onSort(value ? { key: value.slice(1), down: value.startsWith('-') } : null)}
      />
      {onTickAll && found > 0 && <CheckboxField label={texts.all(found)} checked={allTicked} onChange={onTickAll} />}
    </div>
  )
}
