import { IconCircleCheck } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { TimetableNotice } from '#web/calendar/TimetableNotice.tsx'
import { useQuery } from '#web/platform/queries.ts'
import { Card } from '#web/ui/Card.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import * as texts from './texts.ru.ts'

type Teacher = Output<'journal.unfilled'>['teachers'][number]

const labels = texts.overview.columns
const columns: readonly Column<Teacher>[] = [
  { key: 'teacher', label: labels.teacher, value: ({ name }) => name, width: 'l' },
  { key: 'lessons', label: labels.lessons, value: ({ lessons }) => lessons, numeric: true },
  { key: 'noTopic', label: labels.noTopic, value: ({ noTopic }) => noTopic, numeric: true },
  { key: 'noRollCall', label: labels.noRollCall, value: ({ noRollCall }) => noRollCall, numeric: true },
  {
    key: 'oldest',
    label: labels.oldest,
    value: ({ oldest }) => oldest,
    cell: ({ oldest }) => oldest && dayAndMonth(oldest),
    numeric: true,
  },
]

/** For head and deputies: whose journals have fallen behind; a row opens the lessons. */
export default function OverviewScreen() {
  const { data, error, refetch } = useQuery('journal.unfilled', {}, { keep: true })
  const [, navigate] = useLocation()
  return (
    <Page
      title={texts.overview.title}
      subtitle={
        data && data.teachers.length > 0
          ? texts.overview.total(
              data.teachers.length,
              data.teachers.reduce((sum, { lessons }) => sum + lessons, 0),
            )
          : texts.overview.subtitle
      }
    >
      <TimetableNotice />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && (
        <DataTable
          label={texts.overview.title}
          rows={data.teachers}
          columns={columns}
          rowKey={({ personId }) => personId}
          searchLabel={data.teachers.length > 0 ? texts.overview.search : undefined}
          onOpen={({ personId }) => navigate(`/overview/${personId}`)}
          empty={
            <Card>
              <EmptyState
                icon={<IconCircleCheck size={24} stroke={1.6} aria-hidden />}
                title={texts.overview.clear}
                text={texts.overview.clearText}
              />
            </Card>
          }
        />
      )}
    </Page>
  )
}
