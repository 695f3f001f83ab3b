import { Problem } from '#web/platform/client.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import * as texts from './texts.ru.ts'

/** Of a page that lives by a school year: the way to the year where there is none yet, any other failure in its own words. */
export function YearFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (!(error instanceof Problem && error.code === 'calendar.noYear')) return <ErrorState error={error} onRetry={onRetry} />
  return (
    <EmptyState
      title={texts.list.none}
      text={texts.list.yearFirst}
      action={
        <ButtonLink href="/school/year" kind="primary">
          {texts.title}
        </ButtonLink>
      }
    />
  )
}
