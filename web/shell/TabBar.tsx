import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { BottomSheet } from '#web/ui/BottomSheet.tsx'
import { currentOf, type NavigationItem } from './navigation.ts'
import { SideNavigation } from './SideNavigation.tsx'
import styles from './TabBar.module.css'
import * as texts from './texts.ru.ts'

const FIT = 5

/** Sections at the bottom edge of a phone; what does not fit is behind «Ещё». */
export function TabBar({ items }: { items: readonly NavigationItem[] }) {
  const [path] = useLocation()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const current = currentOf(items, path)
  const shown = items.length > FIT ? items.slice(0, FIT - 1) : items
  return (
    <nav aria-label={texts.navigation} className={styles.bar}>
      {shown.map(({ href, short, icon: Icon }) => (
        <Link key={href} href={href} className={styles.tab} aria-current={href === current ? 'page' : undefined}>
          <Icon size={22} stroke={1.6} aria-hidden />
          {short}
        </Link>
      ))}
      {shown.length < items.length && (
        <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpenAt(path)}>
          <IconDots size={22} stroke={1.6} aria-hidden />
          {texts.more}
        </button>
      )}
      {openAt === path && (
        <BottomSheet title={texts.navigation} onClose={() => setOpenAt(null)}>
          <SideNavigation items={items.slice(FIT - 1)} />
        </BottomSheet>
      )}
    </nav>
  )
}
