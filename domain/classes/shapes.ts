import T from 'typebox'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { groupKinds, movementKinds } from './kinds.ts'

/** Groups that are made of classes and students by choice; a subgroup is made by cutting a class. */
export const ChosenKind = OneOf('combined', 'stream', 'individual', 'elective', 'extracurricular')

export const Year = Obj({ yearId: Id, name: T.String(), from: Day, to: Day })
export const Homeroom = Obj({ homeroomId: Id, teacherId: Id, teacher: T.String(), from: Day, to: Nullable(Day) })
export const ClassRow = Obj({
  classId: Id,
  name: T.String(),
  grade: T.Integer(),
  letter: T.String(),
  shift: T.Integer(),
  studyDays: Nullable(T.Integer()),
  capacity: Nullable(T.Integer()),
  ungraded: T.Boolean(),
  archived: T.Boolean(),
  curriculumId: Nullable(Id),
  curriculum: T.String(),
  students: T.Integer(),
  subgroups: T.Integer(),
  homerooms: T.Array(Homeroom),
})
export const GroupRow = Obj({
  groupId: Id,
  kind: OneOf(...groupKinds),
  name: T.String(),
  grade: T.Integer(),
  classIds: T.Array(Id),
  classes: T.String(),
  capacity: Nullable(T.Integer()),
  ungraded: T.Boolean(),
  archived: T.Boolean(),
  studentIds: T.Array(Id),
  courses: T.Array(Obj({ subject: T.String(), teachers: T.Array(T.String()) })),
})
export const Person = Obj({ personId: Id, name: T.String() })

/** One part of a class that is cut for a subject. `label` is the name without the class: «английский, 1». */
export const Subgroup = Obj({ groupId: Id, label: Text(60, 1), studentIds: T.Array(Id, { maxItems: 60, uniqueItems: true }) })
export const Members = Obj({ groupId: Id, studentIds: T.Array(Id, { maxItems: 500, uniqueItems: true }) })

export const Proposal = Obj({
  proposalId: Id,
  classId: Id,
  className: T.String(),
  subjectId: Id,
  subject: T.String(),
  author: T.String(),
  groups: T.Array(Subgroup),
  from: Day,
  state: OneOf('open', 'accepted', 'declined', 'withdrawn'),
  answer: T.String(),
  askedAt: Moment,
  decidedAt: Nullable(Moment),
})

export const MovementLine = Obj({
  movementId: Id,
  kind: OneOf(...movementKinds),
  on: Day,
  studentId: Id,
  student: T.String(),
  orderNumber: T.String(),
  orderDate: Nullable(Day),
  reason: T.String(),
  otherSchool: T.String(),
  fromClass: T.String(),
  toClass: T.String(),
  cancelled: T.Boolean(),
  /** The scan of the order. */
  fileId: Nullable(Id),
  /** The student's last movement that stands: the only one that may be cancelled. */
  last: T.Boolean(),
})

/** What an order of the school says of a movement. */
export const order = { orderNumber: Text(40), orderDate: Nullable(Day), reason: Text(300) }
