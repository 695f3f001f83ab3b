import { IconAlertTriangle } from '@tabler/icons-react'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Page } from '#web/ui/Page.tsx'
import * as texts from './texts.ru.ts'

/** What is left when a page broke: a calm word and a way on. A part that could not be fetched means a new version or no network. */
export function CrashScreen({ error }: { error: Error }) {
  const notFetched = /dynamically imported module|Importing a module script failed|error loading|preload CSS|^No styles/i.test(
    error.message,
  )
  const text = notFetched ? (navigator.onLine ? texts.crashed.outdated : texts.crashed.offline) : texts.crashed.text
  return (
    <Page title={texts.crashed.title}>
      <div role="alert">
        <EmptyState
          icon={<IconAlertTriangle size={24} stroke={1.6} aria-hidden />}
          title={texts.crashed.title}
          text={text}
          action={<Button onClick={() => location.reload()}>{texts.crashed.reload}</Button>}
        />
      </div>
    </Page>
  )
}
