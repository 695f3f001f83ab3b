import * as access from '#domain/access/contract.ts'
import * as attendance from '#domain/attendance/contract.ts'
import * as calendar from '#domain/calendar/contract.ts'
import * as classes from '#domain/classes/contract.ts'
import * as diary from '#domain/diary/contract.ts'
import * as homework from '#domain/homework/contract.ts'
import * as journal from '#domain/journal/contract.ts'
import * as marks from '#domain/marks/contract.ts'
import * as notifications from '#domain/notifications/contract.ts'
import type { InputOf, OutputOf, SubjectOf } from '#domain/platform/contract.ts'

/** Every operation of the product under its one name: the address, the permission row, the line in the history. */
export const operations = {
  'access.signIn': access.signIn,
  'access.signOut': access.signOut,
  'access.lock': access.lock,
  'access.unlock': access.unlock,
  'access.changePassword': access.changePassword,
  'access.me': access.me,
  'access.sessions': access.sessions,
  'access.revokeSession': access.revokeSession,
  'access.accounts': access.accounts,
  'access.createAccount': access.createAccount,
  'access.resetPassword': access.resetPassword,
  'access.blockAccount': access.blockAccount,
  'access.unblockAccount': access.unblockAccount,

  'calendar.year': calendar.schoolYear,

  'classes.list': classes.classes,

  'journal.myDay': journal.myDay,
  'journal.courses': journal.courses,
  'journal.page': journal.journalPage,
  'journal.topics': journal.lessonPlan,
  'journal.setTopic': journal.setTopic,
  'journal.setNote': journal.setNote,
  'journal.unfilled': journal.unfilled,

  'marks.set': marks.setMark,
  'marks.setMany': marks.setMarks,
  'marks.addWork': marks.addWork,
  'marks.changeWork': marks.changeWork,
  'marks.removeWork': marks.removeWork,
  'marks.history': marks.cellHistory,

  'attendance.set': attendance.setAttendance,
  'attendance.setMany': attendance.setManyAttendances,
  'attendance.rollCall': attendance.rollCall,

  'homework.set': homework.setHomework,
  'homework.remove': homework.removeHomework,
  'homework.addFile': homework.addFile,
  'homework.file': homework.readFile,

  'diary.week': diary.diaryWeek,
  'diary.marks': diary.diaryMarks,
  'diary.timetable': diary.diaryTimetable,

  'notifications.list': notifications.notices,
  'notifications.read': notifications.readNotices,
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type CommandName = { [N in OperationName]: Operations[N]['kind'] extends 'command' ? N : never }[OperationName]
export type QueryName = Exclude<OperationName, CommandName>
export type Input<N extends OperationName> = InputOf<Operations[N]>
export type Output<N extends OperationName> = OutputOf<Operations[N]>
export type SubjectKindOf<N extends OperationName> = SubjectOf<Operations[N]>
