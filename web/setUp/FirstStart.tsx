import { type ReactNode, Suspense } from 'react'
import { useLocation } from 'wouter'
import { lazyPart } from '#web/ui/lazyPart.ts'

const FirstStartScreen = lazyPart(() => import('./FirstStartScreen.tsx'))

/** The guide that opens the school stands before the door: nobody can sign in yet. */
export function FirstStart({ children }: { children: ReactNode }) {
  const [path] = useLocation()
  if (path !== '/start') return children
  return (
    <Suspense>
      <FirstStartScreen />
    </Suspense>
  )
}
