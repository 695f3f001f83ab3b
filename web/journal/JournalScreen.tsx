import { useParams, useSearchParams } from 'wouter'
import { moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { JournalPage } from './JournalPage.tsx'
import { journal, keptCopy } from './texts.ru.ts'
import { useResting } from './useResting.ts'

/** `/journal/:courseId?term=…&tab=…&lesson=…`: a page of the journal, also without a network once it has been opened. */
export default function JournalScreen() {
  const { courseId = '' } = useParams<{ courseId: string }>()
  const [search] = useSearchParams()
  const termId = search.get('term')
  const enabled = useResting(`${courseId} ${termId}`)
  const input = { courseId, ...(termId ? { termId } : {}) }
  const { data, error, keptAt, refetch } = useQuery('journal.page', input, { keep: true, enabled })
  if (data) {
    return (
      <JournalPage
        key={`${data.course.courseId} ${data.term.termId}`}
        page={data}
        notice={keptAt && <Notice kind="note">{keptCopy(moment(keptAt))}</Notice>}
      />
    )
  }
  return (
    <Page title={journal} width="full">
      {error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={14} />}
    </Page>
  )
}
