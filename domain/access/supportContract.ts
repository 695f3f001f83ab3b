import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

/** ISO 8601 in UTC; null: just now. */
const Then = Nullable(
  T.String({
    pattern: '^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,6})?)?Z$',
  }),
)
const service = {
  kind: OneOf('own', 'external'),
  name: Text(200),
  phone: Text(60),
  email: Text(120),
  site: Text(200),
  hours: Text(120),
}
const Service = Obj(service)

export const support = query('access.support', {
  subject: 'school',
  input: Obj({}),
  output: Obj({ support: Service }),
  description:
    'Who the technical support of the school is and how it is reached. `own`: the administrators of the school, which it is until somebody says otherwise [S4 З21, К11, У16].',
})

export const setSupport = command('access.setSupport', {
  subject: 'school',
  input: Obj({ support: Service, expected: Service }),
  output: Obj({}),
  description:
    'Sets who the technical support is. `expected` is what the caller saw. Refusals: access.supportUnnamed for an external service without a name or any way to reach it, access.supportEmail, access.changedMeanwhile (by, at).',
})

export const tickets = query('access.tickets', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    tickets: T.Array(
      Obj({
        ticketId: Id,
        number: T.Integer(),
        kind: OneOf('compromise', 'fault'),
        state: OneOf('created', 'handed', 'accepted', 'closed'),
        /** Whose password it was and their login; empty of a fault. */
        name: T.String(),
        login: T.String(),
        subject: T.String(),
        description: T.String(),
        diagnostics: T.String(),
        detectedAt: Nullable(Moment),
        headToldAt: Nullable(Moment),
        /** The last working day on which the support is told in time; null: nothing is due. */
        dueOn: Nullable(Day),
        createdAt: Moment,
        createdBy: T.String(),
        handedAt: Nullable(Moment),
        handedBy: T.String(),
        acceptedAt: Nullable(Moment),
        acceptedNotedBy: T.String(),
        acceptedNumber: T.String(),
        acceptedBy: T.String(),
        closedAt: Nullable(Moment),
        closedBy: T.String(),
        outcome: T.String(),
      }),
    ),
  }),
  description:
    'Tickets to the support with every moment and who noted it, the newest first, 500 at most. The moment of acceptance is when the support learned of it [S4 З21, К11, У16]. `acceptedNumber`: its number at the service.',
})

export const openTicket = command('access.openTicket', {
  subject: 'school',
  input: Obj({ subject: Text(120, 1), description: Text(2_000), diagnostics: Text(2_000) }),
  output: Obj({ ticketId: Id, number: T.Integer() }),
  description:
    'A ticket about a fault, with what the caller’s page knows of itself: version, browser, screen; no data of people belong into it. A report of a known password makes its ticket by itself.',
})

export const handTicket = command('access.handTicket', {
  subject: 'school',
  input: Obj({ ticketId: Id, at: Then }),
  output: Obj({}),
  description:
    'Notes that the ticket was handed to the service. Refusals: access.ticketElsewhere (state), access.ticketLater, access.ticketEarlier.',
})

export const acceptTicket = command('access.acceptTicket', {
  subject: 'school',
  input: Obj({ ticketId: Id, at: Then, number: Text(60), by: Text(120) }),
  output: Obj({}),
  description:
    'The service has accepted the ticket: with its number and who took it, at the moment it did. Of a report of a known password that is when the support learned of it, and stays [S4 З21]. Refusals: access.ticketElsewhere (state), access.ticketLater, access.ticketEarlier.',
})

export const closeTicket = command('access.closeTicket', {
  subject: 'school',
  input: Obj({ ticketId: Id, outcome: Text(500) }),
  output: Obj({}),
  description: 'The ticket is done with. Refusal: access.ticketElsewhere (state) before it was accepted, or after it was closed.',
})
