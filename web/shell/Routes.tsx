import { useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { Screen } from '#web/platform/screens.ts'
import { useMe } from '#web/platform/session.tsx'
import { ErrorBoundary } from '#web/start/ErrorBoundary.tsx'
import { NotFoundScreen } from '#web/start/NotFoundScreen.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { fetchAhead, useContent } from './content.ts'
import { homeOf } from './home.ts'

/** The screen of the address, loaded when it is first opened. What is not allowed is not found. */
export function Routes({ screens }: { screens: readonly Screen[] }) {
  const me = useMe()
  const [path] = useLocation()
  const allowed = screens.filter((screen) => screen.allowed(me))
  useIdlePreload(allowed)
  const home = homeOf(me)
  return (
    <ErrorBoundary key={path}>
      <Switch>
        {home !== '/' && (
          <Route path="/">
            <Redirect to={home} replace />
          </Route>
        )}
        {allowed.map((screen) => (
          <Route key={screen.path} path={screen.path}>
            <Shown screen={screen} />
          </Route>
        ))}
        <Route>
          <NotFoundScreen />
        </Route>
      </Switch>
    </ErrorBoundary>
  )
}

function Shown({ screen }: { screen: Screen }) {
  const Content = useContent(screen)
  if (Content) return <Content />
  return (
    <Page title={screen.title}>
      <Skeleton />
    </Page>
  )
}

/** Sections of the navigation are fetched in idle time: the next press opens without a pause, and offline too. */
function useIdlePreload(screens: readonly Screen[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later answers about the person change little
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const screen of screens) if (screen.menu) void fetchAhead(screen)
    }, 2_500)
    return () => clearTimeout(timer)
  }, [])
}
