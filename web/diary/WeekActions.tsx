import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Suspense, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { addDays, mondayOf, type PlainDate } from '#domain/platform/dates.ts'
import type { Id } from '#domain/platform/schema.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { lazyPart } from '#web/ui/lazyPart.ts'
import { weekHref } from './addresses.ts'
import { PrintButton } from './PrintButton.tsx'
import { texts } from './texts.ru.ts'
import styles from './WeekActions.module.css'
import { dayOfAddress } from './week.ts'

type Props = {
  studentId: Id
  monday: PlainDate
  today: PlainDate
  printable: boolean
  /** Whose diary it is, to who reads another’s: on paper the name may be hidden. */
  reads: { name: string; className: string } | null
}

// A family prints its own: what hides names is for staff.
const PrintBar = lazyPart(async () => ({ default: (await import('#web/printing/PrintBar.tsx')).PrintBar }))

/** Week back, week on, back to today; onto paper where there is room for the button. */
export function WeekActions({ studentId, monday, today, printable, reads }: Props) {
  const [, navigate] = useLocation()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const turned: unknown = history.state?.turned
    if (typeof turned !== 'number') return
    // The shell moves the focus to every new page; whoever turns weeks by keyboard goes on turning.
    const frame = requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`[data-turn="${turned}"]`)?.focus({ preventScroll: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  const turn = (weeks: 1 | -1) => navigate(weekHref(studentId, addDays(monday, 7 * weeks)), { state: { turned: weeks } })
  const current = mondayOf(dayOfAddress(undefined, today))
  return (
    <div ref={root} className={styles.actions}>
      <IconButton
        framed
        data-turn="-1"
        label={texts.previousWeek}
        icon={<IconChevronLeft size={18} stroke={1.8} aria-hidden />}
        onClick={() => turn(-1)}
      />
      <IconButton
        framed
        data-turn="1"
        label={texts.nextWeek}
        icon={<IconChevronRight size={18} stroke={1.8} aria-hidden />}
        onClick={() => turn(1)}
      />
      {monday !== current && <ButtonLink href={weekHref(studentId, current)}>{texts.today}</ButtonLink>}
      {reads ? (
        <Suspense>
          <PrintBar
            kind="diary"
            about={`${reads.name}, ${reads.className}, ${monday}`}
            students={[{ studentId, name: reads.name }]}
            classId={null}
            on={today}
            numbered={false}
          />
        </Suspense>
      ) : (
        <span className={styles.print}>
          <PrintButton disabled={!printable} />
        </span>
      )}
    </div>
  )
}
