import { QueryClientProvider } from '@tanstack/react-query'
import { SessionGate } from '#web/access/SessionGate.tsx'
import { screens as access } from '#web/access/screens.ts'
import { screens as classes } from '#web/classes/screens.ts'
import { screens as diary } from '#web/diary/screens.ts'
import { screens as journal } from '#web/journal/screens.ts'
import { screens as myDay } from '#web/myDay/screens.ts'
import { queryClient } from '#web/platform/queryClient.ts'
import { Frame } from '#web/shell/Frame.tsx'
import { ErrorBoundary } from '#web/start/ErrorBoundary.tsx'
import { StatusLive } from '#web/ui/StatusLive.tsx'
import { ToastRegion } from '#web/ui/ToastRegion.tsx'
import { Tooltip } from '#web/ui/Tooltip.tsx'

const screens = [...myDay, ...journal, ...classes, ...diary, ...access]

/** The whole app: whose page it is, the frame, the screens of all modules. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <SessionGate>
          <Frame screens={screens} />
        </SessionGate>
      </ErrorBoundary>
      <ToastRegion />
      <StatusLive />
      <Tooltip />
    </QueryClientProvider>
  )
}
