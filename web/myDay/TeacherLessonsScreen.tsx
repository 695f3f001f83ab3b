import { IconArrowLeft, IconBellRinging, IconCircleCheck } from '@tabler/icons-react'
import { useParams } from 'wouter'
import { useQuery } from '#web/platform/queries.ts'
import { useCan } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { ButtonLink } from '#web/ui/ButtonLink.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { LessonsToFill } from './LessonsToFill.tsx'
import * as texts from './texts.ru.ts'
import { useRemind } from './useRemind.ts'

/** For head and deputies: which lessons of one teacher wait for a topic or a roll call. */
export default function TeacherLessonsScreen() {
  const { personId = '' } = useParams<{ personId: string }>()
  const { data, error, refetch } = useQuery('journal.unfilledLessons', { personId }, { keep: true })
  const reminds = useCan()('journal.remind', { kind: 'school' })
  const { remind, running } = useRemind(refetch)
  return (
    <Page
      title={data?.name || texts.overview.title}
      subtitle={texts.overview.subtitle}
      width="narrow"
      actions={
        <>
          {reminds && data && data.lessons.length > 0 && (
            <Button
              icon={<IconBellRinging size={17} stroke={1.7} aria-hidden />}
              busy={running}
              onClick={() => void remind([personId])}
            >
              {texts.overview.remind}
            </Button>
          )}
          <ButtonLink href="/overview" icon={<IconArrowLeft size={17} aria-hidden />}>
            {texts.overview.back}
          </ButtonLink>
        </>
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && (
        <Card
          title={texts.overdue.count(data.lessons.length)}
          note={texts.overview.lacking(
            data.lessons.filter(({ topic }) => topic === '').length,
            data.lessons.filter(({ rollCalled }) => !rollCalled).length,
          )}
        >
          {data.lessons.length > 0 ? (
            <LessonsToFill lessons={data.lessons} />
          ) : (
            <EmptyState icon={<IconCircleCheck size={24} stroke={1.6} aria-hidden />} title={texts.overview.filled} />
          )}
        </Card>
      )}
    </Page>
  )
}
