import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './IconButton.module.css'

/** A link that is only a picture; its name is read aloud and shown on hover and focus. */
export function IconLink({ href, label, icon }: { href: string; label: string; icon: ReactNode }) {
  return (
    <Link href={href} aria-label={label} data-tip={label} className={styles.button}>
      {icon}
    </Link>
  )
}
