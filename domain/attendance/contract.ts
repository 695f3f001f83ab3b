import T from 'typebox'
import { command } from '#domain/platform/contract.ts'
import { Id, Nullable, Obj, OneOf } from '#domain/platform/schema.ts'

const Code = OneOf('absent', 'sick', 'excused', 'unexcused', 'late', 'exempt')
export const AttendanceShape = Obj({ code: Nullable(Code), minutes: Nullable(T.Integer({ minimum: 1, maximum: 240 })) })

export const setAttendance = command('attendance.set', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, studentId: Id, attendance: AttendanceShape, expected: AttendanceShape }),
  output: Obj({}),
  description:
    'Says that a student was absent, late or exempt at a lesson, or (code null) was there after all. A mark in the same cell stays [S4 У2]. Minutes only with `late`. Refusals: journal.changedMeanwhile (value, by, at), journal.termLocked, journal.cancelled, journal.notYet, marks.deadlinePassed, journal.notInGroup, attendance.minutesWithoutLate.',
})

export const setManyAttendances = command('attendance.setMany', {
  subject: 'course',
  input: Obj({
    courseId: Id,
    cells: T.Array(Obj({ lessonId: Id, studentId: Id, attendance: AttendanceShape, expected: AttendanceShape }), {
      minItems: 1,
      maxItems: 4000,
    }),
  }),
  output: Obj({}),
  description:
    'Many cells of one course at once — a paste, its undoing. All or nothing, with the codes of attendance.set and the cell in `lessonId` and `studentId`.',
})

export const rollCall = command('attendance.rollCall', {
  subject: 'lesson',
  input: Obj({
    lessonId: Id,
    absences: T.Array(Obj({ studentId: Id, code: Code, minutes: Nullable(T.Integer({ minimum: 1, maximum: 240 })) }), {
      maxItems: 200,
    }),
  }),
  output: Obj({ rollCalledAt: T.String() }),
  description:
    'Calls the roll of the whole group: those named were absent, late or exempt, everybody else was there. May be repeated; the last word counts. Refusals as for attendance.set.',
})
