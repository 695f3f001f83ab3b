import { useParams, useSearch } from 'wouter'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { marksHref } from './addresses.ts'
import { MarksPage } from './MarksPage.tsx'
import { texts } from './texts.ru.ts'
import { useStudent } from './useStudent.ts'

/** Marks of a term, as the address says; of the current term when it names none. */
export default function MarksScreen() {
  const { studentId: address } = useParams<{ studentId?: string }>()
  const termId = new URLSearchParams(useSearch()).get('term') ?? undefined
  const studentId = useStudent(address, marksHref)
  if (studentId === null)
    return (
      <Page title={texts.marks}>
        <EmptyState title={texts.noDiary} />
      </Page>
    )
  return <MarksPage key={studentId} studentId={studentId} termId={termId} />
}
