import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import styles from './Paper.module.css'

/** What goes on paper while it is rendered, and nothing else of the page does. Not to be seen on the screen. */
export const Paper = ({ children }: { children: ReactNode }) =>
  createPortal(
    <div className={styles.paper} aria-hidden="true">
      {children}
    </div>,
    document.body,
  )
