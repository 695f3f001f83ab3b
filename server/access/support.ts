import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { isEmail } from '#domain/school/rules.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { breachDue } from './breachDue.ts'
import { theSchool } from './subjects.ts'

type Service = Output<'access.support'>['support']
type State = Output<'access.tickets'>['tickets'][number]['state']

const ownSupport: Service = { kind: 'own', name: '', phone: '', email: '', site: '', hours: '' }
const fields = ['kind', 'name', 'phone', 'email', 'site', 'hours'] as const

export async function supportOf(tx: ReadTx): Promise<Service & { id: string | null }> {
  const row = await tx.maybe<Service & { id: string }>(sql`
    select id, kind, name, phone, email, site, hours from support_service where school_id = current_school()`)
  return row ?? { id: null, ...ownSupport }
}

export const supportQuery = answer('access.support', {
  load: theSchool,
  run: async ({ tx }) => {
    const { id: _, ...support } = await supportOf(tx)
    return { support }
  },
})

export const setSupportCommand = implement('access.setSupport', {
  load: theSchool,
  run: async ({ tx, school }, { support, expected }) => {
    await alone(tx)
    const { id, ...stands } = await supportOf(tx)
    const trimmed = Object.fromEntries(fields.map((field) => [field, support[field].trim()])) as Service
    if (fields.some((field) => stands[field] !== expected[field]) && fields.some((field) => stands[field] !== trimmed[field]))
      throw new Refusal('access.changedMeanwhile', id === null ? { by: '', at: '' } : await lastChange(tx, id))
    if (trimmed.email && !isEmail(trimmed.email)) throw new Refusal('access.supportEmail')
    const reachable = trimmed.phone || trimmed.email || trimmed.site
    if (trimmed.kind === 'external' && !(trimmed.name && reachable)) throw new Refusal('access.supportUnnamed')
    const { kind, name, phone, email, site, hours } = trimmed
    await tx.run(sql`
      insert into support_service (school_id, kind, name, phone, email, site, hours)
      values (${school.schoolId}, ${kind}, ${name}, ${phone}, ${email}, ${site}, ${hours})
      on conflict (school_id) do update set kind = excluded.kind, name = excluded.name, phone = excluded.phone, email = excluded.email,
        site = excluded.site, hours = excluded.hours`)
    return {}
  },
  announce: () => ['school'],
})

/** The number of the next ticket; nobody else takes it meanwhile. */
async function nextNumber(tx: Tx): Promise<number> {
  await alone(tx)
  const { number } = await tx.one<{ number: number }>(sql`
    select coalesce(max(number), 0) + 1 as number from support_ticket where school_id = current_school()`)
  return number
}

const alone = (tx: Tx) => tx.rows(sql`select pg_advisory_xact_lock(hashtext('zvonok.support'), current_school())`)

type Ticket = { compromiseId: string | null; subject: string; description: string; diagnostics: string; by: string; now: Date }

/** A ticket with the next number. The school's own support has it in hand at once; an external one is still to be told. */
export async function makeTicket(
  tx: Tx,
  { compromiseId, subject, description, diagnostics, by, now }: Ticket,
): Promise<{ ticketId: string; number: number }> {
  const number = await nextNumber(tx)
  const { kind } = await supportOf(tx)
  const own = kind === 'own'
  return tx.one<{ ticketId: string; number: number }>(sql`
    insert into support_ticket (school_id, number, kind, compromise_id, subject, description, diagnostics, created_at, created_by, handed_at, handed_by)
    values (current_school(), ${number}, ${compromiseId === null ? 'fault' : 'compromise'}, ${compromiseId}, ${subject.trim()}, ${description.trim()},
      ${diagnostics}, ${now}, ${by}, ${own ? now : null}, ${own ? by : null})
    returning id as "ticketId", number`)
}

export const openTicketCommand = implement('access.openTicket', {
  load: theSchool,
  run: async ({ tx, actor, now }, input) => makeTicket(tx, { ...input, compromiseId: null, by: actor.personId, now }),
  announce: () => [],
})

export const handTicketCommand = implement('access.handTicket', {
  load: theSchool,
  run: async ({ tx, actor, now }, { ticketId, at }) => {
    const ticket = await ticketIn(tx, ticketId, ['created'])
    const handedAt = momentOf(at, now, ticket.created_at)
    await tx.run(sql`
      update support_ticket set handed_at = ${handedAt}, handed_by = ${actor.personId} where school_id = current_school() and id = ${ticketId}`)
    return {}
  },
  announce: () => [],
})

/** Accepted is handed too: somebody has told the service by telephone, and it wrote it down at once. */
export const acceptTicketCommand = implement('access.acceptTicket', {
  load: theSchool,
  run: async ({ tx, actor, now }, { ticketId, at, number, by }) => {
    const ticket = await ticketIn(tx, ticketId, ['created', 'handed'])
    const acceptedAt = momentOf(at, now, ticket.handed_at ?? ticket.created_at)
    await tx.run(sql`
      update support_ticket set handed_at = coalesce(handed_at, ${acceptedAt}), handed_by = coalesce(handed_by, ${actor.personId}::uuid),
        accepted_at = ${acceptedAt}, accepted_noted_by = ${actor.personId}, accepted_number = ${number.trim()}, accepted_by = ${by.trim()}
      where school_id = current_school() and id = ${ticketId}`)
    // The second of the two moments from which operations are void. [S4 З21]
    await tx.run(sql`
      update compromise set support_told_at = coalesce(support_told_at, ${acceptedAt})
      where school_id = current_school() and id = ${ticket.compromise_id}`)
    return {}
  },
  announce: () => [],
})

export const closeTicketCommand = implement('access.closeTicket', {
  load: theSchool,
  run: async ({ tx, actor, now }, { ticketId, outcome }) => {
    await ticketIn(tx, ticketId, ['accepted'])
    await tx.run(sql`
      update support_ticket set closed_at = ${now}, closed_by = ${actor.personId}, outcome = ${outcome.trim()}
      where school_id = current_school() and id = ${ticketId}`)
    return {}
  },
  announce: () => [],
})

type Standing = { state: State; compromise_id: string | null; created_at: string; handed_at: string | null }

/** The ticket, held, when it stands where the step wants it. Refusal: access.ticketElsewhere (state). */
async function ticketIn(tx: Tx, ticketId: string, wanted: readonly State[]): Promise<Standing> {
  const ticket = await tx.maybe<Standing>(sql`
    select compromise_id, created_at, handed_at, case when closed_at is not null then 'closed' when accepted_at is not null then 'accepted'
        when handed_at is not null then 'handed' else 'created' end as state
    from support_ticket where school_id = current_school() and id = ${ticketId} for no key update`)
  if (!ticket) throw new Refusal('access.denied')
  if (!wanted.includes(ticket.state)) throw new Refusal('access.ticketElsewhere', { state: ticket.state })
  return ticket
}

/** When it happened: as told, or now; never ahead, nor before what had to come first. Whoever types minutes means the whole minute. */
function momentOf(at: string | null, now: Date, notBefore: string): Date {
  if (at === null) return now
  const told = Date.parse(at)
  if (told > now.getTime()) throw new Refusal('access.ticketLater')
  if (told + 60_000 <= Date.parse(notBefore)) throw new Refusal('access.ticketEarlier')
  return new Date(Math.max(told, Date.parse(notBefore)))
}

type Row = Omit<Output<'access.tickets'>['tickets'][number], 'dueOn'>

export const ticketsQuery = answer('access.tickets', {
  load: theSchool,
  run: async ({ tx, school, today }) => {
    const [rows, due] = await Promise.all([
      tx.rows<Row>(sql`
        select t.id as "ticketId", t.number, t.kind, case when t.closed_at is not null then 'closed' when t.accepted_at is not null then 'accepted'
            when t.handed_at is not null then 'handed' else 'created' end as state,
          concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, coalesce(a.login, '') as login, t.subject, t.description,
          t.diagnostics, c.detected_at as "detectedAt", c.head_told_at as "headToldAt",
          t.created_at as "createdAt", concat_ws(' ', cb.surname, cb.given_name, nullif(cb.patronymic, '')) as "createdBy",
          t.handed_at as "handedAt", concat_ws(' ', hb.surname, hb.given_name, nullif(hb.patronymic, '')) as "handedBy",
          t.accepted_at as "acceptedAt", concat_ws(' ', ab.surname, ab.given_name, nullif(ab.patronymic, '')) as "acceptedNotedBy",
          t.accepted_number as "acceptedNumber", t.accepted_by as "acceptedBy",
          t.closed_at as "closedAt", concat_ws(' ', lb.surname, lb.given_name, nullif(lb.patronymic, '')) as "closedBy", t.outcome
        from support_ticket t
          left join compromise c on c.school_id = t.school_id and c.id = t.compromise_id
          left join account a on a.school_id = c.school_id and a.id = c.account_id
          left join person p on p.school_id = a.school_id and p.id = a.person_id
          left join person cb on cb.school_id = t.school_id and cb.id = t.created_by
          left join person hb on hb.school_id = t.school_id and hb.id = t.handed_by
          left join person ab on ab.school_id = t.school_id and ab.id = t.accepted_noted_by
          left join person lb on lb.school_id = t.school_id and lb.id = t.closed_by
        where t.school_id = current_school() order by t.number desc, t.id limit 500`),
      breachDue(tx, school, today),
    ])
    return { tickets: rows.map((row) => ({ ...row, dueOn: row.detectedAt && due(row.detectedAt).supportDueOn })) }
  },
})

export const supportCommands = [setSupportCommand, openTicketCommand, handTicketCommand, acceptTicketCommand, closeTicketCommand]
