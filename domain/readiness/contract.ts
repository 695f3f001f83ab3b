import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf } from '#domain/platform/schema.ts'
import { sectionKeys } from './rules.ts'
import { taskKeys } from './tasks.ts'

export const board = query('readiness.board', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    year: Nullable(Obj({ name: T.String(), from: Day, to: Day, open: T.Boolean() })),
    deadline: Nullable(Day),
    sections: T.Array(
      Obj({
        key: OneOf(...sectionKeys),
        done: T.Integer(),
        total: T.Integer(),
        /** What is missing, by name: the first of it. */
        missing: T.Array(T.String()),
      }),
    ),
    paperlessSince: Nullable(Day),
    /** For the decision to give paper up: how full the journal of the last thirty days is. */
    lessons: Obj({ held: T.Integer(), filled: T.Integer() }),
    regulation: T.Boolean(),
    order: T.Boolean(),
    acknowledged: Obj({ done: T.Integer(), total: T.Integer() }),
  }),
  description:
    'How far the school year is set up: every section of S4 Р10/З5 with what is done, what there is to do and what is missing, against 5 September. And what must hold before paper registers are given up [S1 O1, S3 1, S4 Р3].',
})

export const declarePaperless = command('readiness.declarePaperless', {
  subject: 'school',
  input: Obj({ since: Nullable(Day) }),
  output: Obj({}),
  description:
    'The head records the day from which the school keeps no paper registers, by its order; null takes it back [S1 O1, S3 1]. The conditions are shown, the decision is the head’s.',
})

export const usage = query('readiness.usage', {
  subject: 'school',
  input: Obj({ from: Day, to: Day }),
  output: Obj({
    days: T.Array(Obj({ date: Day, staff: T.Integer(), families: T.Integer(), operations: T.Integer() })),
    accounts: T.Array(
      Obj({ kind: OneOf('staff', 'student', 'guardian'), people: T.Integer(), accounts: T.Integer(), signedIn: T.Integer() }),
    ),
    operations: T.Array(Obj({ name: T.String(), count: T.Integer() })),
  }),
  description:
    'Statistics of the journal [S3 5.1c]: by day, how many of the staff and of families signed in and how much was written; who has an account and has used it; what is done most. At most 366 days. Refusal: input.wrong.',
})

export const tasks = query('readiness.tasks', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    tasks: T.Array(
      Obj({
        key: OneOf(...taskKeys),
        /** How many wait; of the timetable 1. */
        count: T.Integer(),
        /** Since when the oldest of them waits. */
        since: Nullable(Day),
        /** The last day for it; before today it is overdue. */
        due: Nullable(Day),
        /** The class it is about, of what a homeroom teacher does class by class. */
        classId: Nullable(Id),
        className: T.String(),
        /** What it is about, by name: the first of it. */
        about: T.Array(T.String()),
      }),
    ),
  }),
  description:
    'What waits for the caller, by what they may do, worked out from how things stand: it is gone when it is done. The timetable after the year is opened [S0 2.11], proposals of subgroups [S4 К6], requests, accounts to be handed out [S0 2.5], roles that end within a week, the checks of data [S0 5.2], consents, acts to be read, a reminder to fill the journal. What is overdue comes first, then what is due soonest.',
})
