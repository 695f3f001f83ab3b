import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { exceptionKinds, termKinds } from './rules.ts'

const Grade = T.Integer({ minimum: 1, maximum: 12 })
const Grades = { fromGrade: Grade, toGrade: Grade }
const Weekday = T.Integer({ minimum: 1, maximum: 7 })
const Shift = T.Integer({ minimum: 1, maximum: 3 })
const StudyDays = T.Integer({ minimum: 5, maximum: 6 })

const TermShape = {
  termId: Id,
  kind: OneOf(...termKinds),
  number: T.Integer({ minimum: 1, maximum: 12 }),
  ...Grades,
  from: Day,
  to: Day,
}
const Terms = T.Array(Obj(TermShape), { maxItems: 60 })
const ExceptionShape = Obj({
  kind: OneOf(...exceptionKinds),
  name: Text(120, 1),
  from: Day,
  to: Day,
  ...Grades,
  classId: Nullable(Id),
  likeWeekday: Nullable(Weekday),
})
const Exceptions = T.Array(ExceptionShape, { maxItems: 200 })
const ScheduleShape = Obj({
  ...Grades,
  shift: Shift,
  from: Nullable(Day),
  to: Nullable(Day),
  weekdays: T.Array(Weekday, { minItems: 1, maxItems: 7, uniqueItems: true }),
  lessons: T.Array(
    Obj({
      number: T.Integer({ minimum: 0, maximum: 16 }),
      startsAt: T.Integer({ minimum: 0, maximum: 1439 }),
      endsAt: T.Integer({ minimum: 1, maximum: 1440 }),
    }),
    { minItems: 1, maxItems: 17 },
  ),
})
const Schedules = T.Array(ScheduleShape, { maxItems: 120 })
/** As `termsText` writes them. */
const TERMS_LINE = `^([0-9a-f-]{36}/(${termKinds.join('|')})/\\d{1,2}/\\d{1,2}/\\d{1,2}/\\d{4}-\\d\\d-\\d\\d/\\d{4}-\\d\\d-\\d\\d(,|$))*$`
const Bounds = Obj({ from: Day, to: Day, studyDays: StudyDays })
const Regimes = T.Array(Obj({ classId: Id, shift: Shift, studyDays: Nullable(StudyDays) }), { maxItems: 300 })

export const schoolYear = query('calendar.year', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    name: T.String(),
    from: Day,
    to: Day,
    terms: T.Array(
      Obj({
        termId: Id,
        name: T.String(),
        fromGrade: T.Integer(),
        toGrade: T.Integer(),
        from: Day,
        to: Day,
        lockedAt: Nullable(Moment),
      }),
    ),
    exceptions: T.Array(
      Obj({
        date: Day,
        kind: OneOf(...exceptionKinds),
        fromGrade: T.Integer(),
        toGrade: T.Integer(),
        classId: Nullable(Id),
        name: T.String(),
      }),
    ),
  }),
  description:
    'The open school year that contains today, or the nearest one: terms by grades, holidays, vacations, working Saturdays, quarantine of a class (classId) or of grades. Refusal: calendar.noYear.',
})

export const years = query('calendar.years', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    years: T.Array(
      Obj({
        yearId: Id,
        name: T.String(),
        from: Day,
        to: Day,
        studyDays: T.Integer(),
        openedAt: Nullable(Moment),
        terms: T.Integer(),
        classes: T.Integer(),
        timetableMissing: T.Boolean(),
      }),
    ),
  }),
  description:
    'All school years, the newest first. openedAt is null while a year is being prepared; timetableMissing until a timetable or a lesson stands: the deputy head is asked for it [S0 2.11]. [S4 Р10]',
})

export const yearPlan = query('calendar.yearPlan', {
  subject: 'school',
  input: Obj({ yearId: Id }),
  output: Obj({
    yearId: Id,
    name: T.String(),
    from: Day,
    to: Day,
    studyDays: T.Integer(),
    openedAt: Nullable(Moment),
    terms: T.Array(Obj({ ...TermShape, lockedAt: Nullable(Moment) })),
    exceptions: T.Array(ExceptionShape),
    schedules: T.Array(ScheduleShape),
    classes: T.Array(
      Obj({
        classId: Id,
        name: T.String(),
        grade: T.Integer(),
        shift: T.Integer(),
        studyDays: Nullable(T.Integer()),
        students: T.Integer(),
      }),
    ),
    timetableMissing: T.Boolean(),
  }),
  description:
    'Everything a year is made of, as it is set up: periods, vacations, days off and working days in spans, bells as schedules, classes with shift and week (null: as the year says). [S4 Р10a, Р10b, Р10l]',
})

export const createYear = command('calendar.createYear', {
  subject: 'school',
  input: Obj({ yearId: Id, startYear: T.Integer({ minimum: 2000, maximum: 2100 }), copyOf: Nullable(Id), studyDays: StudyDays }),
  output: Obj({}),
  description:
    'Begins to prepare the year that starts in September of `startYear`, with dates by the usual pattern: like the year `copyOf` (its kinds of periods, bells, week), or anew with quarters in 1–9 and half-years in 10–11. It is a draft until calendar.openYear. Refusals: calendar.yearExists (name).',
})

export const setYear = command('calendar.setYear', {
  subject: 'school',
  input: Obj({ yearId: Id, bounds: Bounds, expected: Bounds }),
  output: Obj({}),
  description:
    'Changes first and last day of the year and its week of 5 or 6 days. The name follows the dates. Refusals: calendar.dates, calendar.yearLength (days), calendar.yearExists (name), calendar.planOutsideYear, calendar.lessonsOutsideYear (lessons), calendar.changedMeanwhile (by, at).',
})

export const previewTerms = query('calendar.previewTerms', {
  subject: 'school',
  input: Obj({ yearId: Id, terms: T.String({ maxLength: 8000, pattern: TERMS_LINE }) }),
  output: Obj({
    moves: T.Array(
      Obj({
        groupId: Id,
        group: T.String(),
        from: Nullable(Id),
        to: Nullable(Id),
        lessons: T.Integer(),
        filled: T.Integer(),
        marks: T.Integer(),
        homework: T.Integer(),
      }),
    ),
  }),
  description:
    'What the periods given would move: lessons with their marks and homework, by groups, from which period to which (null: in none). `filled` lessons have a topic, a roll call or a mark. A period is `termId/kind/number/fromGrade/toGrade/from/to`, periods are parted by commas. Refusals: and those of calendar.setTerms for periods that cannot stand so.',
})

export const setTerms = command('calendar.setTerms', {
  subject: 'school',
  input: Obj({ yearId: Id, terms: Terms, expected: Terms }),
  output: Obj({}),
  description:
    'Sets all periods of the year; ids of new ones are made by the caller, those left out are taken away. The one source of their dates: lessons follow at once. Ask calendar.previewTerms first. Refusals: calendar.unknownTerm, calendar.dates, calendar.grades, calendar.termOutsideYear, calendar.termsOverlap (grade, on), calendar.termNumbers, calendar.termLocked (number, kind), calendar.gradeWithoutTerm (grade), calendar.lessonsOutsideTerms (lessons), calendar.changedMeanwhile (by, at). [S4 Р10a, Р22i]',
})

const days = { yearId: Id, exceptions: Exceptions, expected: Exceptions }

export const setVacations = command('calendar.setVacations', {
  subject: 'school',
  input: Obj(days),
  output: Obj({}),
  description:
    'Sets all vacations of the year, by grades. Lessons that stand on these days stay: calendar.addException cancels lessons. Refusals: calendar.exceptionKind, calendar.dates, calendar.grades, calendar.likeWeekday, calendar.exceptionOutsideYear, calendar.exceptionLong, calendar.exceptionTwice (name, on), calendar.changedMeanwhile (by, at). [S4 Р10b]',
})

export const setDays = command('calendar.setDays', {
  subject: 'school',
  input: Obj(days),
  output: Obj({ laid: T.Integer(), takenBack: T.Integer() }),
  description:
    'Sets all holidays and moved working days of the grades. A working day lays out the lessons of the weekday it runs by; one that is taken away takes them back. Refusals: calendar.lessonsWritten (lessons, groups), calendar.lessonsLocked (lessons), calendar.exceptionKind, calendar.dates, calendar.grades, calendar.likeWeekday, calendar.exceptionOutsideYear, calendar.exceptionLong, calendar.exceptionTwice (name, on), calendar.changedMeanwhile (by, at).',
})

export const setBells = command('calendar.setBells', {
  subject: 'school',
  input: Obj({ yearId: Id, schedules: Schedules, expected: Schedules }),
  output: Obj({}),
  description:
    'Sets all bells of the year: by weekday, grades, shift and part of the year; the shortest part wins, then the fewest grades. Refusals: calendar.grades, calendar.bellPart, calendar.bellsEmpty, calendar.bellTimes (number), calendar.bellsTwice (grade, number), calendar.changedMeanwhile (by, at). [S4 Р10l]',
})

export const setRegime = command('calendar.setRegime', {
  subject: 'school',
  input: Obj({ yearId: Id, classes: Regimes, expected: Regimes }),
  output: Obj({}),
  description:
    'Sets the shift and the week (null: as the year says) of the classes named, and of the groups cut from them. Refusals: calendar.unknownClass, calendar.changedMeanwhile (by, at). [S4 Р10l]',
})

export const openYear = command('calendar.openYear', {
  subject: 'school',
  input: Obj({ yearId: Id }),
  output: Obj({ timetableMissing: T.Boolean() }),
  description:
    'Opens the prepared year for everybody. Opening it twice changes nothing. Until a timetable stands, deputies are asked for it [S0 2.11]. Refusals: calendar.notReady (missing). [S0 2.10]',
})

export const discardYear = command('calendar.discardYear', {
  subject: 'school',
  input: Obj({ yearId: Id }),
  output: Obj({ students: T.Integer() }),
  description:
    'Discards a year that is not opened yet. `students` of the year before, whom a promotion had moved into it, are back where they were, graduates too; the orders stand crossed out in the movement book. Refusals: calendar.yearOpened (name), calendar.yearHasLessons (lessons), calendar.movedSince (name).',
})

export const previewException = query('calendar.previewException', {
  subject: 'school',
  input: Obj({
    yearId: Id,
    from: Day,
    to: Day,
    fromGrade: Grade,
    toGrade: Grade,
    classId: T.Optional(Id),
    likeWeekday: T.Optional(Weekday),
  }),
  output: Obj({
    lessons: T.Integer(),
    filled: T.Integer(),
    locked: T.Integer(),
    restorable: T.Integer(),
    wanted: T.Integer(),
    laid: T.Integer(),
    written: T.Integer(),
    groups: T.Array(Obj({ groupId: Id, group: T.String(), lessons: T.Integer(), filled: T.Integer() })),
  }),
  description:
    'Which lessons stand on the days, of the grades or of the class: not cancelled, of these filled (they would stay), in a closed period, and how many cancelled ones calendar.cancelException could bring back. With `likeWeekday`: how many lessons are `wanted` by the timetable of that weekday; `laid` are those that working days have laid out there, `written` of these hold something. Refusals: calendar.dates.',
})

export const addException = command('calendar.addException', {
  subject: 'school',
  input: Obj({ yearId: Id, exception: ExceptionShape, cancelLessons: T.Boolean() }),
  output: Obj({ cancelled: T.Integer(), laid: T.Integer() }),
  description:
    'Adds days off, a quarantine of a class or of grades, or a working day. With `cancelLessons` the lessons of these days that nobody has filled are cancelled; a working day cancels none: it lays out the lessons of the weekday it runs by, where they do not stand yet. Refusals: calendar.unknownClass, calendar.dates, calendar.grades, calendar.likeWeekday, calendar.exceptionOutsideYear, calendar.exceptionLong, calendar.exceptionTwice (name, on), calendar.lessonsLocked (lessons).',
})

export const cancelException = command('calendar.cancelException', {
  subject: 'school',
  input: Obj({ yearId: Id, exception: ExceptionShape, restoreLessons: T.Boolean() }),
  output: Obj({ restored: T.Integer(), takenBack: T.Integer() }),
  description:
    'Takes the days named out of the calendar: a whole exception or a part of its days, as when a quarantine ends early. With `restoreLessons` lessons that calendar.addException cancelled on them are held again. Lessons that a working day laid out go with it, as long as nothing is written in them. Refusals: calendar.noSuchException, calendar.lessonsWritten (lessons, groups), calendar.lessonsLocked (lessons).',
})
