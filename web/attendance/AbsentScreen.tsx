import { IconCircleCheck } from '@tabler/icons-react'
import { useLocation, useSearch } from 'wouter'
import { isPlainDate } from '#domain/platform/dates.ts'
import { seesJournals } from '#web/access/people.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { PrintBar } from '#web/printing/PrintBar.tsx'
import { Tasks } from '#web/tasks/Tasks.tsx'
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
import { type OwnClass, totalsOf, unknownClasses } from './absent.ts'
import { DayPicker } from './DayPicker.tsx'
import * as texts from './texts.ru.ts'

/** Who is missing on a day, by student and by class. */
export default function AbsentScreen() {
  const me = useMe()
  const { today } = me
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
  /** A homeroom teacher sees one class: nothing to choose between. */
  const own = data?.classes.length === 1 ? data.classes[0] : undefined
  const several = data === undefined || data.classes.length > 1
  return (
    <Page
      title={texts.title}
      subtitle={own ? texts.dayOfClass(own.name, date) : texts.dayOf(date)}
      controls={
        several && (
          <SegmentedTabs
            label={texts.views.label}
            tabs={[
              { href: addressOf(date, false), label: texts.views.students },
              { href: addressOf(date, true), label: texts.views.classes },
            ]}
            current={addressOf(date, byClass)}
          />
        )
      }
      actions={
        data && (
          <PrintBar
            kind="absentees"
            about={own ? `${own.name}, ${texts.dayOf(date)}` : texts.dayOf(date)}
            students={data.students}
            classId={own?.classId ?? null}
            on={date}
          />
        )
      }
    >
      {!seesJournals(me) && <Tasks />}
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
          {((byClass && several) || data.students.length > 0) && (
            <p className={styles.total} role="status">
              {texts.total(totals.absent, totals.students, totals.late, unknown === 0)}
            </p>
          )}
          {unknown > 0 && several && <Notice kind="note">{texts.unknown(unknown)}</Notice>}
          {byClass && several ? (
            <AbsentClasses classes={data.classes} />
          ) : data.students.length === 0 ? (
            <Card>
              <EmptyState {...emptyOf(own, unknown)} />
            </Card>
          ) : (
            <AbsentStudents day={data} />
          )}
        </>
      )}
    </Page>
  )
}

/** Nobody is named: all are there, or nobody has looked yet. */
function emptyOf(own: OwnClass | undefined, unknown: number) {
  if (own && own.called === 0) return { title: texts.unknownOwn, text: texts.unknownOwnText }
  const text = own ? `${texts.calledOwn(own.called, own.lessons)} ${texts.nobodyText}` : texts.nobodyText
  const icon = <IconCircleCheck size={24} stroke={1.6} aria-hidden />
  return unknown > 0 ? { title: texts.nobodyYet, text } : { icon, title: texts.allHere, text }
}

const query = (parts: Record<string, string>): string => {
  const text = new URLSearchParams(Object.entries(parts).filter(([, value]) => value)).toString()
  return text ? `?${text}` : ''
}
