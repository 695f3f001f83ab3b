import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import styles from './AbsentScreen.module.css'
import type { OwnClass } from './absent.ts'
import * as texts from './texts.ru.ts'

/** How many are there, class by class: what a kitchen counts portions by. */
export function AbsentClasses({ classes }: { classes: readonly OwnClass[] }) {
  return (
    <DataTable
      label={texts.views.classes}
      rows={classes}
      columns={columns}
      rowKey={({ classId }) => classId}
      searchLabel={texts.className}
      empty={<EmptyState title={texts.noLessons} />}
    />
  )
}

const known = ({ called }: OwnClass): boolean => called > 0
/** A number that nobody has counted yet is a dash. */
const counted = (label: string, one: OwnClass, value: number) => (
  <>
    <span className={styles.onPhone}>{label}: </span>
    {known(one) ? value : <span className={styles.unknown}>—</span>}
  </>
)

const columns: Column<OwnClass>[] = [
  { key: 'name', label: texts.classColumns.name, value: ({ name }) => name, width: 's' },
  {
    key: 'students',
    label: texts.classColumns.students,
    value: ({ students }) => students,
    numeric: true,
    width: 's',
    hideOnPhone: true,
  },
  {
    key: 'here',
    label: texts.classColumns.here,
    value: (one) => one.students - one.absent,
    cell: (one) => counted(texts.classColumns.here, one, one.students - one.absent),
    numeric: true,
    width: 's',
  },
  {
    key: 'absent',
    label: texts.classColumns.absent,
    value: ({ absent }) => absent,
    cell: (one) => counted(texts.classColumns.absent, one, one.absent),
    numeric: true,
    width: 's',
  },
  {
    key: 'allDay',
    label: texts.classColumns.allDay,
    value: ({ allDay }) => allDay,
    cell: (one) => counted(texts.classColumns.allDay, one, one.allDay),
    numeric: true,
    width: 's',
  },
  {
    key: 'called',
    label: texts.classColumns.called,
    value: ({ called }) => called,
    cell: ({ called, lessons }) => (
      <>
        <span className={styles.onPhone}>{texts.classColumns.called}: </span>
        {texts.called(called, lessons)}
      </>
    ),
    width: 's',
  },
]
