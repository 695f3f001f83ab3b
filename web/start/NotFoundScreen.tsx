import { IconMapQuestion } from '@tabler/icons-react'
import { useMe } from '#web/platform/session.tsx'
import { mayNeedUrgent } from '#web/platform/urgent.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Page } from '#web/ui/Page.tsx'
import * as texts from './texts.ru.ts'

/** No such address, or not for this person: one does not tell which. */
export function NotFoundScreen() {
  // Whoever came for a pupil who is not theirs, and needs the card now. [S4 Р24c]
  const urgent = mayNeedUrgent(useMe())
  return (
    <Page title={texts.notFound.title}>
      <EmptyState
        icon={<IconMapQuestion size={24} stroke={1.6} aria-hidden />}
        title={texts.notFound.text}
        text={urgent && texts.notFound.urgentText}
        action={
          <>
            <ButtonLink href="/">{texts.notFound.home}</ButtonLink>{' '}
            {urgent && <ButtonLink href="/urgent">{texts.notFound.urgent}</ButtonLink>}
          </>
        }
      />
    </Page>
  )
}
