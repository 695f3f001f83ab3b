import { useMemo, useState } from 'react'
import { vacantOf } from '#domain/curriculum/needs.ts'
import { hoursText } from '#domain/curriculum/rules.ts'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import styles from './Load.module.css'
import type { Load, Place } from './loadView.ts'
import { groupOf, namesIn } from './loadWords.ts'
import * as texts from './texts.ru.ts'

const words = texts.vacancies

/** Hours of the whole school that nobody teaches; ticked ones are given to one teacher together. */
export function VacancyList({
  load,
  places,
  onAssign,
}: {
  load: Load
  places: readonly Place[]
  onAssign: ((places: readonly Place[]) => void) | null
}) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const names = useMemo(() => namesIn(load), [load])
  const free = useMemo(() => places.filter((place) => vacantOf(place) > 0), [places])
  const chosen = free.filter(({ key }) => ticked.has(key))
  const columns = useMemo<Column<Place>[]>(
    () => [
      { key: 'group', label: words.columns.group, value: (place) => groupOf(place, names), width: 'l' },
      { key: 'subject', label: words.columns.subject, value: ({ need }) => names.subject(need.subjectId), width: 'l' },
      {
        key: 'hours',
        label: words.columns.hours,
        value: (place) => vacantOf(place) / 2,
        cell: (place) => (
          <span className={styles.vacant}>
            {hoursText(vacantOf(place))}
            <span className={styles.onPhone}> {texts.teacherLoad.hoursUnit}</span>
          </span>
        ),
        numeric: true,
      },
      {
        key: 'plan',
        label: words.columns.plan,
        value: ({ planned }) => planned / 2,
        cell: ({ planned }) => hoursText(planned),
        numeric: true,
        hideOnPhone: true,
      },
      {
        key: 'teachers',
        label: words.columns.teachers,
        value: ({ running }) => running.map(({ teacherId }) => names.teacher(teacherId)).join(', '),
        hideOnPhone: true,
      },
    ],
    [names],
  )
  const groupless = chosen.some(({ groupId }) => groupId === null)
  return (
    <>
      {groupless && <Notice kind="note">{words.cannot}</Notice>}
      <DataTable
        label={words.list}
        rows={free}
        columns={columns}
        rowKey={({ key }) => key}
        searchLabel={words.search}
        {...(onAssign ? { selected: ticked, onSelect: setTicked } : {})}
        tools={
          onAssign && chosen.length > 0 ? (
            <Button kind="primary" disabled={groupless} onClick={() => onAssign(chosen)}>
              {words.assign(chosen.length)}
            </Button>
          ) : undefined
        }
        empty={<EmptyState title={words.emptyTitle} text={words.emptyText} />}
      />
    </>
  )
}
