import { type RefObject, useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import { columnRoom } from './columnRoom.ts'
import { type Drawn, type Sight, spareOf } from './Sight.ts'

/** Follows the scrolling of the grid; answers which boxes are to be drawn. */
export function useSight(sight: Sight, scroller: RefObject<HTMLElement | null>): Drawn {
  const drawn = useSyncExternalStore(sight.subscribe, sight.drawn)
  // Before the page is first scrolled: whole columns are counted by it.
  useLayoutEffect(() => {
    if (scroller.current) giveSpareToNames(scroller.current)
  }, [scroller])
  useEffect(() => {
    const frame = scroller.current
    if (!frame) return
    const look = () => {
      const [name, box] = frame.querySelector('[aria-rowindex="1"]')?.children ?? []
      if (!(name instanceof HTMLElement && box instanceof HTMLElement) || box.offsetWidth === 0) return
      const seen = frame.clientWidth - name.offsetWidth
      sight.look(Math.floor(frame.scrollLeft / box.offsetWidth), Math.floor((frame.scrollLeft + seen) / box.offsetWidth))
    }
    const sizes = new ResizeObserver(() => {
      giveSpareToNames(frame)
      look()
    })
    sizes.observe(frame)
    frame.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      frame.removeEventListener('scroll', look)
    }
  }, [sight, scroller])
  return drawn
}

/** Room for a part of a column would show it cut; the names take it. */
function giveSpareToNames(frame: HTMLElement): void {
  const before = Number.parseFloat(frame.style.getPropertyValue('--spare')) || 0
  const found = columnRoom(frame)
  if (!found) return
  const spare = spareOf({ ...found, room: found.room + before })
  if (Math.abs(spare - before) >= 0.5) frame.style.setProperty('--spare', `${spare}px`)
}
