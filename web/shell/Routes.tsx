import { type ComponentType, type LazyExoticComponent, Suspense, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import type { Screen } from '#web/platform/screens.ts'
import { useMe } from '#web/platform/session.tsx'
import { ErrorBoundary } from '#web/start/ErrorBoundary.tsx'
import { NotFoundScreen } from '#web/start/NotFoundScreen.tsx'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { homeOf } from './home.ts'

const loaded = new Map<Screen, LazyExoticComponent<ComponentType>>()

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
  const Content = lazily(screen)
  return (
    <Suspense
      fallback={
        <Page title={screen.title}>
          <Skeleton />
        </Page>
      }
    >
      <Content />
    </Suspense>
  )
}

function lazily(screen: Screen) {
  const known = loaded.get(screen)
  if (known) return known
  const component = lazyPart(() => screen.load())
  loaded.set(screen, component)
  return component
}

/** Sections of the navigation are fetched in idle time: the next press opens without a pause, and offline too. */
function useIdlePreload(screens: readonly Screen[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; later answers about the person change little
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const screen of screens) if (screen.menu) void screen.load().catch(() => undefined)
    }, 2_500)
    return () => clearTimeout(timer)
  }, [])
}
