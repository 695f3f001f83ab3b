import { Redirect, useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { monthName } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { gapsText } from './gapsText.ts'
import { TimeText } from './TimeText.tsx'
import * as texts from './texts.ru.ts'

type ClassRow = Output<'people.checks'>['classes'][number]

/** How good the data of each class are, and who has checked them this month and in October. */
export default function ChecksScreen() {
  const { today } = useMe()
  const [, navigate] = useLocation()
  const { data, error, refetch } = useQuery('people.checks', {})
  const can = useCan()
  const { columns } = texts.checks
  // Who leads one class and oversees nothing has nothing to choose.
  const only = data?.classes.length === 1 && !can('school.settings', { kind: 'school' }) ? data.classes[0] : null
  if (only) return <Redirect to={`/school/people/checks/${only.classId}`} replace />
  const table: Column<ClassRow>[] = [
    { key: 'class', label: columns.class, value: (one) => one.name, width: 's' },
    { key: 'teacher', label: columns.teacher, value: (one) => one.homeroomTeacher },
    {
      key: 'quality',
      label: columns.quality,
      value: (one) => one.percent,
      cell: (one) => `${one.percent} %`,
      numeric: true,
      width: 's',
    },
    { key: 'gaps', label: columns.gaps, value: (one) => gapsText(one.gaps), width: 'l' },
    {
      key: 'monthly',
      label: columns.monthly,
      value: (one) => one.monthly?.at ?? null,
      cell: (one) => (one.monthly ? <TimeText at={one.monthly.at} say={texts.checks.checkedOn} /> : texts.checks.notYet),
      width: 'm',
    },
    {
      key: 'october',
      label: columns.october,
      value: (one) => one.ticked,
      cell: (one) => texts.checks.ticked(one.ticked, one.students),
      numeric: true,
      width: 's',
    },
  ]
  const done = data?.classes.filter(({ monthly }) => monthly !== null).length ?? 0
  return (
    <Page title={texts.checks.title} subtitle={data && texts.checks.subtitle(monthName(data.month), data.month.slice(0, 4))}>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && data.classes.length > 1 && (
        <ProgressBar
          label={texts.checks.columns.monthly}
          value={done}
          max={data.classes.length}
          told={texts.checks.all(done, data.classes.length)}
        />
      )}
      {data && (
        <DataTable
          label={`${texts.checks.title}, ${today}`}
          rows={data.classes}
          columns={table}
          rowKey={({ classId }) => classId}
          onOpen={({ classId }) => navigate(`/school/people/checks/${classId}`)}
          empty={<EmptyState title={texts.checks.none} text={texts.checks.noneText} />}
        />
      )}
    </Page>
  )
}
