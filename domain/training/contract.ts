import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { audiences, guideKeys, obligatoryTopics } from './rules.ts'

const topic = OneOf(...obligatoryTopics, 'other')
const presence = Nullable(OneOf('present', 'absent'))

const plan = {
  topic,
  title: Text(200, 1),
  about: Text(2_000),
  on: Day,
  /** Minutes since midnight. */
  startsAt: T.Integer({ minimum: 0, maximum: 1_439 }),
  minutes: T.Integer({ minimum: 5, maximum: 600 }),
  place: Text(200),
  link: Text(400),
  leaderId: Nullable(Id),
  guide: Nullable(OneOf(...guideKeys)),
  actId: Nullable(Id),
}
const Plan = Obj(plan)

/** A list of the school, of a class (`classId`), and people by name beside it. */
const invited = {
  audience: OneOf(...audiences),
  classId: Nullable(Id),
  people: T.Array(Id, { maxItems: 500, uniqueItems: true }),
}

const Training = Obj({
  trainingId: Id,
  ...plan,
  leader: T.String(),
  act: T.String(),
  cancelled: T.Boolean(),
})

export const trainings = query('training.list', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    trainings: T.Array(
      Obj({ ...Training.properties, invited: T.Integer(), present: T.Integer(), absent: T.Integer(), acquainted: T.Integer() }),
    ),
  }),
  description:
    'Seminars, trainings and instructions of the school, the latest first, with how many were asked, came, and read the materials afterwards. S1 П3, S0 2.7, S2 3.1г.',
})

export const sheet = query('training.sheet', {
  subject: 'training',
  input: Obj({ trainingId: Id }),
  output: Obj({
    training: Training,
    people: T.Array(Obj({ personId: Id, name: T.String(), detail: T.String(), presence, acquaintedOn: Nullable(Day) })),
  }),
  description: 'Who was asked to come to a training, and who came: for whoever keeps trainings and for its leader.',
})

export const people = query('training.people', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    staff: T.Array(Obj({ personId: Id, name: T.String(), detail: T.String() })),
    classes: T.Array(Obj({ classId: Id, name: T.String(), students: T.Integer() })),
  }),
  description: 'Staff of today and classes of the year: of whom leaders and lists of a training are chosen.',
})

export const planTraining = command('training.plan', {
  subject: 'school',
  input: Obj({ trainingId: Id, ...plan, ...invited }),
  output: Obj({ invited: T.Integer() }),
  description:
    'Plans a training and asks people to come: everybody of the list as it stands now, whoever is named beside it; each is told by the bell. Refusals: training.nobody, training.unknown, training.link.',
})

export const changeTraining = command('training.change', {
  subject: 'training',
  input: Obj({ trainingId: Id, ...plan, expected: Plan }),
  output: Obj({}),
  description:
    'Changes what, when, where; those asked are told when the day, the hour or the place is another. Refusals: training.cancelled, training.unknown, training.link, training.changedMeanwhile.',
})

export const cancelTraining = command('training.cancel', {
  subject: 'training',
  input: Obj({ trainingId: Id, cancelled: T.Boolean() }),
  output: Obj({}),
  description: 'Calls a training off, or back; those asked are told. Refusal: training.held when somebody was marked present.',
})

export const invite = command('training.invite', {
  subject: 'training',
  input: Obj({ trainingId: Id, ...invited }),
  output: Obj({ invited: T.Integer() }),
  description:
    'Asks more people to come, before it or at the door: who is on the list already stays as marked. Refusals: training.cancelled, training.nobody, training.unknown.',
})

export const leaveOut = command('training.leaveOut', {
  subject: 'training',
  input: Obj({ trainingId: Id, personId: Id }),
  output: Obj({}),
  description:
    'Takes a person off the list. Refusal: training.changedMeanwhile when they were marked or have read the materials.',
})

export const mark = command('training.mark', {
  subject: 'training',
  input: Obj({
    trainingId: Id,
    marks: T.Array(Obj({ personId: Id, presence, expected: presence }), { minItems: 1, maxItems: 1_000 }),
  }),
  output: Obj({}),
  description:
    'Marks who came and who did not, one by one or the whole list at once; null takes a mark back. `expected` is what its author saw. Refusals: training.cancelled, training.notYet, training.notInvited, training.changedMeanwhile.',
})

export const acquaint = command('training.acquaint', {
  subject: 'training',
  input: Obj({ trainingId: Id }),
  output: Obj({}),
  description:
    '«С материалами ознакомлен(а)»: said in person by who was asked and did not come. Twice is once. Refusals: training.cancelled, training.notYet, training.ahead, training.present, training.noMaterials.',
})

export const mine = query('training.mine', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    trainings: T.Array(
      Obj({ ...Training.properties, leads: T.Boolean(), invited: T.Boolean(), presence, acquaintedOn: Nullable(Day) }),
    ),
    /** Empty for who has no obligation. */
    topics: T.Array(Obj({ topic: OneOf(...obligatoryTopics), doneOn: Nullable(Day) })),
  }),
  description:
    'What the caller is asked to come to, holds, has passed, the latest first; and when obligatory topics were done last.',
})

export const standings = query('training.standings', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    people: T.Array(
      Obj({
        personId: Id,
        name: T.String(),
        position: T.String(),
        /** The day on which each obligatory topic was done last. */
        personalData: Nullable(Day),
        journal: Nullable(Day),
      }),
    ),
  }),
  description:
    'Everybody who works in the journal, with the last day of the instruction on personal data and of training in the journal; how long they hold is a policy. S4 К8, У13.',
})

export const remind = command('training.remind', {
  subject: 'school',
  input: Obj({ topic: OneOf(...obligatoryTopics), people: T.Array(Id, { minItems: 1, maxItems: 1_000, uniqueItems: true }) }),
  output: Obj({ reminded: T.Integer() }),
  description:
    'Reminds people of an obligatory topic by the bell, each once in 20 hours; who is not obliged to it is passed over. Refusal: access.denied when one of them is not of the school.',
})

export const register = query('training.register', {
  subject: 'school',
  input: Obj({ from: Day, to: Day, topic: T.Optional(topic) }),
  output: Obj({
    lines: T.Array(
      Obj({
        on: Day,
        title: T.String(),
        topic,
        leader: T.String(),
        name: T.String(),
        position: T.String(),
        /** In person, or by reading the materials that day. */
        way: OneOf('present', 'acquainted'),
      }),
    ),
  }),
  description: 'Журнал учёта инструктажа: who was instructed on what and by whom within the period, in the order of days.',
})
