import type { Actor, SubjectByKind } from '#domain/access/actor.ts'
import * as is from '#domain/access/relations.ts'
import type { OperationName, SubjectKindOf } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'

type Row<N extends OperationName> = readonly ((
  actor: Actor,
  subject: SubjectByKind[SubjectKindOf<N>],
  today: PlainDate,
) => boolean)[]

/** Who may do what: any one of the relations is enough, an operation without a row does not compile. Printed to docs/permissions.md. */
export const permissions: { readonly [N in OperationName]: Row<N> } = {
  'access.signIn': [is.everyone],
  'access.signOut': [is.everyone],
  'access.lock': [is.everyone],
  'access.unlock': [is.everyone],
  'access.changePassword': [is.everyone],
  'access.me': [is.everyone],
  'access.sessions': [is.everyone],
  'access.revokeSession': [is.owner],
  'access.accounts': [is.administrator],
  'access.createAccount': [is.administrator],
  'access.resetPassword': [is.administrator],
  'access.blockAccount': [is.administrator],
  'access.unblockAccount': [is.administrator],

  'calendar.year': [is.everyone],

  'classes.list': [is.staff],

  'journal.myDay': [is.staff],
  'journal.courses': [is.staff],
  'journal.page': [is.teacherOf, is.coversCourse, is.homeroomTeacherOf, is.deputyHead, is.head],
  'journal.topics': [is.teacherOf, is.coversCourse, is.homeroomTeacherOf, is.deputyHead, is.head],
  'journal.setTopic': [is.teacherOf, is.substituteOf],
  'journal.setNote': [is.teacherOf, is.substituteOf],
  'journal.unfilled': [is.deputyHead, is.head],

  'marks.set': [is.teacherOf, is.substituteOf],
  'marks.setMany': [is.teacherOf],
  'marks.addWork': [is.teacherOf, is.substituteOf],
  'marks.changeWork': [is.teacherOf, is.substituteOf],
  'marks.removeWork': [is.teacherOf, is.substituteOf],
  'marks.history': [is.teacherOf, is.substituteOf, is.homeroomTeacherOf, is.deputyHead, is.head],

  'attendance.set': [is.teacherOf, is.substituteOf],
  'attendance.setMany': [is.teacherOf],
  'attendance.rollCall': [is.teacherOf, is.substituteOf],

  'homework.set': [is.teacherOf, is.substituteOf],
  'homework.remove': [is.teacherOf, is.substituteOf],
  'homework.addFile': [is.staff],
  'homework.file': [is.receives, is.handsOut, is.deputyHead, is.head],

  'diary.week': [is.self, is.guardianOf, is.homeroomTeacherOf, is.deputyHead, is.head],
  'diary.marks': [is.self, is.guardianOf, is.homeroomTeacherOf, is.deputyHead, is.head],
  'diary.timetable': [is.self, is.guardianOf, is.homeroomTeacherOf, is.deputyHead, is.head],

  'notifications.list': [is.everyone],
  'notifications.read': [is.everyone],
}

/** The one question of authorization, asked by `execute()` on the server and by `useCan()` in the web app. */
export function may<N extends OperationName>(
  actor: Actor,
  name: N,
  subject: SubjectByKind[SubjectKindOf<N>] | null,
  today: PlainDate,
): boolean {
  if (subject === null) return false
  return permissions[name].some((relation) => relation(actor, subject, today))
}
