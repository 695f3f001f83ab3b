import type { Actor } from '#domain/access/actor.ts'
import { head } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { dayIn, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { breachDue } from './breachDue.ts'
import { holdAdministrators, isAdministered } from './roles.ts'
import { endSessions } from './sessions.ts'
import { accountById, theSchool } from './subjects.ts'
import { makeTicket } from './support.ts'

type Report = { accountId: string; detectedAt: string | null; description: string }
type At = { tx: Tx; actor: Actor; school: School; now: Date; today: PlainDate }

export const reportCompromiseCommand = implement('access.reportCompromise', {
  load: theSchool,
  run: async (at, input) => report(at, { ...input, accountId: at.actor.accountId }),
  announce: (_school, _input, actor) => [`person:${actor.personId}`],
})

export const reportCompromiseOfCommand = implement('access.reportCompromiseOf', {
  load: accountById,
  run: async ({ subject: _, ...at }, input) => report(at, input),
  announce: (subject) => [`person:${subject.personId}`],
})

/** The head who notices it has been told by that; the support has its ticket, and learns of it when it accepts that. */
async function report({ tx, actor, school, now, today }: At, { accountId, description, ...noticed }: Report) {
  const detectedAt = noticed.detectedAt ?? now.toISOString()
  if (Date.parse(detectedAt) > now.getTime()) throw new Refusal('access.detectedLater')
  await holdAdministrators(tx)
  const administers = await tx.maybe(sql`
    select 1 from role_grant r join account a on a.school_id = r.school_id and a.person_id = r.person_id
    where a.school_id = current_school() and a.id = ${accountId} and r.role = 'administrator' and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')`)
  if (administers && !(await isAdministered(tx, today, { accountIds: [accountId] })))
    throw new Refusal('access.lastAdministrator')
  await tx.run(sql`
    update account set blocked_at = coalesce(blocked_at, ${now}) where school_id = current_school() and id = ${accountId}`)
  await endSessions(tx, accountId, now, null)
  // A link handed out before may be in the same hands.
  await tx.run(sql`
    update credential_issue set expires_at = ${now}
    where school_id = current_school() and account_id = ${accountId} and token_hash is not null and used_at is null and expires_at > ${now}`)
  const toldAt = head(actor, { kind: 'school' }, today) ? now : null
  const { id } = await tx.one<{ id: string }>(sql`
    insert into compromise (school_id, account_id, reported_by, detected_at, reported_at, head_told_at, description)
    values (${school.schoolId}, ${accountId}, ${actor.personId}, ${detectedAt}, ${now}, ${toldAt}, ${description.trim()}) returning id`)
  const { number } = await makeTicket(tx, {
    compromiseId: id,
    subject: '',
    description,
    diagnostics: '',
    by: actor.personId,
    now,
  })
  const due = await breachDue(tx, school, dayIn(school.timeZone, new Date(detectedAt)))
  return { compromiseId: id, detectedAt, reportedAt: now.toISOString(), ...due(detectedAt), ticketNumber: number }
}

export const tellOfCompromiseCommand = implement('access.tellOfCompromise', {
  load: theSchool,
  run: async ({ tx, now }, { compromiseId }) => {
    const told = await tx.run(sql`
      update compromise set head_told_at = coalesce(head_told_at, ${now}) where school_id = current_school() and id = ${compromiseId}`)
    if (told === 0) throw new Refusal('access.denied')
    return {}
  },
  announce: () => [],
})

type Row = Omit<Output<'access.compromises'>['compromises'][number], 'headDueAt' | 'supportDueOn'>

export const compromisesQuery = answer('access.compromises', {
  load: theSchool,
  run: async ({ tx, school, today }) => {
    const [rows, due] = await Promise.all([
      tx.rows<Row>(sql`
        select c.id as "compromiseId", c.account_id as "accountId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
          a.login, concat_ws(' ', b.surname, b.given_name, nullif(b.patronymic, '')) as "reportedBy", c.detected_at as "detectedAt",
          c.reported_at as "reportedAt", c.head_told_at as "headToldAt", c.support_told_at as "supportToldAt",
          t.number as "ticketNumber", case when t.closed_at is not null then 'closed' when t.accepted_at is not null then 'accepted'
            when t.handed_at is not null then 'handed' else 'created' end as "ticketState",
          a.blocked_at is not null or a.ended_at is not null as shut, c.description
        from compromise c join support_ticket t on t.school_id = c.school_id and t.compromise_id = c.id join account a on a.school_id = c.school_id and a.id = c.account_id
          join person p on p.school_id = a.school_id and p.id = a.person_id
          join person b on b.school_id = c.school_id and b.id = c.reported_by
        where c.school_id = current_school() order by c.reported_at desc, c.id desc limit 500`),
      breachDue(tx, school, today),
    ])
    return { compromises: rows.map((row) => ({ ...row, ...due(row.detectedAt) })) }
  },
})

export const compromiseCommands = [reportCompromiseCommand, reportCompromiseOfCommand, tellOfCompromiseCommand]
