import type { Output } from '#domain/operations.ts'
import { byName, searchForm } from '#domain/platform/texts.ts'

export type ListedCourse = Output<'journal.courses'>['courses'][number]

/** From an open page: one course of every group (of the same subject where there is one), and every subject of this group. */
export function coursesAround(
  courses: readonly ListedCourse[],
  courseId: string,
): { groups: ListedCourse[]; subjects: ListedCourse[] } {
  const here = courses.find((course) => course.courseId === courseId)
  if (!here) return { groups: [], subjects: [] }
  const nearness = (course: ListedCourse) => (course === here ? 0 : course.subject === here.subject ? 1 : course.mine ? 2 : 3)
  const groups = new Map<string, ListedCourse>()
  for (const course of [...courses].sort((a, b) => nearness(a) - nearness(b)))
    if (!groups.has(course.group)) groups.set(course.group, course)
  return {
    groups: [...groups.values()].sort(byGroup),
    subjects: courses.filter((course) => course.group === here.group).sort((a, b) => byName(a.subject, b.subject)),
  }
}

/** 5 «А» before 10 «Б», halves of a class after the class. */
export const byGroup = (a: ListedCourse, b: ListedCourse): number =>
  a.grade - b.grade || byName(a.className, b.className) || byName(a.group, b.group)

/** Courses that answer to every word typed: «7 алг», «петрова». */
export function foundCourses(courses: readonly ListedCourse[], typed: string): ListedCourse[] {
  const words = searchForm(typed).split(' ').filter(Boolean)
  return courses.filter((course) => {
    const text = searchForm([course.group, course.className, course.subject, ...course.teachers].join(' ')).replace(/[«»"]/g, '')
    return words.every((word) => text.split(' ').some((part) => part.startsWith(word)) || text.replaceAll(' ', '').includes(word))
  })
}

export const courseOrders = ['class', 'unfilled', 'subject', 'teacher'] as const
export type CourseOrder = (typeof courseOrders)[number]

/** Journals in one line: most unfilled first, by subject, by the first teacher; those without a teacher at the end. */
export function orderedCourses(courses: readonly ListedCourse[], order: Exclude<CourseOrder, 'class'>): ListedCourse[] {
  const teacher = ({ teachers }: ListedCourse) => teachers[0] ?? '\u{10ffff}'
  const first = {
    unfilled: (a: ListedCourse, b: ListedCourse) => b.unfilled - a.unfilled,
    subject: (a: ListedCourse, b: ListedCourse) => byName(a.subject, b.subject),
    teacher: (a: ListedCourse, b: ListedCourse) => byName(teacher(a), teacher(b)),
  }[order]
  return [...courses].sort((a, b) => first(a, b) || byGroup(a, b) || byName(a.subject, b.subject))
}

export type CourseGroup = { title: string; own: boolean; courses: ListedCourse[] }

/** Own courses first, then everything else by classes. */
export function groupedCourses(courses: readonly ListedCourse[]): CourseGroup[] {
  const own = courses.filter((course) => course.mine).sort((a, b) => byGroup(a, b) || byName(a.subject, b.subject))
  const groups: CourseGroup[] = own.length > 0 ? [{ title: '', own: true, courses: own }] : []
  for (const course of courses.filter((one) => !one.mine).sort((a, b) => byGroup(a, b) || byName(a.subject, b.subject))) {
    const last = groups.at(-1)
    if (last && !last.own && last.title === course.className) last.courses.push(course)
    else groups.push({ title: course.className, own: false, courses: [course] })
  }
  return groups
}
