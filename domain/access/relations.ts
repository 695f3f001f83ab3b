import { addDays, isWithin, type PlainDate } from '#domain/platform/dates.ts'
import type {
  AccountSubject,
  Actor,
  ClassSubject,
  CourseSubject,
  FileSubject,
  LessonSubject,
  PersonSubject,
  Right,
  Role,
  SessionSubject,
  StudentSubject,
  Subject,
  TrainingSubject,
  UrgentSubject,
} from './actor.ts'
import { COVER_DAYS } from './rules.ts'

/** Is this person, on this day, that to the subject? Pure; who has no such relation is refused. */
export type Relation<S extends Subject = never> = (actor: Actor, subject: S, today: PlainDate) => boolean

const has = (role: Role): Relation<Subject> => {
  const relation: Relation<Subject> = (actor, _subject, today) =>
    actor.roles.some((grant) => grant.role === role && isWithin(today, grant.from, grant.to))
  Object.defineProperty(relation, 'name', { value: role })
  return relation
}

/** Does the grant open every journal and diary for reading? */
export const isOverseer = ({ role }: { role: Role }): boolean => role === 'head' || role === 'deputyHead'

/** Директор. */
export const head = has('head')
/** Заместитель директора (завуч). */
export const deputyHead = has('deputyHead')
/** Администратор журнала: people and accounts, never marks. */
export const administrator = has('administrator')

/** Who keeps something reads it. */
const keptBy: Partial<Record<Right, readonly Right[]>> = {
  'people.read': ['people.create', 'people.edit'],
  'contacts.read': ['people.edit'],
  'classes.read': ['movement.keep'],
  'movement.read': ['movement.keep'],
}

/** Do these rights of a role open that one, by name or because something that needs it is among them? */
export const opens = (held: readonly Right[], right: Right): boolean =>
  held.includes(right) || (keptBy[right] ?? []).some((more) => held.includes(more))

/** Holds a role of the school's own that grants this. */
export const holds = (right: Right): Relation<Subject> => {
  const relation: Relation<Subject> = (actor, _subject, today) =>
    actor.roles.some((grant) => opens(grant.rights, right) && isWithin(today, grant.from, grant.to))
  Object.defineProperty(relation, 'name', { value: `holds ${right}` })
  return relation
}

/** Anybody who is signed in, about their own business or the school's calendar. */
export const everyone: Relation<Subject> = () => true

/** Every member of staff who teaches, leads a class or has a role, a former student too; being a student or a parent makes nobody staff. */
export const staff: Relation<Subject> = (actor, _subject, today) =>
  actor.roles.some((grant) => isWithin(today, grant.from, grant.to)) ||
  actor.courses.some((course) => isWithin(today, course.from, course.to)) ||
  actor.homeroomOf.length > 0 ||
  actor.substitutions.length > 0

/**
 * Works with pupils, whosever they are: teaches, leads a class, holds lessons for colleagues, is of the school's direction, or has a role
 * of the school's own that reads cards. Who keeps computers or the kitchen does not.
 */
export const worksWithPupils: Relation<Subject> = (actor, subject, today) =>
  actor.roles.some(
    (grant) => (grant.role !== 'custom' || opens(grant.rights, 'people.read')) && isWithin(today, grant.from, grant.to),
  ) ||
  (staff(actor, subject, today) && (leadsClass(actor, subject, today) || actor.substitutions.length > 0)) ||
  actor.courses.some((course) => isWithin(today, course.from, course.to))

/** Has opened the card for a written reason, and works with pupils still; whether the access holds, its hours say. [S4 Р24c] */
export const withReason: Relation<UrgentSubject> = (actor, access, today) =>
  access.personId === actor.personId && worksWithPupils(actor, access, today)

/** Teaches the course today. S4 У-п(a): only journals of classes the teacher teaches. */
export const teacherOf: Relation<CourseSubject | LessonSubject> = (actor, course, today) =>
  actor.courses.some((own) => own.courseId === course.courseId && isWithin(today, own.from, own.to))

/** Holds this very lesson for a colleague, or has held it within the last week: what is late goes back to who teaches the course. */
export const substituteOf: Relation<LessonSubject> = (actor, lesson, today) =>
  lesson.insteadOfId !== null && lesson.teacherId === actor.personId && today <= addDays(lesson.date, COVER_DAYS)

/** Has held or will hold a lesson of the course for a colleague within a week: may look the page up, before and after. */
export const coversCourse: Relation<CourseSubject | LessonSubject> = (actor, course, today) =>
  actor.substitutions.some(
    (cover) =>
      cover.courseId === course.courseId && isWithin(cover.date, addDays(today, -COVER_DAYS), addDays(today, COVER_DAYS)),
  )

/**
 * Leads the class, or one of those taught together: reads all its subjects without editing. S4 К5. A student belongs to the class of today; one who has left, to the
 * class they left last.
 */
export const homeroomTeacherOf: Relation<CourseSubject | LessonSubject | StudentSubject | ClassSubject | PersonSubject> = (
  actor,
  subject,
  today,
) => {
  if (subject.kind === 'class') return actor.homeroomOf.includes(subject.classId)
  if (subject.kind === 'course' || subject.kind === 'lesson') return subject.classIds.some((id) => actor.homeroomOf.includes(id))
  const stays = subject.classes.filter((stay) => stay.from <= today)
  const lastDay =
    stays
      .map(({ to }) => (to !== null && to < today ? to : today))
      .sort()
      .at(-1) ?? today
  return stays.some(({ classId, from, to }) => isWithin(lastDay, from, to) && actor.homeroomOf.includes(classId))
}

/** Leads a class, whichever it is: what is answered is narrowed to it. */
export const leadsClass: Relation<Subject> = (actor) => actor.homeroomOf.length > 0

/** Mother, father, guardian of the student, today. S1 3.10. */
export const guardianOf: Relation<StudentSubject | PersonSubject> = (actor, student, today) => {
  const studentId = student.kind === 'person' ? student.personId : student.studentId
  return actor.children.some((child) => child.studentId === studentId && isWithin(today, child.from, child.to))
}

/** The student in person. S2 3.8. */
export const self: Relation<StudentSubject> = (actor, student) => actor.student && actor.personId === student.studentId

/** Attached the file and works here still, teaches a course where it is set, or leads the class. */
export const handsOut: Relation<FileSubject> = (actor, file, today) =>
  (file.authorId === actor.personId && staff(actor, { kind: 'school' }, today)) ||
  file.classIds.some((classId) => actor.homeroomOf.includes(classId)) ||
  actor.courses.some((own) => file.courseIds.includes(own.courseId) && isWithin(today, own.from, own.to))

/** Got the task the file belongs to: the student, or the student's mother, father, guardian. */
export const receives: Relation<FileSubject> = (actor, file, today) =>
  (actor.student && file.studentIds.includes(actor.personId)) ||
  actor.children.some((child) => file.studentIds.includes(child.studentId) && isWithin(today, child.from, child.to))

/** Reads the movement book, whose orders are on the scan: head and deputies read every file anyway. */
export const readsOrder: Relation<FileSubject> = (actor, file, today) =>
  file.ofOrder && (administrator(actor, file, today) || holds('movement.read')(actor, file, today))

/** The person whose account or session, or who it is. */
export const owner: Relation<AccountSubject | SessionSubject | PersonSubject> = (actor, subject) =>
  subject.personId === actor.personId

/** Holds the training, working here still. */
export const leaderOf: Relation<TrainingSubject> = (actor, training, today) =>
  training.leaderId === actor.personId && staff(actor, { kind: 'school' }, today)

/** Was asked to come to the training. */
export const invitedTo: Relation<TrainingSubject> = (actor, training) => training.invited.includes(actor.personId)
