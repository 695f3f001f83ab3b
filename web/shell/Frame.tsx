import { Suspense, useEffect } from 'react'
import { NewDeviceBanner } from '#web/access/NewDeviceBanner.tsx'
import { ProtectBanner } from '#web/access/ProtectBanner.tsx'
import { connectLive } from '#web/platform/live.ts'
import { queueStatusNow } from '#web/platform/outbox.ts'
import type { Screen } from '#web/platform/screens.ts'
import { useMe, useSession } from '#web/platform/session.tsx'
import { AppShell } from '#web/ui/AppShell.tsx'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { Header } from './Header.tsx'
import { navigationOf } from './navigation.ts'
import { Routes } from './Routes.tsx'
import { SideNavigation } from './SideNavigation.tsx'
import { TabBar } from './TabBar.tsx'
import { UpdateBanner } from './UpdateBanner.tsx'

/** Few ever see it. */
const AccountAlerts = lazyPart(() => import('#web/access/AccountAlerts.tsx'))

// Once in a lifetime.
const FirstVisit = lazyPart(() => import('#web/help/FirstVisit.tsx'))

/** The frame of a signed-in person: header, navigation by permission, the screen of the address. */
export function Frame({ screens }: { screens: readonly Screen[] }) {
  const me = useMe()
  const items = navigationOf(screens, me)
  const { state } = useSession()
  useEffect(() => (state === 'open' ? connectLive() : undefined), [state])
  useEffect(() => {
    // Not on the disk yet: the browser asks before it throws it away.
    const ask = (event: BeforeUnloadEvent) => queueStatusNow().storing > 0 && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  return (
    <AppShell
      header={<Header />}
      side={<SideNavigation items={items} />}
      tabbar={<TabBar items={items} />}
      banner={
        <>
          <UpdateBanner />
          <ConnectionBanner />
          <NewDeviceBanner />
          {me.welcome && (
            <Suspense fallback={null}>
              <FirstVisit />
            </Suspense>
          )}
          <ProtectBanner />
          {/* A copy kept by an earlier version knows of neither. */}
          {(me.doubleUse || me.rescues?.length > 0) && (
            <Suspense fallback={null}>
              <AccountAlerts />
            </Suspense>
          )}
        </>
      }
    >
      <Routes screens={screens} />
    </AppShell>
  )
}
