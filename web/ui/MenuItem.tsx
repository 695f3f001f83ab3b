import type { ReactNode } from 'react'
import { Link } from 'wouter'
import styles from './Menu.module.css'

type Props = { icon?: ReactNode; hint?: ReactNode; children: ReactNode } & (
  | { href: string; onClick?: () => void }
  | { href?: undefined; onClick: () => void }
)

/** A line of a menu: an action, or a link when it has an address. */
export function MenuItem({ icon, hint, children, href, onClick }: Props) {
  const content = (
    <>
      {icon}
      {children}
      {hint && <span className={styles.hint}>{hint}</span>}
    </>
  )
  if (href !== undefined) {
    return (
      <Link href={href} className={styles.item} onClick={onClick}>
        {content}
      </Link>
    )
  }
  return (
    <button type="button" className={styles.item} onClick={onClick}>
      {content}
    </button>
  )
}
