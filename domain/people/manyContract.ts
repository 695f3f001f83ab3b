import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

const kind = OneOf('student', 'guardian', 'staff')
const Values = Obj({
  foreignLanguages: T.Optional(Text(120)),
  informed: T.Optional(T.Boolean()),
  livesWith: T.Optional(T.Boolean()),
  position: T.Optional(Text(120)),
  category: T.Optional(Text(60)),
  to: T.Optional(Nullable(Day)),
})

export const editable = query('people.editable', {
  subject: 'school',
  input: Obj({ kind }),
  output: Obj({ rows: T.Array(Obj({ rowId: Id, personId: Id, name: T.String(), about: T.String(), values: Values })) }),
  description:
    'Fields that people.changeMany can change, of everybody of one kind, as they stand: a row per student, per guardian and child, per member of staff and position of today. `about` names the class, the child, the position.',
})

export const changeMany = command('people.changeMany', {
  subject: 'school',
  input: Obj({
    kind,
    changes: Values,
    rows: T.Array(Obj({ rowId: Id, expected: Values }), { minItems: 1, maxItems: 5000 }),
  }),
  output: Obj({ runId: Nullable(Id), people: T.Integer() }),
  description:
    'Says the same of many people: the foreign languages of students; of guardians, whether they may be told and live with the child; of staff, the position, its category and its last day. S4 Р22г. One operation, in the history of each card; `people` cards have changed, people.takeBack of `runId` (null when none has) makes all of it as it was. `expected` is what the caller saw of the fields that change; when anything else stands in one of them nothing is written: people.changedMeanwhile (by, at). Refusals: people.changeNothing, people.positionUnnamed, people.positionTwice (position), people.positionDates, people.ownPosition, access.lastAdministrator.',
})

export const runs = query('people.runs', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    runs: T.Array(
      Obj({
        runId: Id,
        what: OneOf('merge', 'change'),
        at: Moment,
        by: T.String(),
        people: T.Integer(),
        /** Of a merge: the card that stayed, with its name and that of the double. */
        keptId: Nullable(Id),
        kept: T.String(),
        double: T.String(),
        /** Of a change: what was said of whom. */
        kind: Nullable(kind),
        changes: Values,
        undoneAt: Nullable(Moment),
        undoneBy: T.String(),
      }),
    ),
  }),
  description: 'Merges of cards and changes of many cards, the last 200, newest first, with those that were taken back.',
})

export const takeBack = command('people.takeBack', {
  subject: 'school',
  input: Obj({ runId: Id }),
  output: Obj({}),
  description:
    'Takes back a merge or a change of many: every field it changed gets its former value, also the rows that passed from the double to the kept card; what was written since stays, marks on the kept card among it. All or nothing: when somebody has changed one of these fields since, people.changedSince (what, by, at). Sessions that a merge ended stay ended. Refusal: people.takenBack.',
})
