import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

const carrier = OneOf('paper', 'electronic')
const Purpose = Obj({ purposeId: Id, name: T.String(), body: T.String(), version: T.Integer() })
const Decided = Obj({
  purposeId: Id,
  state: OneOf('given', 'refused', 'withdrawn'),
  on: Day,
  carrier,
  number: T.String(),
  givenBy: T.String(),
  fileId: Nullable(Id),
})

export const purposes = query('consents.purposes', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    purposes: T.Array(
      Obj({
        purposeId: Id,
        name: T.String(),
        body: T.String(),
        version: T.Integer(),
        archived: T.Boolean(),
        decided: T.Integer(),
      }),
    ),
  }),
  description:
    'What the school asks consent for: one purpose — one document, each with its text and version; `decided` students have said yes or no. Archived ones, former versions among them, come last. 156-ФЗ, S1 1.9.',
})

export const addPurpose = command('consents.addPurpose', {
  subject: 'school',
  input: Obj({ name: Text(160, 1), body: Text(20_000) }),
  output: Obj({ purposeId: Id }),
  description:
    'Adds a purpose with the text of its consent. Under a name that was used before it is the next version. Refusal: consents.nameTaken (name).',
})

export const changePurpose = command('consents.changePurpose', {
  subject: 'school',
  input: Obj({ purposeId: Id, name: Text(160, 1), body: Text(20_000), expected: Obj({ name: T.String(), body: T.String() }) }),
  output: Obj({ purposeId: Id }),
  description:
    'Changes the name or text. Once anybody has decided, the decided text stays as it was signed and the new one becomes the next version, for which everybody is asked anew. Refusals: consents.changedMeanwhile, consents.archived, consents.nameTaken (name).',
})

export const archivePurpose = command('consents.archivePurpose', {
  subject: 'school',
  input: Obj({ purposeId: Id, archived: T.Boolean() }),
  output: Obj({}),
  description:
    'Asks for a consent no longer, or again. What was decided stays. Refusal: consents.nameTaken (name) when a later version is in use.',
})

export const report = query('consents.report', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    purposes: T.Array(Purpose),
    classes: T.Array(
      Obj({
        classId: Id,
        name: T.String(),
        students: T.Integer(),
        counts: T.Array(Obj({ purposeId: Id, given: T.Integer(), refused: T.Integer(), withdrawn: T.Integer() })),
      }),
    ),
  }),
  description:
    'By class and purpose: how many have consented, refused, withdrawn; the rest were not asked. Who leads a class and oversees nothing sees that class. S4 К4.',
})

export const ofClass = query('consents.ofClass', {
  subject: 'class',
  input: Obj({ classId: Id }),
  output: Obj({
    className: T.String(),
    purposes: T.Array(Purpose),
    students: T.Array(
      Obj({
        studentId: Id,
        name: T.String(),
        bornOn: Nullable(Day),
        guardians: T.Array(Obj({ personId: Id, name: T.String() })),
        consents: T.Array(Decided),
      }),
    ),
  }),
  description: 'Students of a class with their latest decision on each purpose; no decision: not asked.',
})

export const record = command('consents.record', {
  subject: 'class',
  input: Obj({
    classId: Id,
    purposeId: Id,
    state: OneOf('given', 'refused'),
    on: Day,
    carrier,
    students: T.Array(Obj({ studentId: Id, givenBy: Nullable(Id), number: Text(60), fileId: Nullable(Id) }), {
      minItems: 1,
      maxItems: 100,
    }),
  }),
  output: Obj({}),
  description:
    'Registers consents or refusals of students of one class, as they stand on paper or were signed electronically; `fileId` is a scan that the caller has uploaded (`POST /api/files`), answered by `GET /api/files/<id>` to the family, the homeroom teacher, head and deputies; one scan may hold the papers of several students and is then shown to no family. Refusals: consents.unknownFile, consents.inFuture, consents.archived, consents.notInClass, consents.notGuardian, consents.tooYoung.',
})

export const withdraw = command('consents.withdraw', {
  subject: 'person',
  input: Obj({ personId: Id, purposeId: Id }),
  output: Obj({}),
  description:
    'Withdraws the consent of a student from today on: electronically by the guardian, or by the student old enough to decide; by the school as the paper it was brought on. Refusals: consents.notGiven, consents.tooYoung.',
})

export const myConsents = query('consents.mine', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    purposes: T.Array(Purpose),
    students: T.Array(Obj({ studentId: Id, name: T.String(), mayWithdraw: T.Boolean(), consents: T.Array(Decided) })),
  }),
  description: 'Consents of the caller’s children, or of the student who asks, with the texts they were asked by.',
})
