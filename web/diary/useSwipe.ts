import { type TouchEvent, useRef } from 'react'

/** Where the days of a week stand side by side there is nothing to turn. */
const phone = '(max-width: 48rem)'
/** Far enough to be meant, and flat enough not to be scrolling. */
const shortest = 56
const steepest = 0.6

/** On a phone: a movement of one finger to the left (1: onward) or to the right (−1: back). */
export function useSwipe(onSwipe: (step: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart(event: TouchEvent) {
      const touch = event.touches[0]
      start.current =
        touch && event.touches.length === 1 && matchMedia(phone).matches ? { x: touch.clientX, y: touch.clientY } : null
    },
    onTouchEnd(event: TouchEvent) {
      const touch = event.changedTouches[0]
      const from = start.current
      start.current = null
      if (!from || !touch) return
      const x = touch.clientX - from.x
      const y = touch.clientY - from.y
      if (Math.abs(x) >= shortest && Math.abs(y) <= Math.abs(x) * steepest) onSwipe(x < 0 ? 1 : -1)
    },
  }
}
