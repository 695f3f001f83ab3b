import { useState } from 'react'
import { useQuery } from '#web/platform/queries.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { PromotionForm } from './PromotionForm.tsx'
import * as texts from './texts.ru.ts'

/** The school moves into a new year: 1А becomes 2А, grades 9 and 11 finish, some stay. */
export default function PromotionScreen() {
  const overview = useQuery('classes.overview', {})
  const years = (overview.data?.years ?? []).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const [chosen, setChosen] = useState('')
  const toYearId = chosen || (years.at(-1)?.yearId ?? '')
  const fromYearId = years[years.findIndex(({ yearId }) => yearId === toYearId) - 1]?.yearId ?? ''
  const possible = fromYearId !== '' && toYearId !== ''
  const { data, error, refetch } = useQuery('classes.promotionPlan', { fromYearId, toYearId }, { enabled: possible })
  return (
    <Page
      title={texts.title}
      subtitle={data && `${data.from.name} → ${data.to.name}`}
      controls={
        years.length > 2 && (
          <SelectField
            label={texts.toYear}
            value={toYearId}
            options={years.slice(1).map(({ yearId, name }) => ({ value: yearId, label: name }))}
            onChange={setChosen}
          />
        )
      }
    >
      {overview.data && !possible && (
        <EmptyState
          title={texts.oneYear}
          text={texts.oneYearText}
          action={
            <ButtonLink kind="primary" href="/school/year">
              {texts.openYear}
            </ButtonLink>
          }
        />
      )}
      {(!overview.data || (possible && !data)) &&
        ((error ?? overview.error) ? (
          <ErrorState error={(error ?? overview.error)!} onRetry={refetch} />
        ) : (
          <Skeleton rows={10} />
        ))}
      {data && possible && <PromotionForm key={`${fromYearId} ${toYearId}`} plan={data} />}
    </Page>
  )
}
