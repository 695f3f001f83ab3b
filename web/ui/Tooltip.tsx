import { useEffect, useRef } from 'react'
import styles from './Tooltip.module.css'

/**
 * The tooltip of the whole app, one element: anything with `data-tip` gets it on hover and on focus from the keyboard. After a touch
 * focus shows nothing until a key is pressed: a finger has no way to send the tooltip off. It only repeats what a screen reader is told anyway, so it is hidden from it. Rendered once, by the shell.
 */
export function Tooltip() {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tip = ref.current
    if (!tip) return
    let timer = 0
    let touched = false
    const hide = () => {
      window.clearTimeout(timer)
      if (!tip.hidden) tip.hidden = true
    }
    const show = (event: Event) => {
      const anchor = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null
      hide()
      if (!anchor?.dataset.tip || (event.type === 'focusin' && (touched || !anchor.matches(':focus-visible')))) return
      timer = window.setTimeout(() => place(tip, anchor), event.type === 'focusin' ? 150 : 450)
    }
    const onKey = (event: KeyboardEvent) => {
      touched = false
      if (event.key === 'Escape') hide()
    }
    const onOver = (event: PointerEvent) => event.pointerType !== 'touch' && show(event)
    const onDown = (event: PointerEvent) => {
      touched = event.pointerType === 'touch'
      hide()
    }
    document.addEventListener('pointerover', onOver)
    document.addEventListener('focusin', show)
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('keydown', onKey)
    document.addEventListener('scroll', hide, true)
    return () => {
      hide()
      document.removeEventListener('pointerover', onOver)
      document.removeEventListener('focusin', show)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('scroll', hide, true)
    }
  }, [])
  return <div ref={ref} className={styles.tip} aria-hidden="true" hidden />
}

function place(tip: HTMLElement, anchor: HTMLElement): void {
  if (!anchor.isConnected) return
  // Inside an open dialog, or the dialog would cover it.
  const host = anchor.closest('dialog') ?? document.body
  if (tip.parentElement !== host) host.append(tip)
  tip.textContent = anchor.dataset.tip ?? ''
  tip.hidden = false
  const at = anchor.getBoundingClientRect()
  const size = tip.getBoundingClientRect()
  const under = at.bottom + 6 + size.height < window.innerHeight
  const left = Math.max(
    8,
    Math.min(at.left + at.width / 2 - size.width / 2, document.documentElement.clientWidth - size.width - 8),
  )
  tip.style.left = `${left}px`
  tip.style.top = `${under ? at.bottom + 6 : at.top - size.height - 6}px`
}
