import { type ReactNode, useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'
import styles from './Paper.module.css'

/** What goes on paper while it is rendered, and nothing else of the page does. Not to be seen on the screen. */
export function Paper({ children }: { children: ReactNode }) {
  // Firefox 115 does not know `:has`: the root says by itself that there is a paper.
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    const count = (by: number) => {
      const papers = Number(dataset.papers ?? 0) + by
      if (papers > 0) dataset.papers = String(papers)
      else delete dataset.papers
    }
    count(1)
    return () => count(-1)
  }, [])
  return createPortal(
    <div className={styles.paper} aria-hidden="true">
      {children}
    </div>,
    document.body,
  )
}
