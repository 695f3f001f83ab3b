import T from 'typebox'
import { command } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, Text } from '#domain/platform/schema.ts'

export const setHomework = command('homework.set', {
  subject: 'lesson',
  input: Obj({
    lessonId: Id,
    homeworkId: Id,
    dueOn: Nullable(Day),
    content: Text(2000),
    pages: Text(200),
    exercises: Text(500),
    minutes: Nullable(T.Integer({ minimum: 1, maximum: 600 })),
    nothing: T.Boolean(),
    students: T.Array(Id, { maxItems: 100, uniqueItems: true }),
    files: T.Array(Id, { maxItems: 20, uniqueItems: true }),
  }),
  output: Obj({}),
  description:
    'Sets or changes a task given at a lesson; the id is made by the caller. `students` empty: for everybody. `nothing`: said to be none, then all texts are empty. dueOn null: the next lesson, computed by the server when it is laid out. Refusals: homework.empty, homework.nothingWithText, homework.dueBeforeLesson, homework.dueOutsideYear, journal.notInGroup, homework.unknownFile, journal.termLocked, journal.cancelled.',
})

export const removeHomework = command('homework.remove', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, homeworkId: Id }),
  output: Obj({}),
  description: 'Takes a task back. Its history stays. Refusals: homework.unknown, journal.termLocked.',
})
