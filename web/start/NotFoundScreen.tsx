import { IconMapQuestion } from '@tabler/icons-react'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Page } from '#web/ui/Page.tsx'
import * as texts from './texts.ru.ts'

/** No such address, or not for this person: one does not tell which. */
export function NotFoundScreen() {
  return (
    <Page title={texts.notFound.title}>
      <EmptyState
        icon={<IconMapQuestion size={24} stroke={1.6} aria-hidden />}
        title={texts.notFound.text}
        action={<ButtonLink href="/">{texts.notFound.home}</ButtonLink>}
      />
    </Page>
  )
}
