import { lazy, Suspense, useMemo } from 'react'
import { useLocation } from 'wouter'
import { shortName } from '#domain/people/names.ts'
import { personalData, printedBy } from '#domain/people/printed.texts.ru.ts'
import { addDays, mondayOf, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import type { Id } from '#domain/platform/schema.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { fetchOnce } from '#web/ui/lazyPart.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { usePrinting } from '#web/ui/usePrinting.ts'
import { Averages } from './Averages.tsx'
import { dayHref } from './addresses.ts'
import { CopyNote } from './CopyNote.tsx'
import { DayStrip } from './DayStrip.tsx'
import { DiaryFailure } from './DiaryFailure.tsx'
import { taskKey } from './done.ts'
import { marksOfWeek } from './fresh.ts'
import { NextDay } from './NextDay.tsx'
import { PaperWeek } from './PaperWeek.tsx'
import { PrintButton } from './PrintButton.tsx'
import { isFamily } from './student.ts'
import { texts } from './texts.ru.ts'
import { type Ticks, TicksContext } from './ticks.ts'
import { useDone } from './useDone.ts'
import { useFresh } from './useFresh.ts'
import { useSwipe } from './useSwipe.ts'
import { useWeekTitle } from './useWeekTitle.ts'
import { WeekActions } from './WeekActions.tsx'
import { WeekDays } from './WeekDays.tsx'
import styles from './WeekPage.module.css'
import { WeekSkeleton } from './WeekSkeleton.tsx'
import { isTask, neighbour, openingDay, weekOfTerm } from './week.ts'

/** Once a month, and not what one comes for: without a network it is left out, and nobody is told. */
const FamilyCheckCard = lazy(() =>
  fetchOnce(() => import('#web/people/FamilyCheckCard.tsx')).catch(() => ({ default: () => null })),
)

/** Keeps the line while there is nothing to say in it. */
const blank = '\u00a0'

type Props = { studentId: Id; monday: PlainDate; day: PlainDate /** The address names the day itself. */; chosen: boolean }

/** A week of a student: its days, what is due next, the averages beside. */
export function WeekPage({ studentId, monday, day, chosen }: Props) {
  const me = useMe()
  const [, navigate] = useLocation()
  const { data: week, error, keptAt, refetch } = useQuery('diary.week', { studentId, monday }, { keep: true })
  const coming = useQuery('diary.week', { studentId, monday: addDays(monday, 7) }, { keep: true, enabled: week !== undefined })
  const marks = useMemo(() => week && marksOfWeek(week), [week])
  const fresh = useFresh(`${studentId} ${monday}`, marks ?? null)
  const printing = usePrinting()
  const family = isFamily(me, studentId)
  const { done, tick } = useDone(me.actor.personId, me.today)
  const ticks = useMemo<Ticks | null>(
    () =>
      family
        ? {
            today: me.today,
            isDone: (homeworkId) => taskKey(studentId, homeworkId) in done,
            tick: (homeworkId, due, ticked) => tick(taskKey(studentId, homeworkId), due, ticked),
          }
        : null,
    [family, me.today, studentId, done, tick],
  )
  const open = week && !chosen ? openingDay(week, day) : day
  const touch = useSwipe((step) => navigate(dayHref(studentId, neighbour(open, step)), { replace: true }))
  const title = useWeekTitle(monday)
  const term = week?.term ? texts.termWeek(week.term.name, weekOfTerm(monday, week.term)) : ''
  const tasksAhead = week?.days.some((one) => one.date >= me.today && one.lessons.some((lesson) => lesson.homework.some(isTask)))
  const isThisWeek = mondayOf(me.today) === monday

  return (
    <>
      <div className={styles.screen} {...touch}>
        <Page
          title={title}
          subtitle={
            week ? [family ? '' : texts.person(week.name, week.className), term].filter(Boolean).join(' · ') || blank : blank
          }
          actions={
            <WeekActions
              studentId={studentId}
              monday={monday}
              today={me.today}
              printable={week !== undefined}
              reads={family ? null : (week ?? null)}
            />
          }
        >
          <CopyNote keptAt={keptAt} />
          {week?.left && <Notice>{texts.left(week.left)}</Notice>}
          <DayStrip monday={monday} open={open} today={me.today} week={week} hrefOf={(date) => dayHref(studentId, date)} />
          {error ? (
            <DiaryFailure error={error} onRetry={refetch} />
          ) : (
            <div className={styles.layout} data-weekend={(isThisWeek && weekdayOf(me.today) >= 6) || undefined}>
              {week ? (
                <TicksContext value={ticks}>
                  <WeekDays week={week} open={open} today={me.today} fresh={fresh} />
                </TicksContext>
              ) : (
                <WeekSkeleton />
              )}
              <aside className={styles.aside} aria-label={texts.beside}>
                {family && me.actor.children.length > 0 && (
                  <Suspense>
                    <FamilyCheckCard />
                  </Suspense>
                )}
                {isThisWeek && <NextDay studentId={studentId} weeks={[week, coming.data]} today={me.today} />}
                <Averages studentId={studentId} family={family} />
                {ticks && tasksAhead && <p className={styles.footnote}>{texts.doneIsLocal}</p>}
                {family && (
                  <p className={styles.print}>
                    <PrintButton disabled={week === undefined} />
                  </p>
                )}
              </aside>
            </div>
          )}
        </Page>
      </div>
      {printing && week && (
        <PaperWeek
          week={week}
          studentId={studentId}
          by={family ? `${printedBy(shortName(me.actor.name), numericDate(me.today))}. ${personalData}` : null}
        />
      )}
    </>
  )
}
