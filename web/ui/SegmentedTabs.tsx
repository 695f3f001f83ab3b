import { Link, useLocation, useSearch } from 'wouter'
import styles from './SegmentedTabs.module.css'

type Tab = { href: string; label: string }

/** Views of one page, each with an address of its own. `current` is the address of the one shown; by default it is told by the browser. */
export function SegmentedTabs({
  label,
  tabs,
  current,
  replace = true,
}: {
  label: string
  tabs: readonly Tab[]
  current?: string
  replace?: boolean
}) {
  const [path] = useLocation()
  const search = useSearch()
  const here = current ?? (search ? `${path}?${search}` : path)
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          replace={replace}
          className={styles.tab}
          aria-current={tab.href === here ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
