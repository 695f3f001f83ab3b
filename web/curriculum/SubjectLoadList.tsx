import { useMemo } from 'react'
import { vacantOf } from '#domain/curriculum/needs.ts'
import { hoursText } from '#domain/curriculum/rules.ts'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import styles from './Load.module.css'
import type { Load, Place } from './loadView.ts'
import { namesIn } from './loadWords.ts'
import * as texts from './texts.ru.ts'

type SubjectLoad = { subjectId: string; name: string; planned: number; assigned: number; vacant: number; teachers: string }
const words = texts.subjectLoad

/** How many hours of each subject the school needs, has given out and lacks. */
export function SubjectLoadList({ load, places }: { load: Load; places: readonly Place[] }) {
  const rows = useMemo(() => {
    const names = namesIn(load)
    const bySubject = Map.groupBy(places, ({ need }) => need.subjectId)
    return load.subjects.flatMap(({ subjectId, name }): SubjectLoad[] => {
      const own = bySubject.get(subjectId) ?? []
      if (own.length === 0) return []
      const sum = (of: (place: Place) => number) => own.reduce((all, place) => all + of(place), 0)
      const teachers = new Set(own.flatMap(({ running }) => running.map(({ teacherId }) => names.teacher(teacherId))))
      return [
        {
          subjectId,
          name,
          planned: sum(({ planned }) => planned),
          assigned: sum(({ assigned }) => assigned),
          vacant: sum(vacantOf),
          teachers: [...teachers].join(', '),
        },
      ]
    })
  }, [load, places])
  return (
    <DataTable
      label={words.list}
      rows={rows}
      columns={columns}
      rowKey={({ subjectId }) => subjectId}
      searchLabel={words.search}
      empty={<EmptyState title={words.emptyTitle} text={words.emptyText} />}
    />
  )
}

const columns: Column<SubjectLoad>[] = [
  { key: 'name', label: words.columns.name, value: ({ name }) => name, width: 'l' },
  {
    key: 'planned',
    label: words.columns.planned,
    value: ({ planned }) => planned / 2,
    cell: ({ planned }) => hoursText(planned),
    numeric: true,
    hideOnPhone: true,
  },
  {
    key: 'assigned',
    label: words.columns.assigned,
    value: ({ assigned }) => assigned / 2,
    cell: ({ assigned, planned }) => (
      <>
        {hoursText(assigned)}
        <span className={styles.onPhone}> {texts.classLoad.ofPlanned(hoursText(planned))}</span>
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
          <span className={styles.onPhone}> {texts.classLoad.notGiven}</span>
        </span>
      ) : (
        '0'
      ),
    numeric: true,
  },
  { key: 'teachers', label: words.columns.teachers, value: ({ teachers }) => teachers, hideOnPhone: true },
]
