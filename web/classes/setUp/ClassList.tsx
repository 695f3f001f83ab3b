import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { leaderOn } from './homerooms.ts'
import styles from './SetUp.module.css'
import * as texts from './texts.ru.ts'

export type Overview = Output<'classes.overview'>
export type ClassRow = Overview['classes'][number]

/** Classes of a year; each opens its card. */
export function ClassList({ overview }: { overview: Overview }) {
  const [, navigate] = useLocation()
  const [archive, setArchive] = useState(false)
  const archived = overview.classes.filter((one) => one.archived).length
  const { columns: words } = texts
  const columns: Column<ClassRow>[] = [
    {
      key: 'name',
      label: words.name,
      value: ({ grade, name }) => `${String(grade).padStart(2, '0')} ${name}`,
      cell: ({ name, archived }) => (
        <>
          {name} {archived && <span className={styles.quiet}>{texts.archivedMark}</span>}
        </>
      ),
      width: 's',
    },
    {
      key: 'homeroom',
      label: words.homeroom,
      value: (one) => leaderOn(one.homerooms, overview.on)?.teacher ?? '',
      cell: (one) => leaderOn(one.homerooms, overview.on)?.teacher ?? <span className={styles.note}>{texts.noHomeroom}</span>,
      width: 'l',
    },
    {
      key: 'students',
      label: words.students,
      value: ({ students }) => students,
      cell: ({ students, capacity }) => (
        <span className={capacity !== null && students > capacity ? styles.note : undefined}>
          {texts.ofCapacity(students, capacity)}
        </span>
      ),
      numeric: true,
    },
    { key: 'subgroups', label: words.subgroups, value: ({ subgroups }) => subgroups || null, numeric: true, hideOnPhone: true },
    { key: 'shift', label: words.shift, value: ({ shift }) => shift, width: 's', hideOnPhone: true },
    { key: 'curriculum', label: words.curriculum, value: ({ curriculum }) => curriculum, hideOnPhone: true },
  ]
  return (
    <DataTable
      label={texts.views.classes}
      rows={overview.classes.filter((one) => archive || !one.archived)}
      columns={columns}
      rowKey={({ classId }) => classId}
      onOpen={({ classId }) => navigate(`/school/classes/${classId}`)}
      {...(overview.classes.length > 8 ? { searchLabel: texts.search } : {})}
      tools={
        archived > 0 && (
          <Button kind="quiet" onClick={() => setArchive(!archive)}>
            {archive ? texts.hideArchived : texts.showArchived(archived)}
          </Button>
        )
      }
      empty={<EmptyState title={texts.none} text={texts.noneText} />}
    />
  )
}
