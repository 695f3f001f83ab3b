import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

const Scale = OneOf('five', 'passFail')
const Course = Obj({
  courseId: Id,
  groupId: Id,
  classIds: T.Array(Id),
  group: T.String(),
  subject: T.String(),
  grade: T.Integer(),
  ungraded: T.Boolean(),
  scale: Scale,
})
const Term = Obj({ termId: Id, name: T.String(), from: Day, to: Day, lockedAt: Nullable(Moment) })
const Days = Obj({ from: Day, to: Nullable(Day) })
const Bell = { startsAt: Nullable(T.Integer()), endsAt: Nullable(T.Integer()) }

const DayLesson = Obj({
  lessonId: Id,
  courseId: Id,
  termId: Nullable(Id),
  date: Day,
  number: T.Integer(),
  ...Bell,
  group: T.String(),
  subject: T.String(),
  room: T.String(),
  insteadOf: Nullable(T.String()),
  cancelled: T.Boolean(),
  /** The group has a day off: holiday, vacation, quarantine of its class. Of lessons on the day asked for. */
  dayOff: Nullable(T.String()),
  topic: T.String(),
  rollCalled: T.Boolean(),
  absent: T.Integer(),
  students: T.Integer(),
  marks: T.Integer(),
  homework: T.Boolean(),
})

export const myDay = query('journal.myDay', {
  subject: 'school',
  input: Obj({ date: Day }),
  output: Obj({
    date: Day,
    dayName: Nullable(T.String()),
    lessons: T.Array(DayLesson),
    overdue: T.Array(DayLesson),
    overdueTotal: T.Integer(),
  }),
  description:
    'Lessons the caller holds on the day, in order of the bells, and those of earlier days without topic or roll call that can still be filled (their term is open; newest first, 40 at most). dayName names a holiday or vacation. S4 У2, S0 4.4.',
})

export const courses = query('journal.courses', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    courses: T.Array(
      Obj({
        ...Course.properties,
        className: T.String(),
        teachers: T.Array(T.String()),
        mine: T.Boolean(),
        lessons: T.Integer(),
        unfilled: T.Integer(),
      }),
    ),
  }),
  description:
    'Sections of the class journal that the caller may open: own courses, courses covered, all of the class they lead, everything for deputy and head. `unfilled` counts past lessons without topic or roll call.',
})

export const journalPage = query('journal.page', {
  subject: 'course',
  input: Obj({ courseId: Id, termId: T.Optional(Id) }),
  output: Obj({
    course: Course,
    className: T.String(),
    today: Day,
    term: Term,
    terms: T.Array(Term),
    students: T.Array(
      Obj({
        studentId: Id,
        name: T.String(),
        stays: T.Array(Days),
        apart: T.Optional(T.Array(Days)),
        /** In a group of several classes. */
        ofClass: T.Optional(T.String()),
      }),
    ),
    lessons: T.Array(
      Obj({
        lessonId: Id,
        date: Day,
        number: T.Integer(),
        teacherId: Id,
        insteadOfId: Nullable(Id),
        room: T.String(),
        cancelled: T.Boolean(),
        topic: T.String(),
        note: T.String(),
        rollCalledAt: Nullable(Moment),
        works: T.Array(Obj({ workId: Id, typeId: Id, weight: T.Integer(), title: T.String() })),
      }),
    ),
    teachers: T.Array(Obj({ personId: Id, name: T.String() })),
    workTypes: T.Array(Obj({ typeId: Id, name: T.String(), shortName: T.String(), weight: T.Integer(), control: T.Boolean() })),
    marks: Obj({
      /** Columns of one table: the n-th entries belong together. Indices into works (in order of lessons, then works) and students. */
      work: T.Array(T.Integer()),
      student: T.Array(T.Integer()),
      text: T.Array(T.String()),
    }),
    remarks: T.Array(
      Obj({ work: T.Integer(), student: T.Integer(), dueOn: Nullable(Day), comment: T.String(), basis: T.String() }),
    ),
    brought: T.Array(
      Obj({
        student: T.Integer(),
        group: T.String(),
        date: Day,
        typeId: Id,
        title: T.String(),
        weight: T.Integer(),
        text: T.String(),
      }),
    ),
    absences: Obj({
      lesson: T.Array(T.Integer()),
      student: T.Array(T.Integer()),
      code: T.Array(OneOf('absent', 'sick', 'excused', 'unexcused', 'late', 'exempt')),
      minutes: T.Array(T.Integer()),
    }),
  }),
  description:
    'A page of the journal: one course, one term (the current one when none is named). A student who left the group and came back has several stays; `apart` are days in between on which a student learns the subject by a plan of their own: no stays, no cells. Marks and absences are columns of indices: `text[i]` is the mark of `students[student[i]]` for the `work[i]`-th work. minutes is 0 unless late. `brought` are marks of the subject that a student earned in the term in another class or group before coming here: they count in the average, and are changed where they were given. S4 Р10d, Р10f, Р22h.',
})

export const lessonPlan = query('journal.topics', {
  subject: 'course',
  input: Obj({ courseId: Id, termId: T.Optional(Id) }),
  output: Obj({
    lessons: T.Array(
      Obj({
        lessonId: Id,
        homework: T.Array(
          Obj({
            homeworkId: Id,
            dueOn: Nullable(Day),
            content: T.String(),
            pages: T.String(),
            exercises: T.String(),
            minutes: Nullable(T.Integer()),
            nothing: T.Boolean(),
            students: T.Array(Id),
            files: T.Array(Obj({ fileId: Id, name: T.String(), size: T.Integer(), mediaType: T.String() })),
          }),
        ),
      }),
    ),
  }),
  description:
    'Homework set at each lesson of the page, for the tab «Темы и задания»; `students` is empty for a task that everybody has.',
})

export const setTopic = command('journal.setTopic', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, topic: Text(500), expected: Text(500) }),
  output: Obj({}),
  description:
    'Writes what was done at the lesson. `expected` is the topic the caller saw. Refusals: journal.changedMeanwhile (value, by, at), journal.termLocked, journal.cancelled.',
})

export const setNote = command('journal.setNote', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, note: Text(1000), expected: Text(1000) }),
  output: Obj({}),
  description:
    'A note on the lesson that only staff see. `expected` is the note the caller saw. Refusals: journal.changedMeanwhile (value, by, at), journal.termLocked.',
})

export const unfilled = query('journal.unfilled', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    teachers: T.Array(
      Obj({
        personId: Id,
        name: T.String(),
        lessons: T.Integer(),
        noTopic: T.Integer(),
        noRollCall: T.Integer(),
        oldest: Nullable(Day),
        /** So many of them can still be filled: their term is not closed. */
        open: T.Integer(),
        /** When the teacher was last asked to fill the journal, and by whom. */
        reminded: Nullable(Obj({ on: Day, at: Moment, by: T.String() })),
      }),
    ),
  }),
  description:
    'Teachers with lessons of the last 30 days not filled, most first, and when each was last reminded. S0 1.5: keeping the journal is everyone’s duty.',
})

export const unfilledLessons = query('journal.unfilledLessons', {
  subject: 'school',
  input: Obj({ personId: Id }),
  output: Obj({
    name: T.String(),
    lessons: T.Array(
      Obj({
        lessonId: Id,
        courseId: Id,
        termId: Nullable(Id),
        date: Day,
        number: T.Integer(),
        group: T.String(),
        subject: T.String(),
        topic: T.String(),
        rollCalled: T.Boolean(),
      }),
    ),
  }),
  description:
    'The lessons that journal.unfilled counts for one teacher, newest first: with an empty topic, without roll call, or both. Somebody whom the school does not know is nobody’s business: access.denied. S4 З7: the deputy checks that journals are kept.',
})

export const remind = command('journal.remind', {
  subject: 'school',
  input: Obj({ personIds: Nullable(T.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true })) }),
  output: Obj({ reminders: T.Array(Obj({ reminderId: Id, personId: Id, name: T.String() })), already: T.Integer() }),
  description:
    'Asks teachers to fill the lessons that journal.unfilled counts as open: those named, or (null) everybody who is behind. Each hears of it once a day: of many, those who have been reminded today are left out and counted in `already`; when nobody is left, the refusal says why: journal.remindedToday (name, by, at), journal.allReminded, journal.nothingToRemind. The notice goes out after the delay of the school, a minute at least; until then journal.takeBackReminders stops it. S4 З7, S1 4.9.',
})

export const takeBackReminders = command('journal.takeBackReminders', {
  subject: 'school',
  input: Obj({ reminderIds: T.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }) }),
  output: Obj({}),
  description:
    'Takes back the reminders that the caller sent within the last minute: nobody hears of them. All or nothing. Refusal: journal.reminderSent.',
})
