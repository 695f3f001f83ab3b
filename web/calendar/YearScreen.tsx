import { IconCalendarPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { isWithin } from '#domain/platform/dates.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useCan, useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { NewYearDialog } from './NewYearDialog.tsx'
import * as texts from './texts.ru.ts'
import { YearPlan } from './YearPlan.tsx'

/** The years of the school: one of them at a glance, and the way to prepare the next. */
export default function YearScreen() {
  const [, navigate] = useLocation()
  const asked = new URLSearchParams(useSearch()).get('year')
  const { data, error, refetch } = useQuery('calendar.years', {})
  const { today } = useMe()
  const may = useCan()('calendar.createYear', { kind: 'school' })
  const [creating, setCreating] = useState(false)
  const years = data?.years ?? []
  const opened = years.filter(({ openedAt }) => openedAt !== null)
  const current =
    opened.find(({ from, to }) => isWithin(today, from, to)) ?? opened.find(({ from }) => from <= today) ?? opened.at(-1)
  const year = years.find(({ yearId }) => yearId === asked) ?? current ?? years[0]
  const draft = years.find(({ openedAt, yearId }) => openedAt === null && yearId !== year?.yearId)
  const prepare = may && data && (
    <Button
      kind={years.length === 0 ? 'primary' : 'plain'}
      icon={<IconCalendarPlus size={18} stroke={1.8} aria-hidden />}
      onClick={() => setCreating(true)}
    >
      {texts.list.prepare}
    </Button>
  )
  return (
    <Page
      title={texts.title}
      subtitle={year && texts.bounds(year.from, year.to)}
      controls={
        years.length > 1 && (
          <SelectField
            label={texts.list.choose}
            bare
            value={year!.yearId}
            onChange={(yearId) => navigate(`/school/year?year=${yearId}`, { replace: true })}
            options={years.map(({ yearId, name, openedAt }) => ({
              value: yearId,
              label: openedAt === null ? `${name} – ${texts.list.draft}` : name,
            }))}
          />
        )
      }
      actions={years.length > 0 && prepare}
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && !year && <EmptyState title={texts.list.none} text={texts.list.noneText} action={prepare} />}
      {draft && (
        <Notice>
          {texts.list.draftOf(draft.name)} <Link href={`/school/year?year=${draft.yearId}`}>{texts.list.proceed}</Link>
        </Notice>
      )}
      {year && <YearPlan key={year.yearId} yearId={year.yearId} />}
      {creating && <NewYearDialog years={years} onClose={() => setCreating(false)} />}
    </Page>
  )
}
