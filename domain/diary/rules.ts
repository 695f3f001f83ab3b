import type { PlainDate } from '#domain/platform/dates.ts'

type Stay = { from: PlainDate; to: PlainDate | null }

/** What a student has in one course in a term, and when they were in its group. */
export type CourseMarks<Mark> = Counted & {
  subject: string
  teacher: string
  subjectId: string
  group: string
  stays: readonly Stay[]
  marks: readonly Mark[]
}
type Counted = {
  courseId: string
  scale: 'five' | 'passFail'
  ungraded: boolean
  missed: number
  late: number
  held: number
}
/** The same as one subject. A mark earned in another group than the course's names it. */
type SubjectMarks<Mark> = Counted & { subject: string; teacher: string; marks: (Mark & { group: string | null })[] }

/**
 * A student’s courses as subjects: who changed class or subgroup in the term has the subject once, under the course they came to last,
 * and the marks of both, each naming the group where it was earned when that is another one. Courses of one subject that a student
 * attends at the same time stay apart, and so do those with other scales. S4 Р22h: marks follow the student.
 */
export function bySubjects<Mark extends { date: PlainDate }>(courses: readonly CourseMarks<Mark>[]): SubjectMarks<Mark>[] {
  const chains: CourseMarks<Mark>[][] = []
  for (const course of courses) {
    const chain = chains.find((one) => one.every((other) => mayFollow(other, course)))
    if (chain) chain.push(course)
    else chains.push([course])
  }
  return chains.map((chain) => {
    const last = chain.reduce((a, b) => (lastDay(b) > lastDay(a) ? b : a))
    const { subjectId: _subject, group: _group, stays: _stays, ...subject } = last
    const sum = (key: 'missed' | 'late' | 'held') => chain.reduce((total, course) => total + course[key], 0)
    const marks = chain.flatMap((course) =>
      course.marks.map((mark) => ({ ...mark, group: course === last ? null : course.group })),
    )
    // Inside a day a course has them in order of its lessons.
    const inOrder = marks.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    return { ...subject, missed: sum('missed'), late: sum('late'), held: sum('held'), marks: inOrder }
  })
}

const END = '9999-12-31'
const lastDay = ({ stays }: { stays: readonly Stay[] }) =>
  stays
    .map(({ to }) => to ?? END)
    .sort()
    .at(-1)!

function mayFollow(a: CourseMarks<unknown>, b: CourseMarks<unknown>): boolean {
  const together = a.stays.some((one) => b.stays.some((other) => one.from <= (other.to ?? END) && other.from <= (one.to ?? END)))
  return a.subjectId === b.subjectId && a.scale === b.scale && a.ungraded === b.ungraded && !together
}
