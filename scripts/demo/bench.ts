import type { Lesson } from '#scripts/demo/lessons.ts'
import type { Rows } from '#scripts/demo/rows.ts'
import type { Teacher } from '#scripts/demo/staffing.ts'

/** The page that measurements open: about a hundred lessons of a class of thirty in one term. */
export type Bench = { courseId: string; termId: string; teacherLogin: string }

/** Russian of 10А in the second half-year. */
export function benchOf(byCourse: Map<string, Lesson[]>, rows: Rows, teacherOf: Map<string, Teacher>): Bench {
  const course = [...byCourse.values()].map((lessons) => lessons[0]!.course).find(isBench)!
  const term = rows.term.find(({ kind, number }) => kind === 'halfYear' && number === 2)!
  const account = rows.account.find(({ person_id }) => person_id === teacherOf.get(course.id)!.id)!
  return { courseId: course.id, termId: term.id, teacherLogin: account.login }
}

function isBench({ group, subject }: Lesson['course']): boolean {
  return group.name === '10А' && subject === 'russian'
}
