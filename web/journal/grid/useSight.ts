import { type RefObject, useEffect, useSyncExternalStore } from 'react'
import type { Drawn, Sight } from './Sight.ts'

/** Follows the scrolling of the grid; answers which boxes are to be drawn. */
export function useSight(sight: Sight, scroller: RefObject<HTMLElement | null>): Drawn {
  const drawn = useSyncExternalStore(sight.subscribe, sight.drawn)
  useEffect(() => {
    const frame = scroller.current
    if (!frame) return
    const look = () => {
      const [name, box] = frame.querySelector('[aria-rowindex="1"]')?.children ?? []
      if (!(name instanceof HTMLElement && box instanceof HTMLElement) || box.offsetWidth === 0) return
      const seen = frame.clientWidth - name.offsetWidth
      sight.look(Math.floor(frame.scrollLeft / box.offsetWidth), Math.floor((frame.scrollLeft + seen) / box.offsetWidth))
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(frame)
    frame.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      frame.removeEventListener('scroll', look)
    }
  }, [sight, scroller])
  return drawn
}
