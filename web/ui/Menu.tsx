import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import styles from './Menu.module.css'

type Props = {
  /** The name of the button. Must contain the words seen on it. */
  label: string
  trigger: ReactNode
  /** Content: MenuItem, MenuLink, anything. Gets a function that closes the menu. */
  children: (close: () => void) => ReactNode
}

const GAP = 6

/**
 * Puts the panel under its button, or above where there is no room below. It is laid over the page: a card that cuts its content off, or a
 * list that scrolls, does not cut the panel.
 */
function place(panel: HTMLElement, button: HTMLElement): void {
  const { top, bottom, right } = button.getBoundingClientRect()
  const { offsetHeight: height, offsetWidth: width } = panel
  const below = bottom + GAP
  const left = Math.max(GAP, Math.min(right - width, document.documentElement.clientWidth - width - GAP))
  const fits = below + height <= window.innerHeight || top - GAP - height < 0
  panel.style.left = `${left}px`
  panel.style.top = `${fits ? below : top - GAP - height}px`
}

/** A button that opens a small panel of actions under it. Escape and a press outside close it. */
export function Menu({ label, trigger, children }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const panelId = useId()
  useLayoutEffect(() => {
    if (!open) return
    const put = () => panel.current && button.current && place(panel.current, button.current)
    put()
    window.addEventListener('scroll', put, { capture: true, passive: true })
    window.addEventListener('resize', put)
    return () => {
      window.removeEventListener('scroll', put, { capture: true })
      window.removeEventListener('resize', put)
    }
  }, [open])
  useEffect(() => {
    if (!open) return
    const onPress = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('focusin', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('focusin', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])
  return (
    <div ref={root} className={styles.menu}>
      <button
        ref={button}
        type="button"
        className={styles.trigger}
        aria-label={label}
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        data-tip={open ? undefined : label}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <div ref={panel} id={panelId} className={styles.panel}>
          {children(() => setOpen(false))}
        </div>
      )}
    </div>
  )
}
