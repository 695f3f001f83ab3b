import { useLocation, useParams, useSearch } from 'wouter'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { PrintBar } from '#web/printing/PrintBar.tsx'
import { DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { columnsOf } from './peopleColumns.tsx'
import * as texts from './texts.ru.ts'

/** Students and guardians of one class, for who leads it. */
export default function ClassPeopleScreen() {
  const { classId = '' } = useParams<{ classId: string }>()
  const [, navigate] = useLocation()
  const kind = new URLSearchParams(useSearch()).get('kind') === 'guardian' ? 'guardian' : 'student'
  const { today } = useMe()
  const { data, error, refetch } = useQuery('people.ofClass', { classId })
  const address = `/school/people/class/${classId}`
  return (
    <Page
      controls={
        <SegmentedTabs
          label={texts.list.tabs}
          tabs={[
            { href: address, label: texts.classPeople.students },
            { href: `${address}?kind=guardian`, label: texts.classPeople.guardians },
          ]}
        />
      }
      title={data ? texts.classPeople.title(data.className) : texts.list.title}
      actions={
        data && (
          <PrintBar
            kind="classPeople"
            about={data.className}
            students={(kind === 'student' ? data.students : data.guardians).map(({ personId, name }) => ({
              studentId: personId,
              name,
            }))}
            classId={classId}
            on={today}
            numbered={kind === 'student'}
          />
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && (
        <DataTable
          key={kind}
          label={texts.list.kinds[kind]}
          rows={kind === 'student' ? data.students : data.guardians}
          columns={columnsOf[kind]}
          rowKey={({ personId }) => personId}
          searchLabel={texts.list.search[kind]}
          onOpen={({ personId }) => navigate(`/school/people/${personId}`)}
          empty={<EmptyState title={texts.list.none} />}
        />
      )}
    </Page>
  )
}
