import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

const Places = T.Array(Obj({ device: T.String(), address: T.String(), at: Moment }))
const Kind = OneOf('places', 'byTurns')

/** What the owner is asked: places of the last minutes, the latest first; `current`: the device that asks. */
export const OwnDoubleUse = Obj({
  doubleUseId: Id,
  kind: Kind,
  at: Moment,
  places: T.Array(Obj({ device: T.String(), address: T.String(), at: Moment, current: T.Boolean() })),
})

export const doubleUses = query('access.doubleUses', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    doubleUses: T.Array(
      Obj({
        doubleUseId: Id,
        personId: Id,
        accountId: Id,
        name: T.String(),
        person: OneOf('staff', 'student', 'guardian'),
        detail: T.String(),
        login: T.String(),
        kind: Kind,
        noticedAt: Moment,
        lastAt: Moment,
        places: Places,
        answer: Nullable(OneOf('mine', 'notMine')),
        answeredAt: Nullable(Moment),
        answeredOn: T.String(),
        settledAt: Nullable(Moment),
        settledBy: T.String(),
        note: T.String(),
        shut: T.Boolean(),
      }),
    ),
  }),
  description:
    'Accounts that were used as one person hardly does (policies access.sharedPlaces, sharedMinutes, sharedTypingMinutes), with places, the owner’s answer and what came of it, newest first, 500 at most [S1 3.13, S4 Р27, З19, К9, У14]. `kind`: devices in as many networks at once, or entering by turns on two.',
})

export const answerDoubleUse = command('access.answerDoubleUse', {
  subject: 'account',
  input: Obj({ doubleUseId: Id, answer: OneOf('mine', 'notMine') }),
  output: Obj({}),
  description:
    'The owner says whether it was all they. `mine`: nobody asks again for 30 days; `notMine`: ends every other session of the account at once. Refusal: access.doubleUseAnswered.',
})

export const settleDoubleUse = command('access.settleDoubleUse', {
  subject: 'school',
  input: Obj({ doubleUseId: Id, note: Text(500), expected: Obj({ settled: T.Boolean(), note: T.String({ maxLength: 500 }) }) }),
  output: Obj({}),
  description:
    'An administrator has talked to the owner, and notes what came of it; again: another note. The owner is asked no more. `expected` is what the caller saw. Refusal: access.changedMeanwhile (by, at).',
})

export const OwnRescue = Obj({ rescueId: Id, name: T.String(), at: Moment, machine: T.String() })

export const seeRescues = command('access.seeRescues', {
  subject: 'school',
  input: Obj({ rescueIds: T.Array(Id, { minItems: 1, maxItems: 100 }) }),
  output: Obj({}),
  description: 'The caller has read that access was given back on the server; they are told of these no more.',
})
