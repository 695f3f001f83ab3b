import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './Button.module.css'

/** A link that looks like a button: it leads somewhere. */
export function ButtonLink({
  href,
  kind = 'plain',
  size = 'm',
  icon,
  children,
}: {
  href: string
  kind?: 'primary' | 'plain' | 'quiet'
  size?: 's' | 'm'
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <Link href={href} className={[styles.button, styles[kind], styles[size]].join(' ')}>
      {icon}
      {children}
    </Link>
  )
}
