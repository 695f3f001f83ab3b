import type { QueryName } from '#domain/operations.ts'

/** The operations that only read. Complete by type; written here because contracts are too heavy for the browser. */
const queryNames: Record<QueryName, true> = {
  'access.me': true,
  'access.sessions': true,
  'access.accounts': true,
  'calendar.year': true,
  'classes.list': true,
  'journal.myDay': true,
  'journal.courses': true,
  'journal.page': true,
  'journal.topics': true,
  'journal.unfilled': true,
  'marks.history': true,
  'homework.file': true,
  'notifications.list': true,
  'diary.week': true,
  'diary.marks': true,
  'diary.timetable': true,
}

/** Does the operation only read? Then it travels as GET. */
export const isQuery = (name: string): name is QueryName => Object.hasOwn(queryNames, name)
