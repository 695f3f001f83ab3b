import { IconCircleCheck, IconPrinter } from '@tabler/icons-react'
import { useLocation, useSearch } from 'wouter'
import { isPlainDate } from '#domain/platform/dates.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Card } from '#web/ui/Card.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SegmentedTabs } from '#web/ui/SegmentedTabs.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { AbsentClasses } from './AbsentClasses.tsx'
import styles from './AbsentScreen.module.css'
import { AbsentStudents } from './AbsentStudents.tsx'
import { totalsOf, unknownClasses } from './absent.ts'
import { DayPicker } from './DayPicker.tsx'
import * as texts from './texts.ru.ts'

/** Who is missing on a day, by student and by class. */
export default function AbsentScreen() {
  const { today } = useMe()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const asked = search.get('date') ?? ''
  const date = isPlainDate(asked) && asked <= today ? asked : today
  const byClass = search.get('by') === 'class'
  const { data, error, refetch } = useQuery('attendance.absentees', { date }, { keep: true })
  const addressOf = (day: string, classes: boolean) =>
    `/absent${query({ date: day === today ? '' : day, by: classes ? 'class' : '' })}`
  const totals = data && totalsOf(data)
  const unknown = data ? unknownClasses(data.classes).length : 0
  const lessons = data?.classes.some((one) => one.lessons > 0)
  return (
    <Page
      title={texts.title}
      subtitle={texts.dayOf(date)}
      controls={
        <SegmentedTabs
          label={texts.views.label}
          tabs={[
            { href: addressOf(date, false), label: texts.views.students },
            { href: addressOf(date, true), label: texts.views.classes },
          ]}
          current={addressOf(date, byClass)}
        />
      }
      actions={
        <Button kind="quiet" icon={<IconPrinter size={17} aria-hidden />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      }
    >
      <DayPicker
        date={date}
        today={today}
        earlier={data?.earlier ?? null}
        later={data?.later ?? null}
        onPick={(day) => navigate(addressOf(day, byClass))}
      />
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={10} />)}
      {data && !lessons && (
        <Card>
          <EmptyState title={texts.noLessons} text={texts.noLessonsText} />
        </Card>
      )}
      {data && totals && lessons && (
        <>
          <p className={styles.total} role="status">
            {texts.total(totals.absent, totals.students, totals.late)}
          </p>
          {unknown > 0 && <Notice kind="note">{texts.unknown(unknown)}</Notice>}
          {byClass ? (
            <AbsentClasses classes={data.classes} />
          ) : data.students.length === 0 ? (
            <Card>
              <EmptyState
                icon={<IconCircleCheck size={24} stroke={1.6} aria-hidden />}
                title={texts.nobody}
                text={texts.nobodyText}
              />
            </Card>
          ) : (
            <AbsentStudents day={data} />
          )}
        </>
      )}
    </Page>
  )
}

const query = (parts: Record<string, string>): string => {
  const text = new URLSearchParams(Object.entries(parts).filter(([, value]) => value)).toString()
  return text ? `?${text}` : ''
}
