import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, Text } from '#domain/platform/schema.ts'

const TaskShape = Obj({
  dueOn: Nullable(Day),
  content: Text(2000),
  pages: Text(200),
  exercises: Text(500),
  minutes: Nullable(T.Integer({ minimum: 1, maximum: 600 })),
  nothing: T.Boolean(),
  students: T.Array(Id, { maxItems: 100, uniqueItems: true }),
  files: T.Array(Id, { maxItems: 20, uniqueItems: true }),
})

export const setHomework = command('homework.set', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, homeworkId: Id, task: TaskShape, expected: Nullable(TaskShape) }),
  output: Obj({}),
  description:
    'Sets or changes a task given at a lesson; the id is made by the caller. `students` empty: for everybody. `nothing`: said to be none, then all texts are empty. dueOn null: the next lesson; after the last one laid out the task waits for it. What was taken back is not set again under its id. `expected` is the task the caller saw, null when it is new; when another stands there, nothing changes and the refusal journal.changedMeanwhile carries it (value, standing, by, at). Further refusals: homework.empty, homework.nothingWithText, homework.dueBeforeLesson, homework.dueOutsideYear, homework.noLessonThen, homework.otherLesson, homework.unknown (by, at), journal.notInGroup, homework.unknownFile, journal.termLocked, journal.cancelled.',
})

export const removeHomework = command('homework.remove', {
  subject: 'lesson',
  input: Obj({ lessonId: Id, homeworkId: Id, expected: TaskShape }),
  output: Obj({}),
  description:
    'Takes a task back, if it still is what the caller saw. Its history stays. Refusals: journal.changedMeanwhile as for homework.set, homework.unknown, journal.termLocked, journal.cancelled.',
})

export const addFile = command('homework.addFile', {
  subject: 'school',
  input: Obj({
    fileId: Id,
    name: Text(200, 1),
    mediaType: Text(120, 1),
    size: T.Integer({ minimum: 1 }),
    sha256: T.String({ pattern: '^[0-9a-f]{64}$' }),
  }),
  output: Obj({ fileId: Id, name: T.String(), size: T.Integer(), mediaType: T.String() }),
  description:
    'Names an uploaded content, to be attached to homework. Sent by `POST /api/files?name=…` with the bytes as the body, which stores the content first. Refusals: files.tooLarge, files.kind, files.empty.',
})

export const readFile = query('homework.file', {
  subject: 'file',
  input: Obj({ fileId: Id }),
  output: Obj({ name: T.String(), mediaType: T.String(), size: T.Integer(), sha256: T.String() }),
  description: 'What a file attached to homework is. `GET /api/files/<id>` answers its bytes to the same people.',
})
