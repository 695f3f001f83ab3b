import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

/** ISO 8601 in UTC; null: just now. */
const Then = T.String({
  pattern: '^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?Z$',
})
const told = Obj({
  compromiseId: Id,
  detectedAt: Moment,
  reportedAt: Moment,
  headDueAt: Moment,
  supportDueOn: Day,
  /** Of the ticket to the support that was made with the report. */
  ticketNumber: T.Integer(),
})

export const reportCompromise = command('access.reportCompromise', {
  subject: 'school',
  input: Obj({ detectedAt: Nullable(Then), description: Text(2_000) }),
  output: told,
  description:
    'The caller’s password is known to others: closes the caller’s account, ends all its sessions, keeps when it was noticed and reported, and until when head and support are to be told, and makes the ticket to the support [S1 3.15, S4 З21]. Refusals: access.detectedLater, access.lastAdministrator.',
})

export const reportCompromiseOf = command('access.reportCompromiseOf', {
  subject: 'account',
  input: Obj({ accountId: Id, detectedAt: Nullable(Then), description: Text(2_000) }),
  output: told,
  description: 'The same of somebody else’s account. Refusals: access.detectedLater, access.lastAdministrator.',
})

export const compromises = query('access.compromises', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    compromises: T.Array(
      Obj({
        compromiseId: Id,
        accountId: Id,
        name: T.String(),
        login: T.String(),
        reportedBy: T.String(),
        detectedAt: Moment,
        reportedAt: Moment,
        headDueAt: Moment,
        headToldAt: Nullable(Moment),
        supportDueOn: Day,
        supportToldAt: Nullable(Moment),
        ticketNumber: T.Integer(),
        ticketState: OneOf('created', 'handed', 'accepted', 'closed'),
        shut: T.Boolean(),
        description: T.String(),
      }),
    ),
  }),
  description:
    'Reports of passwords known to others, with the moments that decide later whose doing something was. Newest first.',
})

export const tellOfCompromise = command('access.tellOfCompromise', {
  subject: 'school',
  input: Obj({ compromiseId: Id }),
  output: Obj({}),
  description:
    'Notes that the head has been told now; the first moment stands. The head notes it by pressing it in person [S1 3.15]. When the support learned of it its ticket knows.',
})
