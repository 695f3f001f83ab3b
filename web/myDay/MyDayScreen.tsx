import { useSearch } from 'wouter'
import { isPlainDate } from '#domain/platform/dates.ts'
import { moment } from '#domain/platform/dateTexts.ts'
import { useQuery } from '#web/platform/queries.ts'
import { useMe } from '#web/platform/session.tsx'
import { Tasks } from '#web/tasks/Tasks.tsx'
import { DayTrainings } from '#web/training/DayTrainings.tsx'
import { Card } from '#web/ui/Card.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Page } from '#web/ui/Page.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { DayLessons } from './DayLessons.tsx'
import { DaySwitcher } from './DaySwitcher.tsx'
import { lacks, phaseOf } from './dayLesson.ts'
import { EmptyDay } from './EmptyDay.tsx'
import styles from './MyDayScreen.module.css'
import { OverdueLessons } from './OverdueLessons.tsx'
import * as texts from './texts.ru.ts'
import { useNow } from './useNow.ts'

/** The teacher's day: lessons in the order of the bells, what is not filled in, one press from the journal. */
export default function MyDayScreen() {
  const { school, today } = useMe()
  const asked = new URLSearchParams(useSearch()).get('date')
  const date = asked !== null && isPlainDate(asked) ? asked : today
  const now = useNow(school.timeZone)
  const { data, error, keptAt, refetch } = useQuery('journal.myDay', { date }, { keep: true })
  const left = data?.lessons.filter((lesson) => lacks(lesson, phaseOf(lesson, now)).length > 0).length ?? 0
  const over = data?.lessons.every((lesson) => lesson.cancelled || phaseOf(lesson, now) === 'past')
  return (
    <Page title={texts.myDay.title} actions={<DaySwitcher date={date} today={today} />}>
      {keptAt && <Notice kind="note">{texts.keptAt(moment(keptAt, school.timeZone))}</Notice>}
      {data ? (
        <div className={styles.columns}>
          <Card
            title={<span className={styles.date}>{texts.myDay.day(date)}</span>}
            note={
              data.lessons.length > 0 &&
              [texts.myDay.lessons(data.lessons.length), (left > 0 || over) && texts.myDay.left(left)].filter(Boolean).join(' · ')
            }
          >
            {data.lessons.length > 0 ? (
              <DayLessons lessons={data.lessons} now={now} />
            ) : (
              <EmptyDay date={date} dayName={data.dayName} />
            )}
          </Card>
          <div className={styles.beside}>
            <Tasks />
            <DayTrainings date={date} />
            <OverdueLessons lessons={data.overdue} total={data.overdueTotal} />
          </div>
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <Skeleton rows={7} />
      )}
    </Page>
  )
}
