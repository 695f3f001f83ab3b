import T from 'typebox'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { gaps } from './checks.ts'
import { contactKinds, relations } from './rules.ts'
import { requestKinds } from './terms.ts'

/** A card as it is sent; СНИЛС in any writing. */
const person = {
  surname: Text(60, 1),
  givenName: Text(60, 1),
  patronymic: Text(60),
  sex: OneOf('f', 'm'),
  bornOn: Nullable(Day),
  snils: Nullable(Text(20)),
  foreignLanguages: Text(120),
}
export const Person = Obj(person)

/** Of a request: only the fields that should change. */
export const PersonChanges = T.Partial(Person, { additionalProperties: false })

export const Contacts = Obj({
  phone: T.Array(Text(30, 1), { maxItems: 5, uniqueItems: true }),
  email: T.Array(Text(120, 1), { maxItems: 5, uniqueItems: true }),
  address: T.Array(Text(300, 1), { maxItems: 5, uniqueItems: true }),
})

/** The part of a guardian: who they are to the child, whether it lives with them, whether they may be told of its learning. */
export const guardianship = { relation: OneOf(...relations), livesWith: T.Boolean(), informed: T.Boolean() }

/** Somebody who has a card already (`personId`), or a new one (`person`): exactly one of them. */
export const SomeGuardian = Obj({ personId: Nullable(Id), person: Nullable(Person), ...guardianship })

export const Similar = Obj({
  personId: Id,
  name: T.String(),
  bornOn: Nullable(Day),
  about: T.String(),
  certainty: OneOf('certain', 'likely'),
})

export const Guardianship = Obj({
  guardianshipId: Id,
  personId: Id,
  name: T.String(),
  ...guardianship,
  from: Day,
  to: Nullable(Day),
})

/** How much of a post, in hundredths, and when and by which order the category was given. S4 З5f. */
export const employment = {
  rate: Nullable(T.Integer({ minimum: 1, maximum: 300 })),
  categoryOn: Nullable(Day),
  categoryOrder: Text(60),
}
export const Position = Obj({
  positionId: Id,
  position: T.String(),
  category: T.String(),
  ...employment,
  from: Day,
  to: Nullable(Day),
})

/** A request of an author to whoever keeps the cards. */
export const Request = Obj({
  requestId: Id,
  kind: OneOf(...requestKinds),
  personId: Nullable(Id),
  name: T.String(),
  classId: Nullable(Id),
  className: T.String(),
  author: T.String(),
  changes: T.Array(Obj({ field: T.String(), before: T.String(), after: T.String() })),
  comment: T.String(),
  state: OneOf('open', 'accepted', 'declined', 'withdrawn'),
  answer: T.String(),
  decidedBy: T.String(),
  askedAt: Moment,
  decidedAt: Nullable(Moment),
  /** The last day on which it is answered in time, by the law; null when it names none. */
  dueOn: Nullable(Day),
})

/** Lists of people: what their columns, filters and search need. */
export const ListedPerson = Obj({
  personId: Id,
  name: T.String(),
  bornOn: Nullable(Day),
  /** Of a student: the class of today, or the last one. */
  classId: Nullable(Id),
  className: T.String(),
  departedOn: Nullable(Day),
  /** Of a student: adults of today, and how many of them may be told. */
  guardians: T.Integer(),
  informed: T.Integer(),
  /** Of a guardian: the children, with their classes. */
  children: T.String(),
  /** Of staff: positions, of today or the last ones. */
  positions: T.String(),
  category: T.String(),
  account: OneOf('none', 'open', 'closed'),
})

export const contactKind = OneOf(...contactKinds)

/** How good the data of a class are: percent of students without a serious gap, and how often what is missing. */
export const quality = {
  students: T.Integer(),
  percent: T.Integer(),
  gaps: T.Array(Obj({ gap: OneOf(...gaps), students: T.Integer() })),
}
export const Check = Nullable(Obj({ by: T.String(), at: Moment, remarks: T.String() }))

/** A student on the checklist of the class, with the adults of today. */
export const ChecklistLine = Obj({
  studentId: Id,
  name: T.String(),
  bornOn: Nullable(Day),
  foreignLanguages: T.String(),
  guardians: T.Array(Obj({ personId: Id, name: T.String(), relation: T.String(), informed: T.Boolean(), email: T.String() })),
  gaps: T.Array(OneOf(...gaps)),
  ticked: Check,
  /** «Всё верно» of the family, the last of this school year. */
  family: Check,
})

/** A line of a card's history: who did what when, and which fields it changed; `about` names the guardian, the position, the group. */
export const HistoryEntry = Obj({
  at: Moment,
  by: T.String(),
  operation: T.String(),
  table: T.String(),
  about: T.String(),
  changes: T.Array(Obj({ field: T.String(), before: T.String(), after: T.String() })),
})

export const Movement = Obj({
  kind: T.String(),
  on: Day,
  orderNumber: T.String(),
  orderDate: Nullable(Day),
  reason: T.String(),
  from: T.String(),
  to: T.String(),
  cancelled: T.Boolean(),
})
