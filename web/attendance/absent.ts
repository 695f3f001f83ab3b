import type { AbsenceCode } from '#domain/attendance/rules.ts'
import type { Output } from '#domain/operations.ts'

export type Absentees = Output<'attendance.absentees'>
export type Missing = Absentees['students'][number]
export type OwnClass = Absentees['classes'][number]

/** Students of the class, or of every class (''), who have this reason, or any (''). */
export const matching = (students: readonly Missing[], classId: string, code: AbsenceCode | ''): Missing[] =>
  students.filter((one) => (!classId || one.classId === classId) && (!code || one.reasons.some((reason) => reason.code === code)))

/** How many missed a lesson, how many were only late, and out of how many. */
export function totalsOf({ students, classes }: Absentees): { absent: number; late: number; students: number } {
  const absent = students.filter(({ missed }) => missed > 0).length
  return { absent, late: students.length - absent, students: classes.reduce((sum, one) => sum + one.students, 0) }
}

/** Classes that have lessons on the day, and nobody has called the roll at any. */
export const unknownClasses = (classes: readonly OwnClass[]): OwnClass[] =>
  classes.filter(({ lessons, called }) => lessons > 0 && called === 0)

/** The reasons that occur on the day, in the order of their first student. */
export const codesIn = (students: readonly Missing[]): AbsenceCode[] => [
  ...new Set(students.flatMap(({ reasons }) => reasons.map(({ code }) => code))),
]
