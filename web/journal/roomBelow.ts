import './roomBelow.css'

/**
 * As the ref of an element: tells it how far down the page it begins, as `--top`, so that a table ends at the bottom edge of the
 * window whatever stands above it, a notice or a second line of tools.
 */
export function roomBelow(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return
  let told: number | null = null
  const measure = () => {
    const top = Math.round(element.getBoundingClientRect().top + window.scrollY)
    if (top !== told) element.style.setProperty('--top', `${top}px`)
    told = top
  }
  const sizes = new ResizeObserver(measure)
  const follow = () => {
    sizes.disconnect()
    for (let node: Element | null = element; node && node.tagName !== 'MAIN'; node = node.parentElement) {
      for (let above = node.previousElementSibling; above; above = above.previousElementSibling) sizes.observe(above)
    }
    measure()
  }
  const neighbours = new MutationObserver(follow)
  for (let node = element.parentElement; node && node.tagName !== 'BODY'; node = node.parentElement) {
    neighbours.observe(node, { childList: true })
  }
  window.addEventListener('resize', measure)
  follow()
  return () => {
    sizes.disconnect()
    neighbours.disconnect()
    window.removeEventListener('resize', measure)
  }
}
