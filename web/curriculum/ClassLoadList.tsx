import { hoursText } from '#domain/curriculum/rules.ts'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import styles from './Load.module.css'
import type { ClassLoad } from './loadView.ts'
import * as texts from './texts.ru.ts'

const words = texts.classLoad

const columns: Column<ClassLoad>[] = [
  { key: 'name', label: words.columns.name, value: ({ group }) => group.name },
  {
    key: 'plan',
    label: words.columns.plan,
    value: ({ planned }) => planned / 2,
    cell: ({ group, planned }) => (group.curriculumId ? hoursText(planned) : <span className={styles.soft}>{words.noPlan}</span>),
    numeric: true,
    hideOnPhone: true,
  },
  {
    key: 'assigned',
    label: words.columns.assigned,
    value: ({ planned, vacant }) => (planned - vacant) / 2,
    cell: ({ planned, vacant }) => (
      <>
        {hoursText(planned - vacant)}
        <span className={styles.onPhone}> {words.ofPlanned(hoursText(planned))}</span>
      </>
    ),
    numeric: true,
  },
  {
    key: 'vacant',
    label: words.columns.vacant,
    value: ({ vacant }) => vacant / 2,
    cell: ({ vacant }) =>
      vacant > 0 ? (
        <span className={styles.vacant}>
          {hoursText(vacant)}
          <span className={styles.onPhone}> {words.notGiven}</span>
        </span>
      ) : (
        '0'
      ),
    numeric: true,
  },
  { key: 'missing', label: words.columns.missing, value: ({ missing }) => missing.length, numeric: true, hideOnPhone: true },
]

/** Classes: how much of their plan has a teacher. */
export function ClassLoadList({ classes, onOpen }: { classes: readonly ClassLoad[]; onOpen: (groupId: string) => void }) {
  return (
    <DataTable
      label={words.list}
      rows={classes}
      columns={columns}
      rowKey={({ group }) => group.groupId}
      searchLabel={words.search}
      onOpen={({ group }) => onOpen(group.groupId)}
      empty={<EmptyState title={words.emptyTitle} text={words.emptyText} />}
    />
  )
}
