import { IconChevronDown } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useQuery } from '#web/platform/queries.ts'
import { SelectField } from '#web/ui/SelectField.tsx'
import styles from './CoursePicker.module.css'
import { coursesAround, type ListedCourse } from './courses.ts'
import type { Page } from './page.ts'
import { pick } from './texts.ru.ts'
import { useResting } from './useResting.ts'

/**
 * Class, subject and term of the page: each a select, so that the next journal is two presses away. On a phone they are one line until
 * they are asked for: the students need the room.
 */
export function CoursePicker({ page, tab }: { page: Page; tab: string }) {
  const [, go] = useLocation()
  const [open, setOpen] = useState(false)
  const { data } = useQuery('journal.courses', {}, { keep: true, enabled: useResting(page.course.courseId) })
  const { course, term, terms } = page
  const { groups, subjects } = useMemo(() => coursesAround(data?.courses ?? [], course.courseId), [data, course.courseId])
  const rest = tab === 'marks' ? '' : `tab=${tab}`
  const toCourse = (courseId: string) => go(`/journal/${courseId}${rest && `?${rest}`}`)
  return (
    <div className={styles.place}>
      <button type="button" className={styles.here} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.words}>{[course.group, course.subject, term.name].join(' · ')}</span>
        <IconChevronDown size={18} stroke={1.8} aria-hidden />
      </button>
      <div className={styles.picker} data-open={open || undefined}>
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
    </div>
  )
}

/** The open course is always among them, also before the list has come. */
const choices = (courses: readonly ListedCourse[], label: (course: ListedCourse) => string, [value, own]: [string, string]) =>
  courses.length > 0 ? courses.map((one) => ({ value: one.courseId, label: label(one) })) : [{ value, label: own }]
