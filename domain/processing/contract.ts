import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { PoliciesShape } from '#domain/school/policiesShape.ts'
import { type FieldKey, fieldKeys } from './fields.ts'
import { schoolMeasures } from './measures.ts'
import { type PurposeKey, purposeKeys } from './purposes.ts'

const Operator = Obj({
  hostingAddress: Text(300),
  hostingOwner: Text(300),
  responsible: Text(200),
  orderNumber: Text(40),
  orderDate: Nullable(Day),
  level: Nullable(T.Integer({ minimum: 1, maximum: 4 })),
  levelAct: Text(200),
  noticeNumber: Text(60),
  noticeDate: Nullable(Day),
})
const transfer = { transfer: OneOf('unsaid', 'none', 'some'), transferredTo: Text(500) }
const Note = Obj({ basis: Text(500), kept: Text(300), ...transfer })
const Own = Obj({
  name: Text(160, 1),
  basis: Text(500),
  whose: Text(300),
  data: Text(1000),
  access: Text(500),
  kept: Text(300),
  ...transfer,
  archived: T.Boolean(),
})
const Done = Obj({ on: Nullable(Day), act: Text(200), answers: Text(200) })
const purpose = OneOf(...(purposeKeys as [PurposeKey, ...PurposeKey[]]))

export const register = query('processing.register', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    operator: Operator,
    notes: T.Array(Obj({ purpose, ...Note.properties })),
    own: T.Array(Obj({ purposeId: Id, ...Own.properties })),
    measures: T.Array(Obj({ measure: OneOf(...schoolMeasures), ...Done.properties })),
    /** Whose data are kept today: students, parents, staff, once each. */
    counts: Obj({ student: T.Integer(), guardian: T.Integer(), staff: T.Integer() }),
    /** Purposes of consents in use; contacts are kept on such a consent. */
    consents: T.Array(T.String()),
    policies: PoliciesShape,
  }),
  description:
    'The register of processing: what the school has said of the purposes that the product brings, its own purposes, where the data lie and who answers, which measures outside the product are done. 152-ФЗ ст. 18.1, 19, 22; S0 1.4.',
})

export const setOperator = command('processing.setOperator', {
  subject: 'school',
  input: Obj({ operator: Operator, expected: Operator }),
  output: Obj({}),
  description:
    'Says where the data lie, who was appointed to answer for their processing, the level of protection and the notice to Роскомнадзор. Refusal: processing.changedMeanwhile (by, at).',
})

export const setNote = command('processing.setNote', {
  subject: 'school',
  input: Obj({ purpose, note: Note, expected: Note }),
  output: Obj({}),
  description:
    'Says of a purpose of the product what the school adds: a basis of its own, another term, to whom the data go. Refusals: processing.transferUnnamed, processing.changedMeanwhile (by, at).',
})

export const setPurpose = command('processing.setPurpose', {
  subject: 'school',
  input: Obj({ purposeId: Id, purpose: Own, expected: Nullable(Own) }),
  output: Obj({}),
  description:
    'Adds a purpose of the school’s own (`expected` null, a new id), changes it, puts it into the archive or back. Refusals: processing.nameTaken (name), processing.transferUnnamed, processing.changedMeanwhile (by, at).',
})

export const setMeasure = command('processing.setMeasure', {
  subject: 'school',
  input: Obj({ measure: OneOf(...schoolMeasures), done: Done, expected: Done }),
  output: Obj({}),
  description:
    'Ticks a measure that the school takes outside the product, with the day, the act and who answers; `on` null takes the tick back. Refusals: processing.inFuture, processing.changedMeanwhile (by, at).',
})

export const myProcessing = query('processing.mine', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    people: T.Array(
      Obj({
        personId: Id,
        own: T.Boolean(),
        name: T.String(),
        whose: T.Array(OneOf('student', 'guardian', 'staff')),
        /** Kinds of data of which something is kept of this very person. */
        held: T.Array(OneOf(...(fieldKeys as [FieldKey, ...FieldKey[]]))),
      }),
    ),
    notes: T.Array(Obj({ purpose, ...Note.properties })),
    operator: Obj({ name: T.String(), address: T.String(), responsible: T.String(), hostingAddress: T.String() }),
    policies: Obj({ phone: T.Boolean(), email: T.Boolean(), address: T.Boolean() }),
  }),
  description:
    'What the school keeps of the caller and of the children they may be told of, by kind, with what it has said of the purposes; the purposes themselves and who has access are the same for everybody. 152-ФЗ, ст. 14.',
})
