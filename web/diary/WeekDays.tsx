import { useEffect, useRef } from 'react'
import type { PlainDate } from '#domain/platform/dates.ts'
import { DayCard } from './DayCard.tsx'
import { texts } from './texts.ru.ts'
import styles from './WeekDays.module.css'
import { freeWeek, type Week } from './week.ts'

type Props = { week: Week; open: PlainDate; today: PlainDate; fresh: ReadonlySet<string> }

/** Days of the week as in a paper diary, Monday to Wednesday beside Thursday to Saturday; on a phone the open day alone. */
export function WeekDays({ week, open, today, fresh }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const free = freeWeek(week)
  useEffect(() => {
    const days = root.current
    // On a phone the day is all there is. Elsewhere: after the shell has put the new page at its top.
    if (!days || getComputedStyle(days).display !== 'grid') return
    const frame = requestAnimationFrame(() => days.querySelector('[data-today]')?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [])
  if (free !== null)
    return (
      <div className={styles.free}>
        <p className={styles.freeName}>{free}</p>
        <p>{texts.freeWeek}</p>
      </div>
    )

  const card = (day: Week['days'][number]) => (
    <DayCard key={day.date} day={day} today={today} open={day.date === open} fresh={fresh} />
  )
  return (
    <div ref={root} className={styles.days}>
      <div className={styles.half}>{week.days.slice(0, 3).map(card)}</div>
      <div className={styles.half}>{week.days.slice(3).map(card)}</div>
    </div>
  )
}
