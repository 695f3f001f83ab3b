import { Redirect, useParams, useSearch } from 'wouter'
import { addDays, mondayOf } from '#domain/platform/dates.ts'
import { useMe } from '#web/platform/session.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { dayHref, weekHref } from './addresses.ts'
import { texts } from './texts.ru.ts'
import { useStudent } from './useStudent.ts'
import { WeekPage } from './WeekPage.tsx'
import { dayOfAddress } from './week.ts'

/** A week of the diary, as the address says; an address without a week leads to today. */
export default function WeekScreen() {
  const { studentId: address, monday } = useParams<{ studentId?: string; monday?: string }>()
  const { today } = useMe()
  const named = new URLSearchParams(useSearch()).get('day')
  const shown = dayOfAddress(monday, today)
  const studentId = useStudent(address, (id) => weekHref(id, mondayOf(shown)))
  if (studentId === null) return <EmptyState title={texts.noDiary} />
  if (address === undefined || monday !== mondayOf(shown))
    return <Redirect to={monday ? dayHref(studentId, shown) : weekHref(studentId, mondayOf(shown))} replace />

  const inWeek = (day: string | null) => day !== null && monday <= day && day <= addDays(monday, 5)
  const first = inWeek(today) ? today : today === addDays(monday, 6) ? addDays(monday, 5) : monday
  return <WeekPage studentId={studentId} monday={monday} day={inWeek(named) ? named! : first} chosen={inWeek(named)} />
}
