import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { actionKinds, comparisons, findingKinds, subjectKinds } from './rules.ts'

const Person = Obj({ personId: Id, name: T.String() })
const Entry = Obj({
  operationId: Id,
  /** Its number in the log, from 1; null while it waits to be sealed. */
  number: Nullable(T.Integer()),
  at: Moment,
  name: T.String(),
  sentence: T.String(),
  actor: Nullable(Person),
  about: T.Array(Obj({ kind: OneOf(...subjectKinds), id: Id, label: T.String(), courseId: Nullable(Id), date: Nullable(Day) })),
  device: T.String(),
  address: T.String(),
})

const Filter = {
  who: T.Optional(Text(80)),
  whom: T.Optional(Text(80)),
  actorId: T.Optional(Id),
  aboutId: T.Optional(Id),
  sessionId: T.Optional(Id),
  kind: T.Optional(OneOf(...actionKinds)),
  text: T.Optional(Text(80)),
  from: T.Optional(Day),
  to: T.Optional(Day),
}

export const actions = query('audit.log', {
  subject: 'school',
  input: Obj({ ...Filter, before: T.Optional(Text(60)) }),
  output: Obj({ entries: T.Array(Entry), next: Nullable(T.String()), veiled: T.Boolean() }),
  description:
    'The log of actions, newest first, 50 at a time; `next` is the `before` of the following page. `who`: part of a name of who did it; `whom`: of whom or what it touched — a person, a class, a subject; `actorId`, `aboutId`, `sessionId` the same by id; `text`: words of the action. `device` and `address` are those of the session. Who has no right to marks (an administrator) is told that one was set, not which. [S4 Р24, S4 А1]',
})

export const action = query('audit.action', {
  subject: 'school',
  input: Obj({ operationId: Id }),
  output: Obj({
    entry: Entry,
    login: T.String(),
    session: Nullable(
      Obj({ sessionId: Id, device: T.String(), address: T.String(), startedAt: Moment, endedAt: Nullable(Moment) }),
    ),
    rows: T.Array(
      Obj({
        table: T.String(),
        label: T.String(),
        what: OneOf('added', 'changed', 'removed'),
        fields: T.Array(Obj({ field: T.String(), before: T.String(), after: T.String(), veiled: T.Boolean() })),
      }),
    ),
    more: T.Integer(),
    seal: Nullable(Obj({ number: T.Integer(), root: T.String(), at: Moment })),
  }),
  description:
    'One entry of the log: account, session, address and device, every row before and after in words (the first 100; `more`: how many follow), and the seal under which it lies. Ids are told as names, secrets never. Refusal: access.denied, also when there is none.',
})

const Check = Obj({
  checkId: Id,
  at: Moment,
  by: T.String(),
  whole: T.Boolean(),
  size: T.Integer(),
  seal: T.Integer(),
  looked: Obj({ operations: T.Integer(), changes: T.Integer(), rows: T.Integer(), seals: T.Integer() }),
  findings: T.Array(
    Obj({
      kind: OneOf(...findingKinds),
      table: T.Optional(T.String()),
      rowId: T.Optional(T.String()),
      operationId: T.Optional(T.String()),
      name: T.Optional(T.String()),
      at: T.Optional(T.String()),
      idx: T.Optional(T.Integer()),
      seal: T.Optional(T.Integer()),
      from: T.Optional(T.Integer()),
      to: T.Optional(T.Integer()),
      more: T.Optional(T.Integer()),
      sentence: T.Optional(T.String()),
      label: T.Optional(T.String()),
    }),
  ),
})

export const logState = query('audit.state', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    sealed: T.Integer(),
    waiting: T.Integer(),
    seal: Nullable(Obj({ number: T.Integer(), root: T.String(), at: Moment })),
    takingIn: T.Boolean(),
    running: Nullable(Obj({ done: T.Integer(), total: T.Integer(), failed: T.Boolean() })),
    check: Nullable(Check),
  }),
  description:
    'How long the log is, its last seal, what the last verification found and how far the one that runs has come. `takingIn`: what was there before the log began has not been taken in whole yet; it is done at night, or by a verification.',
})

export const compareSeal = query('audit.compare', {
  subject: 'school',
  input: Obj({ seal: T.Integer({ minimum: 0, maximum: 2_147_483_647 }), root: Text(200) }),
  output: Obj({
    outcome: OneOf(...comparisons),
    seal: Nullable(Obj({ number: T.Integer(), root: T.String(), at: Moment })),
  }),
  description:
    'Compares the seal of a printed extract with the log: its number, and its root as typed from paper, whole or the first 12 characters or more; spaces, capitals and Russian letters of the same look do not matter. `noSeal`: the log has no seal of this number; `unreadable`: this cannot be a root. `seal` is the one of the log with this number. What lies under a seal is proved by `audit.verify`.',
})

export const ownActions = query('audit.own', {
  subject: 'school',
  input: Obj({ before: T.Optional(Text(80)) }),
  output: Obj({
    entries: T.Array(
      Obj({
        operationId: Id,
        at: Moment,
        sentence: T.String(),
        about: T.String(),
        current: T.Boolean(),
        device: T.String(),
        address: T.String(),
      }),
    ),
    next: Nullable(T.String()),
  }),
  description:
    'What was done under the caller’s own account, newest first, 30 at a time; `next` is the `before` of the following page. `current`: in this very session. `about`: class and subject, said to staff of their lessons; whom it was about is not told anew. Whoever shares an account sees what others do with it. [S1 3.13]',
})

export const verifyLog = command('audit.verify', {
  subject: 'school',
  input: Obj({}),
  output: Obj({}),
  description:
    'Begins a verification of the whole log: operations and changes against their leaves, the tree against its seals, the seals against one another, every row of every table against the last that the history tells of it. It goes on behind; `audit.state` tells how far it is and what it found. One at a time: while one runs, it is that one.',
})

export const extract = command('audit.extract', {
  subject: 'school',
  input: Obj({ ...Filter, format: OneOf('pdf', 'xlsx', 'csv') }),
  output: Obj({ entries: T.Integer(), seal: Nullable(T.Integer()) }),
  description:
    'Takes an extract of the log, of at most 5,000 entries: said of `POST /api/log/extract`, which answers the file. Who took which extract is itself in the log. Refusals: audit.tooMany (most), audit.nothing.',
})
