import T from 'typebox'
import { query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf } from '#domain/platform/schema.ts'

const DiaryMark = Obj({
  text: T.String(),
  type: T.String(),
  shortType: T.String(),
  weight: T.Integer(),
  title: T.String(),
  comment: T.String(),
  dueOn: Nullable(Day),
})
const Absence = Nullable(OneOf('absent', 'sick', 'excused', 'unexcused', 'late', 'exempt'))
const File = Obj({ fileId: Id, name: T.String(), size: T.Integer() })
const Homework = Obj({
  homeworkId: Id,
  content: T.String(),
  pages: T.String(),
  exercises: T.String(),
  minutes: Nullable(T.Integer()),
  nothing: T.Boolean(),
  individual: T.Boolean(),
  setOn: Day,
  files: T.Array(File),
})

export const diaryWeek = query('diary.week', {
  subject: 'student',
  input: Obj({ studentId: Id, monday: Day }),
  output: Obj({
    studentId: Id,
    name: T.String(),
    className: T.String(),
    monday: Day,
    today: Day,
    term: Nullable(Obj({ name: T.String(), from: Day, to: Day })),
    left: Nullable(Day),
    days: T.Array(
      Obj({
        date: Day,
        off: Nullable(T.String()),
        lessons: T.Array(
          Obj({
            lessonId: Id,
            number: T.Integer(),
            startsAt: Nullable(T.Integer()),
            endsAt: Nullable(T.Integer()),
            subject: T.String(),
            room: T.String(),
            teacher: T.String(),
            substitution: T.Boolean(),
            cancelled: T.Boolean(),
            topic: T.String(),
            filled: T.Boolean(),
            absence: Absence,
            minutes: Nullable(T.Integer()),
            marks: T.Array(DiaryMark),
            homework: T.Array(Homework),
          }),
        ),
      }),
    ),
  }),
  description:
    'A student’s week, Monday to Saturday: bells, rooms, teachers and substitutions, topics, marks with kind of work and comment, absences, the homework due for each lesson. `off` names a holiday or vacation; `left` is the day from which the student is in no class any more. `filled` is false for a past lesson the teacher has not filled yet: shown honestly [S0 7.4].',
})

export const diaryMarks = query('diary.marks', {
  subject: 'student',
  input: Obj({ studentId: Id, termId: T.Optional(Id) }),
  output: Obj({
    studentId: Id,
    name: T.String(),
    className: T.String(),
    term: Obj({ termId: Id, name: T.String(), from: Day, to: Day }),
    terms: T.Array(Obj({ termId: Id, name: T.String(), from: Day, to: Day })),
    subjects: T.Array(
      Obj({
        courseId: Id,
        subject: T.String(),
        teacher: T.String(),
        scale: OneOf('five', 'passFail'),
        ungraded: T.Boolean(),
        missed: T.Integer(),
        late: T.Integer(),
        held: T.Integer(),
        marks: T.Array(Obj({ date: Day, values: T.Array(T.Integer()), group: Nullable(T.String()), ...DiaryMark.properties })),
      }),
    ),
  }),
  description:
    'A student’s marks of a term by subject, in order of dates, with what the averages are made of. Who changed class or group has the subject once, under the course of now: marks follow the student, and `group` of a mark names the class where it was earned when that is another one. Current term when none is named. S4 Р22h.',
})

export const diaryTimetable = query('diary.timetable', {
  subject: 'student',
  input: Obj({ studentId: Id, date: Day }),
  output: Obj({
    studentId: Id,
    name: T.String(),
    className: T.String(),
    lessons: T.Array(
      Obj({
        weekday: T.Integer(),
        number: T.Integer(),
        startsAt: Nullable(T.Integer()),
        endsAt: Nullable(T.Integer()),
        subject: T.String(),
        room: T.String(),
        teacher: T.String(),
        week: OneOf('every', 'odd', 'even'),
      }),
    ),
  }),
  description: 'The weekly pattern in force for the student on the day, with bells, rooms and teachers.',
})
