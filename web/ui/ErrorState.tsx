import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'
import * as texts from './texts.ru.ts'

/** What was asked for did not come. An error with a sentence for people (a Problem) is shown in its words. */
export function ErrorState({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const offline = error.name === 'Offline'
  return (
    <div role="alert">
      <EmptyState
        icon={
          offline ? <IconCloudOff size={24} stroke={1.6} aria-hidden /> : <IconAlertTriangle size={24} stroke={1.6} aria-hidden />
        }
        title={offline ? texts.offline : texts.failed}
        text={offline ? texts.offlineText : error.message}
        action={onRetry && <Button onClick={onRetry}>{texts.retry}</Button>}
      />
    </div>
  )
}
