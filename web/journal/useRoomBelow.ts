import { type RefObject, useLayoutEffect } from 'react'

/**
 * Tells an element how far down the page it begins, as `--top`: so that a table ends at the bottom edge of the window whatever
 * stands above it, a notice or a second line of tools.
 */
export function useRoomBelow(ref: RefObject<HTMLElement | null>): void {
  // On each render of the owner, and whenever something above changes its height.
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () =>
      element.style.setProperty('--top', `${Math.round(element.getBoundingClientRect().top + window.scrollY)}px`)
    const observer = new ResizeObserver(measure)
    for (let node: Element | null = element; node && node.tagName !== 'MAIN'; node = node.parentElement) {
      for (let above = node.previousElementSibling; above; above = above.previousElementSibling) observer.observe(above)
    }
    window.addEventListener('resize', measure)
    measure()
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  })
}
