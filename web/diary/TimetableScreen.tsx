import { useParams } from 'wouter'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { timetableHref } from './addresses.ts'
import { TimetablePage } from './TimetablePage.tsx'
import { texts } from './texts.ru.ts'
import { useStudent } from './useStudent.ts'

/** The weekly pattern of a student's lessons. */
export default function TimetableScreen() {
  const { studentId: address } = useParams<{ studentId?: string }>()
  const studentId = useStudent(address, timetableHref)
  if (studentId === null)
    return (
      <Page title={texts.timetable}>
        <EmptyState title={texts.noDiary} />
      </Page>
    )
  return <TimetablePage key={studentId} studentId={studentId} />
}
