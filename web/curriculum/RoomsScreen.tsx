import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Output } from '#domain/operations.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { CheckboxField } from '#web/ui/CheckboxField.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { AddRoomsDialog } from './AddRoomsDialog.tsx'
import styles from './Curriculum.module.css'
import { CurriculumTabs } from './CurriculumTabs.tsx'
import { RoomDialog } from './RoomDialog.tsx'
import * as texts from './texts.ru.ts'

export type Room = Output<'curriculum.rooms'>['rooms'][number]
const words = texts.rooms

const columns: Column<Room>[] = [
  {
    key: 'name',
    label: words.columns.name,
    value: ({ name }) => name,
    cell: ({ name, archived }) =>
      archived ? (
        <>
          {name} <span className={styles.soft}>{words.archived}</span>
        </>
      ) : (
        name
      ),
  },
  { key: 'kind', label: words.columns.kind, value: ({ kind }) => kind, width: 'l' },
  { key: 'capacity', label: words.columns.capacity, value: ({ capacity }) => capacity, numeric: true },
]

/** Rooms: what they are for and how many people they take. */
export default function RoomsScreen() {
  const { data, error, refetch } = useQuery('curriculum.rooms', {})
  const may = useCan()('curriculum.addRooms', { kind: 'school' })
  const [open, setOpen] = useState<Room | 'new' | null>(null)
  const [archive, setArchive] = useState(false)
  const rows = useMemo(() => data?.rooms.filter(({ archived }) => archive || !archived) ?? [], [data, archive])
  const close = () => setOpen(null)
  const add = (
    <Button kind="primary" icon={<IconPlus size={17} />} onClick={() => setOpen('new')}>
      {words.add}
    </Button>
  )
  return (
    <Page title={texts.tabs.rooms} actions={may && rows.length > 0 ? add : undefined}>
      <div className={styles.bar}>
        <CurriculumTabs />
      </div>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <DataTable
          label={words.list}
          rows={rows}
          columns={columns}
          rowKey={({ roomId }) => roomId}
          searchLabel={words.search}
          {...(may ? { onOpen: setOpen } : {})}
          tools={
            data.rooms.some(({ archived }) => archived) ? (
              <CheckboxField label={words.showArchived} checked={archive} onChange={setArchive} />
            ) : undefined
          }
          empty={<EmptyState title={words.emptyTitle} text={words.emptyText} action={may ? add : undefined} />}
        />
      )}
      {open === 'new' && <AddRoomsDialog onDone={refetch} onClose={close} />}
      {open && open !== 'new' && <RoomDialog key={open.roomId} room={open} onDone={refetch} onClose={close} />}
    </Page>
  )
}
