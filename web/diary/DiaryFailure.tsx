import { IconBook } from '@tabler/icons-react'
import type { Offline, Problem } from '#web/platform/problem.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { texts } from './texts.ru.ts'

type Props = { error: Problem | Offline; onRetry(): void }

/** No such student, or not for this person: the same words for both, so that an address tells nobody who learns here. */
export function DiaryFailure({ error, onRetry }: Props) {
  const closed = 'status' in error && [400, 403, 404].includes(error.status)
  if (!closed) return <ErrorState error={error} onRetry={onRetry} />
  return (
    <EmptyState
      icon={<IconBook size={24} stroke={1.6} aria-hidden />}
      title={texts.notOpen}
      action={<ButtonLink href="/">{texts.toStart}</ButtonLink>}
    />
  )
}
