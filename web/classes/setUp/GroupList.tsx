import { useState } from 'react'
import { useLocation } from 'wouter'
import { groupKindNames } from '#domain/classes/texts.ru.ts'
import { Button } from '#web/ui/Button.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import type { Overview } from './ClassList.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import styles from './SetUp.module.css'
import * as texts from './texts.ru.ts'

export type GroupRow = Overview['groups'][number]

/** Combined classes, streams, electives, individual plans. */
export function GroupList({ overview, keeps }: { overview: Overview; keeps: boolean }) {
  const [open, setOpen] = useState<GroupRow | null>(null)
  const [archive, setArchive] = useState(false)
  const [, navigate] = useLocation()
  const onOpen = (group: GroupRow) =>
    group.kind === 'individual' && !group.archived ? navigate(`/school/classes/plans/${group.groupId}`) : setOpen(group)
  const archived = overview.groups.filter((one) => one.archived).length
  const { columns: words } = texts
  const columns: Column<GroupRow>[] = [
    {
      key: 'name',
      label: words.group,
      value: ({ name }) => name,
      cell: ({ name, archived }) => (
        <>
          {name} {archived && <span className={styles.quiet}>{texts.archivedMark}</span>}
        </>
      ),
      width: 'l',
    },
    { key: 'kind', label: words.kind, value: ({ kind }) => groupKindNames[kind], width: 'l' },
    { key: 'classes', label: words.classes, value: ({ classes }) => classes },
    {
      key: 'students',
      label: words.students,
      value: ({ studentIds }) => studentIds.length,
      cell: ({ studentIds, capacity }) => texts.ofCapacity(studentIds.length, capacity),
      numeric: true,
    },
    {
      key: 'courses',
      label: words.courses,
      value: ({ courses }) => courses.map(({ subject, teachers }) => [subject, ...teachers].join(' ')).join(', '),
      cell: ({ courses }) =>
        courses.map(({ subject, teachers }) => [subject, teachers.join(', ')].filter(Boolean).join(': ')).join('; '),
      hideOnPhone: true,
    },
  ]
  return (
    <>
      <DataTable
        label={texts.views.groups}
        rows={overview.groups.filter((one) => archive || !one.archived)}
        columns={columns}
        rowKey={({ groupId }) => groupId}
        {...(keeps ? { onOpen } : {})}
        {...(overview.groups.length > 8 ? { searchLabel: texts.searchGroup } : {})}
        tools={
          archived > 0 && (
            <Button kind="quiet" onClick={() => setArchive(!archive)}>
              {archive ? texts.hideArchived : texts.showArchived(archived)}
            </Button>
          )
        }
        empty={<EmptyState title={texts.noGroups} text={texts.noGroupsText} />}
      />
      {open && <GroupDialog overview={overview} group={open} onClose={() => setOpen(null)} />}
    </>
  )
}
