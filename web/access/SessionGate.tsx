import { type ReactNode, Suspense, useEffect } from 'react'
import { useLocation } from 'wouter'
import { useQuery } from '#web/platform/queries.ts'
import { useSession } from '#web/platform/session.tsx'
import { refreshMe } from '#web/platform/sessionActions.ts'
import { UnreachableScreen } from '#web/start/UnreachableScreen.tsx'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { FirstPasswordScreen } from './FirstPasswordScreen.tsx'
import { LockedScreen } from './LockedScreen.tsx'
import styles from './SessionGate.module.css'
import { SignInAgainDialog } from './SignInAgainDialog.tsx'
import { SignInScreen } from './SignInScreen.tsx'
import { useIdleLock } from './useIdleLock.ts'

// Passed once, if ever: what they are made of comes to who stands before them.
const ActivateScreen = lazyPart(() => import('./ActivateScreen.tsx'))
const TermsGate = lazyPart(() => import('./TermsGate.tsx'))
const ProtectScreen = lazyPart(() => import('./ProtectScreen.tsx'))

/** Lets the pages be seen by whom they belong to; when the session ends or sleeps they wait behind, with all that was typed. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { state, me } = useSession()
  const [path] = useLocation()
  if (path === '/activate') return <Waiting for={<ActivateScreen />} />
  if (state === 'opening') return <Opening />
  if (state === 'unreachable') return <UnreachableScreen />
  if (me === null) return <SignInScreen />
  if (me.mustChangePassword) return <FirstPasswordScreen />
  if (me.mustAcceptTerms) return <Waiting for={<TermsGate />} />
  if (me.mustProtect) return <Waiting for={<ProtectScreen />} />
  return (
    <>
      <SessionKeeper />
      <div className={state === 'locked' ? styles.locked : undefined} inert={state === 'locked'}>
        {children}
      </div>
      {state === 'locked' && <LockedScreen />}
      {state === 'ended' && <SignInAgainDialog />}
    </>
  )
}

const Waiting = ({ for: screen }: { for: ReactNode }) => <Suspense fallback={<Opening />}>{screen}</Suspense>

/** Mostly not seen: appears when the answer takes a while. */
function Opening() {
  return (
    <div className={styles.opening}>
      <img src="/icon.svg" alt="" width="64" height="64" />
    </div>
  )
}

/** Keeps what is known of the person fresh: the day turns over, roles are given and taken. */
function SessionKeeper() {
  const { data } = useQuery('access.me', {})
  useIdleLock()
  useEffect(() => {
    if (data) refreshMe(data)
  }, [data])
  return null
}
