import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import styles from './DaySwitcher.module.css'
import * as texts from './texts.ru.ts'

/** Day back, day on, today; the arrow keys do the same. */
export function DaySwitcher({ date, today }: { date: PlainDate; today: PlainDate }) {
  const [, navigate] = useLocation()
  const address = (day: PlainDate) => (day === today ? '/' : `/?date=${day}`)
  const [earlier, later] = [address(addDays(date, -1)), address(addDays(date, 1))]
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest('input, select, textarea, dialog')) return
      if (event.key === 'ArrowLeft') navigate(earlier)
      if (event.key === 'ArrowRight') navigate(later)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate, earlier, later])
  return (
    <div className={styles.switcher}>
      {date !== today && (
        <ButtonLink href="/" kind="quiet">
          {texts.myDay.today}
        </ButtonLink>
      )}
      <Link href={earlier} className={styles.step} aria-label={texts.myDay.earlier} data-tip={texts.myDay.earlier}>
        <IconChevronLeft size={18} stroke={1.8} aria-hidden />
      </Link>
      <Link href={later} className={styles.step} aria-label={texts.myDay.later} data-tip={texts.myDay.later}>
        <IconChevronRight size={18} stroke={1.8} aria-hidden />
      </Link>
    </div>
  )
}
