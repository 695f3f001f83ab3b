import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import type { PolicyKey } from './policies.ts'
import { PoliciesShape } from './policiesShape.ts'
import { policyBook } from './policyBook.ts'

export const Card = Obj({
  name: Text(120, 1),
  fullName: Text(400, 1),
  city: Text(80),
  timeZone: Text(60, 1),
  inn: Text(10),
  ogrn: Text(13),
  address: Text(300),
  phone: Text(60),
  email: Text(120),
  site: Text(200),
  headName: Text(160),
  headPosition: Text(80),
})

export const schoolCard = query('school.card', {
  subject: 'school',
  input: Obj({}),
  output: Obj({ card: Card, setUpAt: Nullable(Moment), paperlessSince: Nullable(Day) }),
  description:
    'What the school is called and what stands at the head of its printed forms. setUpAt is null until the guide of the first start is finished.',
})

export const setCard = command('school.setCard', {
  subject: 'school',
  input: Obj({ card: Card, expected: Card }),
  output: Obj({}),
  description:
    'Changes the card of the school. ИНН and ОГРН are checked by their check digits. Refusals: school.unnamed, school.inn, school.ogrn, school.timeZone, school.email, school.changedMeanwhile (by, at).',
})

export const finishSetUp = command('school.finishSetUp', {
  subject: 'school',
  input: Obj({}),
  output: Obj({}),
  description: 'Ends the guide of the first start; it can be opened again by hand. Doing it twice changes nothing.',
})

export const settings = query('school.settings', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    policies: PoliciesShape,
    own: T.Array(Obj({ key: T.String(), by: T.String(), at: Moment })),
  }),
  description:
    'Every policy with the value in force; `own` lists those the school has set itself, with who did it last and when.',
})

const Value = T.Unsafe<string | number | boolean | null>({ type: ['string', 'integer', 'boolean', 'null'] })

export const setPolicy = command('school.setPolicy', {
  subject: 'school',
  input: Obj({
    key: OneOf(...(Object.keys(policyBook) as PolicyKey[])),
    value: Value,
    expected: Value,
  }),
  output: Obj({}),
  description:
    'Sets one policy of the school. `expected` is the value the caller saw. Refusals: school.policyWrong, school.changedMeanwhile (by, at).',
})

const Act = {
  kind: OneOf('regulation', 'order', 'terms', 'instruction'),
  title: Text(200, 1),
  number: Text(40),
  datedOn: Nullable(Day),
  from: Day,
  to: Nullable(Day),
  body: Text(100_000),
  forStaff: T.Boolean(),
  forFamilies: T.Boolean(),
}

export const acts = query('school.acts', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    acts: T.Array(
      Obj({
        actId: Id,
        ...Act,
        version: T.Integer(),
        readAt: Nullable(Moment),
        /** How many have read it of how many it is for; null to who does not keep the register. */
        read: Nullable(T.Integer()),
        readers: Nullable(T.Integer()),
      }),
    ),
  }),
  description:
    'Local acts that concern the caller: положение, приказы, условия, инструкции, with version, number, date and the days they are in force [S1 O, S4 Р4]; with the count of acknowledgements for head and administrator.',
})

export const addAct = command('school.addAct', {
  subject: 'school',
  input: Obj({ actId: Id, ...Act, replaces: T.Optional(Id) }),
  output: Obj({}),
  description:
    'Adds a local act. `replaces` names the version that it takes the place of: that one ends the day before, and the version number goes on. Refusals: school.actDates, school.unknownAct, school.changedMeanwhile (by, at) when that version has been replaced already.',
})

export const endAct = command('school.endAct', {
  subject: 'school',
  input: Obj({ actId: Id, to: Day }),
  output: Obj({}),
  description: 'Sets the last day on which an act is in force. Refusals: school.actDates, school.unknownAct.',
})

export const acknowledge = command('school.acknowledge', {
  subject: 'school',
  input: Obj({ actId: Id }),
  output: Obj({}),
  description:
    'The caller has read the act: «с приказом ознакомлен(а)», with the moment [S1 Oack, S3 ack]. Twice is once. Refusal: school.unknownAct.',
})

export const acknowledgements = query('school.acknowledgements', {
  subject: 'school',
  input: Obj({ actId: Id }),
  output: Obj({
    people: T.Array(Obj({ personId: Id, name: T.String(), position: T.String(), at: Nullable(Moment) })),
  }),
  description: 'The register of one act: staff it is for, when each of them read it, or that they have not.',
})

export const printKinds = [
  'absentees',
  'journal',
  'topics',
  'totals',
  'movement',
  'classPeople',
  'contacts',
  'class',
  'consents',
  'diary',
] as const

export const notePrint = command('school.notePrint', {
  subject: 'school',
  input: Obj({
    kind: OneOf(...printKinds),
    /** Of what: a class, a journal, a period. */
    about: Text(160),
    names: OneOf('full', 'initials', 'numbers'),
    students: T.Integer({ minimum: 0, maximum: 10_000 }),
  }),
  output: Obj({}),
  description:
    'Says that the caller has sent a list with students to paper, and how they are named on it: it stays in the history. S4 К8, У13.',
})
