import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import * as texts from './texts.ru.ts'

/** The task of the deputy head while an open year has no timetable; nothing once it has. S0 2.11. */
export function TimetableNotice() {
  const { today } = useMe()
  const { data } = useQuery('calendar.years', {})
  const waiting =
    data?.years.filter(({ openedAt, timetableMissing, to }) => openedAt !== null && timetableMissing && today <= to) ?? []
  return waiting.map(({ yearId, name }) => (
    <Notice key={yearId} kind="note">
      {texts.timetableTask(name)}
    </Notice>
  ))
}
