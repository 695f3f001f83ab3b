import { useState } from 'react'
import { Redirect, useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import { isCampaignOpen } from '#domain/people/checks.ts'
import { monthName } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { type Column, DataTable } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { ProgressBar } from '#web/ui/ProgressBar.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
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
  const [shown, setShown] = useState<'all' | 'monthly' | 'october' | 'gaps'>('all')
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
    { key: 'gaps', label: columns.gaps, named: true, value: (one) => gapsText(one.gaps), width: 'l' },
    {
      key: 'monthly',
      label: columns.monthly,
      named: true,
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
  const rows = (data?.classes ?? []).filter(
    (one) => ({ all: true, monthly: one.monthly === null, october: one.ticked < one.students, gaps: one.gaps.length > 0 })[shown],
  )
  const [ticked, students] = (data?.classes ?? []).reduce(([t, s], one) => [t + one.ticked, s + one.students], [0, 0])
  const done = data?.classes.filter(({ monthly }) => monthly !== null).length ?? 0
  return (
    <Page title={texts.checks.title} subtitle={data && texts.checks.subtitle(monthName(data.month), data.month.slice(0, 4))}>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && data.classes.length > 1 && (
        <>
          <ProgressBar
            label={texts.checks.columns.monthly}
            value={done}
            max={data.classes.length}
            told={texts.checks.all(done, data.classes.length)}
          />
          {isCampaignOpen(today) && (
            <ProgressBar
              label={texts.checks.columns.october}
              value={ticked}
              max={Math.max(1, students)}
              told={texts.checks.octoberAll(ticked, students)}
            />
          )}
        </>
      )}
      {data && (
        <DataTable
          label={`${texts.checks.title}, ${today}`}
          rows={rows}
          columns={table}
          rowKey={({ classId }) => classId}
          onOpen={({ classId }) => navigate(`/school/people/checks/${classId}`)}
          searchLabel={texts.checks.searchClasses}
          tools={
            <SelectField
              label={texts.list.show}
              bare
              value={shown}
              options={Object.entries(texts.checks.classesShown).map(([value, label]) => ({ value, label }))}
              onChange={(value) => setShown(value as typeof shown)}
            />
          }
          empty={
            data.classes.length === 0 ? (
              <EmptyState title={texts.checks.none} text={texts.checks.noneText} />
            ) : (
              <EmptyState title={texts.checks.nothingLeft} text={texts.checks.nothingLeftText} />
            )
          }
        />
      )}
    </Page>
  )
}
