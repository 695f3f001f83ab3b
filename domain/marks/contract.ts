import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

export const MarkShape = Obj({
  values: T.Array(T.Integer({ minimum: 0, maximum: 100 }), { maxItems: 4 }),
  dueOn: Nullable(Day),
  comment: Text(500),
  basis: Text(200),
})

export const setMark = command('marks.set', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, workId: Id, studentId: Id, mark: MarkShape, expected: MarkShape }),
  output: Obj({}),
  description:
    'Sets, changes or erases what a student has for a work. `expected` is what the caller saw in the cell; when something else stands there, nothing changes and the refusal journal.changedMeanwhile carries it (value, by, at). Refusals: marks.grade1, marks.ungraded, journal.termLocked, journal.cancelled, journal.notYet, marks.deadlinePassed, journal.notInGroup, marks.outsideScale, marks.pendingWithValue, marks.dueBeforeLesson, marks.unknownWork.',
})

export const setMarks = command('marks.setMany', {
  subject: 'course',
  input: Obj({
    courseId: Id,
    cells: T.Array(Obj({ workId: Id, studentId: Id, mark: MarkShape, expected: MarkShape }), { minItems: 1, maxItems: 4000 }),
  }),
  output: Obj({}),
  description:
    'Sets many cells of one course at once — a filled column, a paste, its undoing. All or nothing: the first cell that is refused refuses the whole, with the codes of marks.set and the cell in `workId` and `studentId`.',
})

export const addWork = command('marks.addWork', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, workId: Id, typeId: Id, weight: T.Integer({ minimum: 0, maximum: 100 }), title: Text(200) }),
  output: Obj({}),
  description:
    'Adds a column to a lesson. The id is made by the caller, so that marks may be typed into it while offline. Weights are tenths. Refusals: marks.titleNeeded for control works [S1 4.4i], marks.grade1, marks.ungraded, journal.termLocked, marks.tooManyWorks.',
})

export const changeWork = command('marks.changeWork', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, workId: Id, typeId: Id, weight: T.Integer({ minimum: 0, maximum: 100 }), title: Text(200) }),
  output: Obj({}),
  description:
    'Changes kind, weight or title of a column; averages follow. Refusals as for marks.addWork, and marks.unknownWork.',
})

export const removeWork = command('marks.removeWork', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, workId: Id }),
  output: Obj({}),
  description: 'Takes away an empty column. Refusals: marks.workHasMarks, marks.lastWork, marks.unknownWork.',
})

export const cellHistory = query('marks.history', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, workId: T.Optional(Id), studentId: Id }),
  output: Obj({
    entries: T.Array(
      Obj({
        at: Moment,
        by: T.String(),
        what: OneOf('mark', 'attendance'),
        from: T.String(),
        to: T.String(),
        comment: T.String(),
        basis: T.String(),
        dueOn: Nullable(Day),
      }),
    ),
  }),
  description:
    'The story of a cell: who, when, from which value to which, with what comment; marks of the work and attendance of the lesson together, newest first. Never empty once something stood there. S4 Р24d.',
})
