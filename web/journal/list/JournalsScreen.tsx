import { IconNotebook } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useQuery } from '#web/platform/queries.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Page } from '#web/ui/Page.tsx'
import { SearchField } from '#web/ui/SearchField.tsx'
import { SelectField } from '#web/ui/SelectField.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { useKept } from '#web/ui/useKept.ts'
import { type CourseOrder, courseOrders, foundCourses, groupedCourses, orderedCourses } from '../courses.ts'
import { journals } from '../texts.ru.ts'
import { ClassJournals } from './ClassJournals.tsx'
import { CourseLine } from './CourseLine.tsx'
import styles from './JournalsScreen.module.css'
import { list } from './texts.ru.ts'

/** Sections of the class journal one may open: own first, the rest by classes. */
export default function JournalsScreen() {
  const { data, error, refetch } = useQuery('journal.courses', {}, { keep: true })
  const [typed, setTyped] = useKept('journals search', '')
  const [order, setOrder] = useKept<CourseOrder>('journals order', 'class')
  const found = useMemo(() => foundCourses(data?.courses ?? [], typed), [data, typed])
  const groups = useMemo(() => groupedCourses(found), [found])
  const ordered = useMemo(() => (order === 'class' ? [] : orderedCourses(found, order)), [found, order])
  const own = groups.find((group) => group.own)
  const classes = groups.filter((group) => !group.own)
  // Classes of a whole school stay folded until they are asked for.
  const open = typed !== '' || classes.length < 4
  const many = (data?.courses.length ?? 0) > 8
  return (
    <Page
      title={journals}
      controls={
        many && (
          <>
            <SearchField label={list.search} value={typed} onChange={setTyped} placeholder={list.example} />
            <SelectField
              label={list.order}
              bare
              value={order}
              options={courseOrders.map((one) => ({ value: one, label: list.orders[one] }))}
              onChange={(one) => setOrder(one as CourseOrder)}
            />
          </>
        )
      }
    >
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton rows={8} />)}
      {data && data.courses.length === 0 && (
        <EmptyState icon={<IconNotebook size={24} stroke={1.6} aria-hidden />} title={list.none} text={list.noneText} />
      )}
      {data && data.courses.length > 0 && groups.length === 0 && (
        <EmptyState title={list.nothingFound} text={list.nothingFoundText} />
      )}
      {ordered.length > 0 && (
        <ul className={styles.list} aria-label={list.all}>
          {ordered.map((course) => (
            <CourseLine key={course.courseId} course={course} />
          ))}
        </ul>
      )}
      {order === 'class' && own && (
        <section className={styles.group} aria-label={list.own}>
          <h2 className={styles.title}>{list.own}</h2>
          <ul className={styles.list}>
            {own.courses.map((course) => (
              <CourseLine key={course.courseId} course={course} />
            ))}
          </ul>
        </section>
      )}
      {order === 'class' && classes.length > 0 && (
        <section className={styles.group} aria-label={list.classes}>
          <h2 className={styles.title}>{list.classes}</h2>
          <div className={styles.list}>
            {classes.map((group) => (
              <ClassJournals key={`${group.title}${open}`} group={group} open={open} />
            ))}
          </div>
        </section>
      )}
    </Page>
  )
}
