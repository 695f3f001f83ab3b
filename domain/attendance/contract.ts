import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf } from '#domain/platform/schema.ts'

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

export const absentees = query('attendance.absentees', {
  subject: 'school',
  input: Obj({ date: Day }),
  output: Obj({
    date: Day,
    /** The nearest days with lessons, before and after; after today there is none. */
    earlier: Nullable(Day),
    later: Nullable(Day),
    classes: T.Array(
      Obj({
        classId: Id,
        name: T.String(),
        students: T.Integer(),
        lessons: T.Integer(),
        /** Lessons at which the roll was called or somebody was noted: where it is fewer than lessons, the class is not known yet. */
        called: T.Integer(),
        /** Students who missed at least one lesson; `allDay`: every one of those at which the roll was called, and more than one. */
        absent: T.Integer(),
        allDay: T.Integer(),
      }),
    ),
    students: T.Array(
      Obj({
        studentId: Id,
        name: T.String(),
        classId: Id,
        className: T.String(),
        lessons: T.Integer(),
        called: T.Integer(),
        missed: T.Integer(),
        reasons: T.Array(Obj({ code: Code, numbers: T.Array(T.Integer()), minutes: T.Integer() })),
      }),
    ),
  }),
  description:
    'Who was missing from the lessons of a day, or late: by class and by student, with reasons as codes and the numbers of lessons. Who was exempt was there and is not named. Opens neither marks nor topics. To a homeroom teacher who holds no role beside, of their own class alone [S4 К5]. Also for roles of the school’s own with attendance.read: nurse, social worker, kitchen [S1 3.1, S4 Р9].',
})
