import { useEffect, useRef } from 'react'
import { weekdayOf } from '#domain/platform/dates.ts'
import type { Id } from '#domain/platform/schema.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { CopyNote } from './CopyNote.tsx'
import { DiaryFailure } from './DiaryFailure.tsx'
import { PrintButton } from './PrintButton.tsx'
import { TimetableDay } from './TimetableDay.tsx'
import styles from './TimetablePage.module.css'
import { texts } from './texts.ru.ts'
import { timetableDays } from './timetable.ts'

/** Lessons of a usual week; what is different this week stands in the diary itself. */
export function TimetablePage({ studentId }: { studentId: Id }) {
  const root = useRef<HTMLDivElement>(null)
  const { today } = useMe()
  const { data, error, keptAt, refetch } = useQuery('diary.timetable', { studentId, date: today }, { keep: true })
  const ready = data !== undefined
  useEffect(() => {
    if (!ready) return
    const frame = requestAnimationFrame(() => root.current?.querySelector('[data-today]')?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [ready])
  const days = data ? timetableDays(data.lessons) : []
  return (
    <div ref={root} className={styles.screen}>
      <Page
        title={texts.timetable}
        subtitle={data ? `${texts.person(data.name, data.className)} · ${texts.timetableOn(today)}` : '\u00a0'}
        actions={
          <span className={styles.above}>
            <PrintButton disabled={days.length === 0} />
          </span>
        }
      >
        <CopyNote keptAt={keptAt} />
        {error ? (
          <DiaryFailure error={error} onRetry={refetch} />
        ) : !data ? (
          <Skeleton rows={3} height="card" />
        ) : days.length === 0 ? (
          <EmptyState title={texts.noTimetable} />
        ) : (
          <div className={styles.days}>
            {days.map(({ weekday, lessons }) => (
              <TimetableDay key={weekday} weekday={weekday} lessons={lessons} today={weekday === weekdayOf(today)} />
            ))}
          </div>
        )}
        <p className={styles.below}>
          <PrintButton disabled={days.length === 0} />
        </p>
      </Page>
    </div>
  )
}
