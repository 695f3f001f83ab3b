import { IconArrowUpCircle, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { NextStep } from '#web/firstSteps/NextStep.tsx'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { ClassDialog } from './ClassDialog.tsx'
import { ClassList } from './ClassList.tsx'
import { GroupList } from './GroupList.tsx'
import { NewGroupDialog } from './NewGroupDialog.tsx'
import { ProposalList } from './ProposalList.tsx'
import * as texts from './texts.ru.ts'

/** Classes of a year, groups across them, and what homeroom teachers propose. */
export default function SetUpScreen() {
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const view = search.get('view') ?? 'classes'
  const asked = search.get('year')
  const { data, error, refetch } = useQuery('classes.overview', asked ? { yearId: asked } : {}, { previous: true })
  const can = useCan()
  const [adding, setAdding] = useState<'class' | 'group' | null>(null)
  const keeps = can('classes.create', { kind: 'school' })
  const addressOf = (to: string, yearId = asked) => {
    const query = new URLSearchParams({ ...(to === 'classes' ? {} : { view: to }), ...(yearId ? { year: yearId } : {}) })
    return `/school/classes${query.size > 0 ? `?${query}` : ''}`
  }
  const views = [
    { href: addressOf('classes'), label: texts.views.classes },
    { href: addressOf('groups'), label: texts.views.groups },
    {
      href: addressOf('proposals'),
      label: `${texts.views.proposals}${data?.proposals.length ? ` (${data.proposals.length})` : ''}`,
    },
  ]
  return (
    <Page
      title={texts.title}
      subtitle={data?.yearId && texts.countedOn(data.on)}
      width="full"
      controls={
        data &&
        data.years.length > 1 && (
          <SelectField
            label={texts.year}
            bare
            value={data.yearId ?? ''}
            options={data.years.map(({ yearId, name }) => ({ value: yearId, label: name }))}
            onChange={(yearId) => navigate(addressOf(view, yearId))}
          />
        )
      }
      actions={
        keeps &&
        data?.yearId && (
          <>
            {view === 'classes' && (
              <ButtonLink href="/school/classes/promotion" icon={<IconArrowUpCircle size={17} aria-hidden />}>
                {texts.promote}
              </ButtonLink>
            )}
            {view !== 'proposals' && (
              <Button
                kind="primary"
                icon={<IconPlus size={17} aria-hidden />}
                onClick={() => setAdding(view === 'groups' ? 'group' : 'class')}
              >
                {view === 'groups' ? texts.addGroup : texts.addClass}
              </Button>
            )}
          </>
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && !data.yearId && (
        <EmptyState
          title={texts.noYear}
          text={texts.noYearText}
          action={
            <ButtonLink kind="primary" href="/school/year">
              {texts.toYear}
            </ButtonLink>
          }
        />
      )}
      {data && <NextStep after={data} />}
      {data?.yearId && (
        <>
          <SegmentedTabs label={texts.views.label} tabs={views} current={addressOf(view)} />
          {view === 'classes' && <ClassList overview={data} />}
          {view === 'groups' && <GroupList overview={data} keeps={keeps} />}
          {view === 'proposals' && <ProposalList proposals={data.proposals} />}
          {adding === 'class' && <ClassDialog overview={data} yearId={data.yearId} onClose={() => setAdding(null)} />}
          {adding === 'group' && <NewGroupDialog overview={data} yearId={data.yearId} onClose={() => setAdding(null)} />}
        </>
      )}
    </Page>
  )
}
