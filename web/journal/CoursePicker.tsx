import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useQuery } from '#web/platform/queries.ts'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './CoursePicker.module.css'
import { coursesAround, type ListedCourse } from './courses.ts'
import type { Page } from './page.ts'
import { pick } from './texts.ru.ts'
import { useResting } from './useResting.ts'

/** Class, subject and term of the page: each a select, so that the next journal is two presses away. */
export function CoursePicker({ page, tab }: { page: Page; tab: string }) {
  const [, go] = useLocation()
  const { data } = useQuery('journal.courses', {}, { keep: true, enabled: useResting(page.course.courseId) })
  const { course, term, terms } = page
  const { groups, subjects } = useMemo(() => coursesAround(data?.courses ?? [], course.courseId), [data, course.courseId])
  const rest = tab === 'marks' ? '' : `tab=${tab}`
  const toCourse = (courseId: string) => go(`/journal/${courseId}${rest && `?${rest}`}`)
  return (
    <div className={styles.picker}>
      <SelectField
        bare
        label={pick.group}
        value={course.courseId}
        options={choices(groups, (one) => one.group, [course.courseId, course.group])}
        onChange={toCourse}
      />
      <SelectField
        bare
        label={pick.subject}
        value={course.courseId}
        options={choices(subjects, (one) => one.subject, [course.courseId, course.subject])}
        onChange={toCourse}
      />
      <SelectField
        bare
        label={pick.term}
        value={term.termId}
        options={terms.map((one) => ({ value: one.termId, label: one.name }))}
        onChange={(termId) => go(`/journal/${course.courseId}?term=${termId}${rest && `&${rest}`}`)}
      />
    </div>
  )
}

/** The open course is always among them, also before the list has come. */
const choices = (courses: readonly ListedCourse[], label: (course: ListedCourse) => string, [value, own]: [string, string]) =>
  courses.length > 0 ? courses.map((one) => ({ value: one.courseId, label: label(one) })) : [{ value, label: own }]
