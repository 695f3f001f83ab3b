import { useState } from 'react'
import { useParams } from 'wouter'
import { isPlainDate, type PlainDate } from '#domain/platform/dates.ts'
import { useQuery } from '#web/platform/queries.ts'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { SubgroupEditor } from './SubgroupEditor.tsx'
import * as texts from './texts.ru.ts'

/** How a class is cut for a subject, from a day on. R096, R097, R098. */
export default function SubgroupScreen() {
  const { classId, subjectId } = useParams() as { classId: string; subjectId: string }
  const [from, setFrom] = useState('')
  const { data, error, refetch } = useQuery(
    'classes.card',
    { classId, ...(isPlainDate(from) ? { on: from as PlainDate } : {}) },
    { previous: true },
  )
  const subject = data?.subjects.find((one) => one.subjectId === subjectId)
  const back = <ButtonLink href={`/school/classes/${classId}`}>{texts.back}</ButtonLink>
  return (
    <Page title={data && subject ? texts.title(data.class.name, subject.name) : texts.back} width="full" actions={back}>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && !subject && <EmptyState title={texts.unknownSubject} action={back} />}
      {data && subject && (
        <SubgroupEditor
          key={`${data.on} ${subject.groups.map(({ groupId, studentIds }) => `${groupId} ${studentIds}`)}`}
          card={data}
          subject={subject}
          from={from || data.on}
          onFrom={setFrom}
        />
      )}
    </Page>
  )
}
