import { IconCalendarOff } from '@tabler/icons-react'
import { type PlainDate, weekdayOf } from '#domain/platform/dates.ts'
import { useQuery } from '#web/platform/queries.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { nextSchoolDay } from './schoolDays.ts'
import * as texts from './texts.ru.ts'

/** A day without lessons: why, and which day is the next one. */
export function EmptyDay({ date, dayName }: { date: PlainDate; dayName: string | null }) {
  const { data } = useQuery('calendar.year', {}, { keep: true })
  const next = data ? nextSchoolDay(date, data) : undefined
  const title = dayName ?? (weekdayOf(date) === 7 ? texts.emptyDay.sunday : texts.emptyDay.free)
  return (
    <EmptyState
      icon={<IconCalendarOff size={24} stroke={1.6} aria-hidden />}
      title={title}
      text={next === undefined ? ' ' : next === null ? texts.emptyDay.over : texts.emptyDay.next(next)}
      action={next && <ButtonLink href={`/?date=${next}`}>{texts.emptyDay.go(next)}</ButtonLink>}
    />
  )
}
