import { Link, useLocation } from 'wouter'
import { currentOf, type NavigationItem } from './navigation.ts'
import styles from './SideNavigation.module.css'
import * as texts from './texts.ru.ts'

/** Sections beside the page. */
export function SideNavigation({ items }: { items: readonly NavigationItem[] }) {
  const [path] = useLocation()
  const current = currentOf(items, path)
  return (
    <nav aria-label={texts.navigation} className={styles.nav}>
      {items.map(({ href, label, icon: Icon }) => (
        <Link key={href} href={href} className={styles.link} aria-current={href === current ? 'page' : undefined}>
          <Icon size={18} stroke={1.7} aria-hidden />
          {label}
        </Link>
      ))}
    </nav>
  )
}
