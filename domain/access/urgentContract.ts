import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, Text } from '#domain/platform/schema.ts'

const Pupil = { studentId: Id, name: T.String(), className: T.String() }
const Opened = { urgentId: Id, ...Pupil, reason: T.String(), openedAt: Moment, untilAt: Moment, endedAt: Nullable(Moment) }

export const urgentOwn = query('access.urgent', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    /** Why the caller cannot open one now: a code of a refusal, with the number it speaks of. */
    refused: Nullable(Obj({ code: T.String(), most: Nullable(T.Integer()) })),
    hours: T.Integer(),
    /** How many more today. */
    left: T.Integer(),
    /** The caller’s own of the last 30 days, newest first; those that hold come first. */
    own: T.Array(Obj({ ...Opened, open: T.Boolean() })),
  }),
  description:
    'Whether the caller may open the card of a pupil who is not theirs for a reason, for how long and how often, and what they have opened [S4 Р24c].',
})

export const findPupils = query('access.findPupils', {
  subject: 'school',
  input: Obj({ search: Text(80, 3) }),
  output: Obj({ pupils: T.Array(Obj({ ...Pupil, needed: T.Boolean() })), more: T.Boolean() }),
  description:
    'Pupils of today by the beginning of their names and the class, 10 at most: the name and the class alone. `needed`: the caller has no other access to the card. Refusals: as of access.openUrgently, but for the reason.',
})

export const openUrgently = command('access.openUrgently', {
  subject: 'person',
  input: Obj({ urgentId: Id, personId: Id, reason: Text(500) }),
  output: Obj({ untilAt: Moment }),
  description:
    'Opens the card of a pupil to the caller for the hours of the policy access.urgentHours, by a written reason; head, administrators and homeroom teacher are told at once [S4 Р24c]. Refusals: access.urgentReason (letters), access.urgentOff, access.urgentNotYours, access.urgentFactor, access.urgentTooMany (most), access.urgentNotNeeded, access.urgentStands when it is open already, access.urgentNoPupil.',
})

export const lookUrgently = command('access.lookUrgently', {
  subject: 'urgent',
  input: Obj({ urgentId: Id }),
  output: Obj({
    ...Pupil,
    bornOn: Nullable(Day),
    untilAt: Moment,
    secondsLeft: T.Integer(),
    homeroomTeacher: T.String(),
    guardians: T.Array(
      Obj({
        name: T.String(),
        relation: T.String(),
        livesWith: T.Boolean(),
        contacts: T.Array(Obj({ kind: T.String(), value: T.String() })),
      }),
    ),
    contacts: T.Array(Obj({ kind: T.String(), value: T.String() })),
    /** Lessons of today in their order, with what was noted: null: present, or the roll was not called. */
    today: T.Array(Obj({ number: T.Integer(), subject: T.String(), called: T.Boolean(), code: Nullable(T.String()) })),
  }),
  secret: ['bornOn', 'guardians', 'contacts', 'today'],
  description:
    'The card of the pupil while the access holds: class, homeroom teacher, parents and contacts that the school keeps, today’s presence; no marks, no СНИЛС. A command, because each look is written down. Refusal: access.urgentEnded.',
})

export const endUrgent = command('access.endUrgent', {
  subject: 'urgent',
  input: Obj({ urgentId: Id }),
  output: Obj({}),
  description: 'Ends an access before its time: the holder, or the head. Refusal: access.urgentEnded.',
})

export const urgentRegister = query('access.urgentRegister', {
  subject: 'school',
  input: Obj({ from: T.Optional(Day), to: T.Optional(Day) }),
  output: Obj({
    accesses: T.Array(
      Obj({
        ...Opened,
        holder: T.String(),
        position: T.String(),
        endedBy: T.String(),
        open: T.Boolean(),
        /** When the card was looked at. */
        looks: T.Array(Moment),
        justified: Nullable(T.Boolean()),
        judgedBy: T.String(),
        judgedAt: Nullable(Moment),
        remark: T.String(),
        /** The caller was told and has not said that they have seen it. */
        fresh: T.Boolean(),
      }),
    ),
  }),
  description:
    'Who opened whose card, why, for how long, how often they looked, and what the head made of it; the last 365 days unless days are named, newest first, 500 at most. A homeroom teacher sees those of the own class [S4 Р24c].',
})

export const seeUrgent = command('access.seeUrgent', {
  subject: 'school',
  input: Obj({}),
  output: Obj({}),
  description: 'Says that the caller has seen the accesses they were told of.',
})

export const judgeUrgent = command('access.judgeUrgent', {
  subject: 'urgent',
  input: Obj({ urgentId: Id, justified: T.Boolean(), remark: Text(500), expected: Nullable(T.Boolean()) }),
  output: Obj({}),
  description:
    'What the head makes of an access: justified or not; the latter with a remark. Refusals: access.changedMeanwhile (by, at), access.remarkNeeded, access.ownUrgent for one of their own.',
})
