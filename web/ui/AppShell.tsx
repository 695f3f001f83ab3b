import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import styles from './AppShell.module.css'
import * as texts from './texts.ru.ts'

type Props = {
  header: ReactNode
  /** Navigation: beside the page on a desktop, a bar at the bottom edge of a phone. */
  side: ReactNode
  tabbar: ReactNode
  /** What concerns every page: no network, a new version. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame around every page. After a move to another page the focus is on its content and the scroll at its top. */
export function AppShell({ header, side, tabbar, banner, children }: Props) {
  const main = useRef<HTMLElement>(null)
  const [path] = useLocation()
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {texts.skip}
      </a>
      <header className={styles.header}>{header}</header>
      <div className={styles.side}>{side}</div>
      <main ref={main} id="content" tabIndex={-1} className={styles.main}>
        {banner}
        {children}
      </main>
      <div className={styles.tabbar}>{tabbar}</div>
    </div>
  )
}
