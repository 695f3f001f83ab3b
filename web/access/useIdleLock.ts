import { useEffect } from 'react'
import { keepAwake } from '#web/platform/client.ts'
import { isIdle } from '#web/platform/idle.ts'
import { onlineNow } from '#web/platform/online.ts'
import { useMe } from '#web/platform/session.tsx'
import { lock } from '#web/platform/sessionActions.ts'
import { touch, touchedAt } from '#web/platform/touches.ts'
import { isStaff } from './people.ts'

const TELL_EVERY = 60_000
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Locks the journal of a member of staff when nobody has touched it for the minutes of the policy, and on Ctrl+Alt+L. Without a
 * connection it does not lock by itself: the password could not be checked, and a lesson must go on.
 */
export function useIdleLock(): void {
  const me = useMe()
  const minutes = me.policies['access.idleMinutes']
  const watched = isStaff(me)
  useEffect(() => {
    if (!watched) return
    let told = Date.now()
    const check = () => {
      if (isIdle(touchedAt(), Date.now(), minutes) && onlineNow()) lock()
    }
    const onTouch = () => {
      // A computer that slept wakes with this very touch.
      check()
      touch()
      // Typing offline or reading sends nothing: without a word the server's own clock would run out.
      if (Date.now() - told < TELL_EVERY || !onlineNow()) return
      told = Date.now()
      keepAwake().catch(() => undefined)
    }
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || !event.altKey || event.code !== 'KeyL') return
      event.preventDefault()
      lock()
    }
    check()
    touch()
    const timer = setInterval(check, 15_000)
    for (const type of TOUCHES) document.addEventListener(type, onTouch, { capture: true, passive: true })
    document.addEventListener('visibilitychange', check)
    document.addEventListener('keydown', onKey)
    return () => {
      clearInterval(timer)
      for (const type of TOUCHES) document.removeEventListener(type, onTouch, { capture: true })
      document.removeEventListener('visibilitychange', check)
      document.removeEventListener('keydown', onKey)
    }
  }, [watched, minutes])
}
