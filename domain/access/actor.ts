import type { PersonName } from '#domain/people/names.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import type { Id } from '#domain/platform/schema.ts'

export type Role = 'head' | 'deputyHead' | 'administrator' | 'custom'

/**
 * What a role that a school made for itself may hold: reading, and the work of an office; never marks, never rights of others, never
 * accounts of staff. [S4 Р9]
 */
export const rights = [
  'people.read',
  'contacts.read',
  'classes.read',
  'attendance.read',
  'movement.read',
  'consents.read',
  'journal.control',
  'requests.decide',
  'people.create',
  'people.edit',
  'movement.keep',
  'accounts.issue',
] as const
export type Right = (typeof rights)[number]

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
  /** `rights` are those of a role of the school's own; empty for the others. */
  roles: (Period & { role: Role; rights: Right[] })[]
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
  /** What the school has decided about who may what, where it differs from what is usual or may do so. */
  choices: Readonly<Record<string, boolean>>
}

export type CourseSubject = {
  kind: 'course'
  courseId: Id
  groupId: Id
  /** The class itself, the one a group is cut from, or all classes of a combined class, a stream or a group across classes. */
  classIds: Id[]
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
/** A file, by the homework it is attached to: who teaches those courses, which students got the task. A file of nobody's yet is its author's. `ofOrder`: the scan of an order of the movement book. */
export type FileSubject = {
  kind: 'file'
  fileId: Id
  courseIds: Id[]
  classIds: Id[]
  studentIds: Id[]
  authorId: Id
  ofOrder: boolean
}
export type AccountSubject = { kind: 'account'; accountId: Id; personId: Id }
export type SessionSubject = { kind: 'session'; sessionId: Id; personId: Id }
export type SchoolSubject = { kind: 'school' }
/** A class (or a group, by the class it is cut from). */
export type ClassSubject = { kind: 'class'; classId: Id }
/** Anybody of the school, with the classes they belong to: as a student, or through the children they may be told of. */
export type PersonSubject = { kind: 'person'; personId: Id; classes: (Period & { classId: Id })[] }
/** A card opened for a reason, by whom; `personId` is the holder. */
export type UrgentSubject = { kind: 'urgent'; urgentId: Id; personId: Id; studentId: Id }
/** A seminar or an instruction: who holds it, who was asked to come. */
export type TrainingSubject = { kind: 'training'; trainingId: Id; leaderId: Id | null; invited: Id[] }

export type Subject =
  | CourseSubject
  | LessonSubject
  | StudentSubject
  | FileSubject
  | AccountSubject
  | SessionSubject
  | SchoolSubject
  | ClassSubject
  | PersonSubject
  | TrainingSubject
  | UrgentSubject
export type SubjectByKind = { [S in Subject as S['kind']]: S }
