import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '#domain/operations.ts'
import type { Id } from '#domain/platform/schema.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { CopyNote } from './CopyNote.tsx'
import { DiaryFailure } from './DiaryFailure.tsx'
import { marksOfTerm } from './fresh.ts'
import { MarkDetails } from './MarkDetails.tsx'
import styles from './MarksPage.module.css'
import { SubjectMarks } from './SubjectMarks.tsx'
import { isFamily } from './student.ts'
import { texts } from './texts.ru.ts'
import { useFresh } from './useFresh.ts'

type Mark = Output<'diary.marks'>['subjects'][number]['marks'][number]

/** Marks of a term by subject: what they are, how the average is made of them, what the next ones could change. */
export function MarksPage({ studentId, termId }: { studentId: Id; termId: Id | undefined }) {
  const me = useMe()
  const [path] = useLocation()
  const { data, error, keptAt, refetch } = useQuery('diary.marks', termId ? { studentId, termId } : { studentId }, {
    keep: true,
    previous: true,
  })
  const [opened, setOpened] = useState<{ mark: Mark; subject: string } | null>(null)
  const marks = useMemo(() => data && marksOfTerm(data), [data])
  const fresh = useFresh(`${studentId} ${data?.term.termId}`, marks ?? null)
  const ungraded = data !== undefined && data.subjects.length > 0 && data.subjects.every((subject) => subject.ungraded)
  const student = data && !isFamily(me, studentId) ? texts.person(data.name, data.className) : ''

  return (
    <Page
      title={texts.marks}
      subtitle={data ? [student, texts.termDates(data.term.from, data.term.to)].filter(Boolean).join(' · ') : '\u00a0'}
    >
      {data && (
        <div className={styles.terms}>
          <SegmentedTabs
            label={texts.term}
            tabs={data.terms.map((term) => ({ href: `${path}?term=${term.termId}`, label: term.name }))}
            current={`${path}?term=${data.term.termId}`}
          />
        </div>
      )}
      <CopyNote keptAt={keptAt} />
      {error ? (
        <DiaryFailure error={error} onRetry={refetch} />
      ) : !data ? (
        <Skeleton rows={10} />
      ) : data.subjects.length === 0 ? (
        <EmptyState title={texts.noSubjects} />
      ) : (
        <>
          {ungraded && <Notice>{Number.parseInt(data.className, 10) === 1 ? texts.gradeOne : texts.ungradedClass}</Notice>}
          <ul className={styles.subjects}>
            {data.subjects.map((subject) => (
              <SubjectMarks
                key={`${data.term.termId} ${subject.courseId}`}
                subject={subject}
                term={data.term}
                today={me.today}
                fresh={fresh}
                explained={!ungraded}
                onOpen={(mark) => setOpened({ mark, subject: subject.subject })}
              />
            ))}
          </ul>
        </>
      )}
      {opened && <MarkDetails mark={opened.mark} subject={opened.subject} onClose={() => setOpened(null)} />}
    </Page>
  )
}
