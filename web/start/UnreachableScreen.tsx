import { useEffect } from 'react'
import { openSession } from '#web/platform/sessionActions.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { retry } from '#web/ui/texts.ru.ts'
import * as texts from './texts.ru.ts'

/** No network, and nobody has used the journal on this device: nothing can be shown. Tries again by itself. */
export function UnreachableScreen() {
  useEffect(() => {
    const again = () => void openSession()
    window.addEventListener('online', again)
    const timer = setInterval(again, 15_000)
    return () => {
      window.removeEventListener('online', again)
      clearInterval(timer)
    }
  }, [])
  return (
    <main>
      <EmptyState
        title={texts.unreachable.title}
        text={texts.unreachable.text}
        action={<Button onClick={() => void openSession()}>{retry}</Button>}
      />
    </main>
  )
}
