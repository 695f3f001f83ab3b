import { QueryClientProvider } from '@tanstack/react-query'
import { SessionGate } from '#web/access/SessionGate.tsx'
import { screens as access } from '#web/access/screens.ts'
import { screens as attendance } from '#web/attendance/screens.ts'
import { screens as audit } from '#web/audit/screens.ts'
import { screens as calendar } from '#web/calendar/screens.ts'
import { screens as classes } from '#web/classes/screens.ts'
import { screens as consents } from '#web/consents/screens.ts'
import { screens as curriculum } from '#web/curriculum/screens.ts'
import { screens as diary } from '#web/diary/screens.ts'
import { screens as exchange } from '#web/exchange/screens.ts'
import { screens as help } from '#web/help/screens.ts'
import { screens as journal } from '#web/journal/screens.ts'
import { screens as myDay } from '#web/myDay/screens.ts'
import { screens as notifications } from '#web/notifications/screens.ts'
import { screens as people } from '#web/people/screens.ts'
import { queryClient } from '#web/platform/queryClient.ts'
import { ScreenList } from '#web/platform/screenList.ts'
import { screens as processing } from '#web/processing/screens.ts'
import { screens as readiness } from '#web/readiness/screens.ts'
import { screens as school } from '#web/school/screens.ts'
import { FirstStart } from '#web/setUp/FirstStart.tsx'
import { useFetchedAhead } from '#web/shell/content.ts'
import { Frame } from '#web/shell/Frame.tsx'
import { ErrorBoundary } from '#web/start/ErrorBoundary.tsx'
import { screens as training } from '#web/training/screens.ts'
import { StatusLive } from '#web/ui/StatusLive.tsx'
import { ToastRegion } from '#web/ui/ToastRegion.tsx'
import { Tooltip } from '#web/ui/Tooltip.tsx'

const screens = [
  ...myDay,
  ...journal,
  ...classes,
  ...curriculum,
  ...diary,
  ...attendance,
  ...notifications,
  ...access,
  ...school,
  ...people,
  ...consents,
  ...processing,
  ...training,
  ...calendar,
  ...exchange,
  ...readiness,
  ...audit,
  ...help,
]

/** The whole app: whose page it is, the frame, the screens of all modules. */
export function App() {
  useFetchedAhead(screens)
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <FirstStart>
          <SessionGate>
            <ScreenList value={screens}>
              <Frame screens={screens} />
            </ScreenList>
          </SessionGate>
        </FirstStart>
      </ErrorBoundary>
      <ToastRegion />
      <StatusLive />
      <Tooltip />
    </QueryClientProvider>
  )
}
