import type { PersonName } from '#domain/people/names.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import type { Id } from '#domain/platform/schema.ts'

export type Role = 'head' | 'deputyHead' | 'administrator'

export type Period = { from: PlainDate; to: PlainDate | null }

/**
 * Who is asking, with everything that relations are decided by. Loaded once per session, again after whatever changes it;
 * the web app gets the same object, so that a button is hidden by the very predicate that would refuse the click.
 */
export type Actor = {
  schoolId: number
  personId: Id
  accountId: Id
  sessionId: Id | null
  name: PersonName
  roles: (Period & { role: Role })[]
  /** Courses taught, by dates. */
  courses: (Period & { courseId: Id })[]
  /** Lessons held for a colleague, by course and day. */
  substitutions: { courseId: Id; date: PlainDate }[]
  /** Classes led. */
  homeroomOf: Id[]
  /** Children about whom this person may know, by dates. */
  children: (Period & { studentId: Id })[]
  /** Is this person a student of the current school year, or enrolled for the next? They have their own diary, also after leaving. */
  student: boolean
}

export type CourseSubject = {
  kind: 'course'
  courseId: Id
  groupId: Id
  /** The class a subgroup is cut from, or the class itself; null for a stream of several classes. */
  classId: Id | null
  grade: number
  ungraded: boolean
  scale: 'five' | 'passFail'
}
export type LessonSubject = Omit<CourseSubject, 'kind'> & {
  kind: 'lesson'
  lessonId: Id
  date: PlainDate
  teacherId: Id
  insteadOfId: Id | null
  cancelled: boolean
  /** The term of the group's grade in which the lesson lies is closed since then. */
  lockedAt: string | null
}
/** A student with their stays in classes; a group with a plan of its own counts as a stay in the class it names. */
export type StudentSubject = { kind: 'student'; studentId: Id; classes: (Period & { classId: Id })[] }
/** A file, by the homework it is attached to: who teaches those courses, which students got the task. A file of nobody's yet is its author's. */
export type FileSubject = { kind: 'file'; fileId: Id; courseIds: Id[]; classIds: Id[]; studentIds: Id[]; authorId: Id }
export type AccountSubject = { kind: 'account'; accountId: Id; personId: Id }
export type SessionSubject = { kind: 'session'; sessionId: Id; personId: Id }
export type SchoolSubject = { kind: 'school' }

export type Subject =
  | CourseSubject
  | LessonSubject
  | StudentSubject
  | FileSubject
  | AccountSubject
  | SessionSubject
  | SchoolSubject
export type SubjectByKind = { [S in Subject as S['kind']]: S }
