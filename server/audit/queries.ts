import type { Actor } from '#domain/access/actor.ts'
import { overseePeople, readContacts } from '#domain/access/duties.ts'
import { isOverseer } from '#domain/access/relations.ts'
import { isWhole, rootTyped } from '#domain/audit/rules.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer, type QueryImplementation } from '#server/platform/execute.ts'
import { type Found, find, type Told, teller } from './find.ts'
import { ownActions } from './own.ts'
import { rowsOf } from './rowsOf.ts'
import { running } from './running.ts'
import { lastSeal } from './seal.ts'

const PAGE = 50

/** Who may see every journal is told what was written; others, that something was. */
export const isVeiled = (actor: Actor, today: PlainDate): boolean =>
  !actor.roles.some((grant) => isOverseer(grant) && isWithin(today, grant.from, grant.to))

/** What stands on cards is told by the log to whom the cards tell it: a school may have closed them to its deputies. */
function closedTo(actor: Actor, today: PlainDate): ReadonlySet<string> {
  const may = (duty: typeof overseePeople | typeof readContacts) =>
    duty.some((relation) => relation(actor, { kind: 'school' }, today))
  const [cards, contacts] = [may(overseePeople), may(readContacts)]
  return new Set([
    ...(cards ? [] : ['person.snils']),
    ...(contacts ? [] : ['contact.value']),
    ...(cards && contacts ? [] : ['change_request.proposed']),
  ])
}

/** The queries of the log, with the sentences of all operations: how to say one, and which are meant by some words. */
export const auditQueriesWith = (told: Told): QueryImplementation<never>[] =>
  [
    answer('audit.log', {
      load: theSchool,
      run: async ({ tx, school, actor, today }, input) => {
        const veiled = isVeiled(actor, today)
        const found = await find(tx, input, { timeZone: school.timeZone, limit: PAGE + 1, told })
        const entries = found.slice(0, PAGE)
        return {
          entries: entries.map(teller(told, veiled)),
          next: found.length > PAGE ? entries.at(-1)!.place : null,
          veiled,
        }
      },
    }),

    answer('audit.action', {
      load: theSchool,
      run: async ({ tx, school, actor, today }, { operationId }) => {
        const veiled = isVeiled(actor, today)
        const [found] = await find(tx, { operationId }, { timeZone: school.timeZone, limit: 1, told })
        if (!found) throw new Refusal('access.denied')
        const { rows, more } = await rowsOf(tx, found, { veiled, closed: closedTo(actor, today), timeZone: school.timeZone })
        return {
          entry: teller(told, veiled)(found),
          ...(await signedInAs(tx, found)),
          rows,
          more,
          seal: await sealOver(tx, found),
        }
      },
    }),

    answer('audit.compare', {
      load: theSchool,
      run: async ({ tx }, { seal: number, root }) => {
        const typed = rootTyped(root)
        if (!typed) return { outcome: 'unreadable', seal: null }
        const row = await tx.maybe<{ number: number; root: Buffer; at: string }>(sql`
          select number, root, at from log_seal where school_id = current_school() and number = ${number}`)
        if (!row) return { outcome: 'noSeal', seal: null }
        const seal = { ...row, root: row.root.toString('hex') }
        return { outcome: seal.root.startsWith(typed) ? 'matches' : 'differs', seal }
      },
    }),

    answer('audit.own', {
      load: theSchool,
      run: ({ tx, actor, today }, { before }) => ownActions(tx, actor, { before, today, told }),
    }),

    answer('audit.state', {
      load: theSchool,
      run: async ({ tx, school }) => {
        const seal = await lastSeal(tx)
        const row = await tx.one<{ waiting: number }>(sql`
        select (select count(*)::int from outbox where school_id = current_school() and at <> 'infinity') as waiting`)
        const check = await lastCheck(tx, told)
        return {
          ...row,
          sealed: seal?.size ?? 0,
          seal: seal && { number: seal.number, root: seal.root.toString('hex'), at: new Date(seal.at).toISOString() },
          takingIn: seal !== null && seal.origin !== '',
          running: running(school.schoolId),
          check,
        }
      },
    }),
  ] as unknown as QueryImplementation<never>[]

async function signedInAs(tx: ReadTx, { actorId, sessionId }: Found) {
  const account = await tx.maybe<{ login: string }>(sql`
    select login from account where school_id = current_school() and person_id = ${actorId}::uuid`)
  const session = await tx.maybe<{
    sessionId: string
    device: string
    address: string
    startedAt: string
    endedAt: string | null
  }>(sql`
    select id as "sessionId", device, address, created_at as "startedAt", ended_at as "endedAt" from session
    where school_id = current_school() and id = ${sessionId}::uuid`)
  return { login: account?.login ?? '', session }
}

async function sealOver(tx: ReadTx, { idx }: Found) {
  if (idx === null) return null
  const seal = await tx.maybe<{ number: number; root: Buffer; at: string }>(sql`
    select number, root, at from log_seal where school_id = current_school() and size > ${idx}
      and number >= (select coalesce(max(number), 0) from log_seal where school_id = current_school() and size <= ${idx}) order by number limit 1`)
  return seal && { ...seal, root: seal.root.toString('hex') }
}

type CheckRow = Awaited<ReturnType<typeof checkRow>> & object
const checkRow = (tx: ReadTx) =>
  tx.maybe<{
    checkId: string
    at: string
    by: string
    size: number
    seal: number
    looked: { operations: number; changes: number; rows: number; seals: number }
    findings: import('#domain/audit/rules.ts').Finding[]
  }>(sql`
    select c.id as "checkId", c.at, c.size, c.number as seal, c.looked, c.findings,
      trim(concat(p.surname, ' ', coalesce(left(p.given_name, 1) || '. ' || left(nullif(p.patronymic, ''), 1) || '.', p.given_name))) as by
    from log_check c left join person p on p.school_id = c.school_id and p.id = c.by_id
    where c.school_id = current_school() order by c.at desc, c.id desc limit 1`)

async function lastCheck(tx: ReadTx, told: Told) {
  const check: CheckRow | null = await checkRow(tx)
  if (!check) return null
  const findings = check.findings.map((finding) => ({
    ...finding,
    ...(finding.name ? { sentence: told.about(finding.name) } : {}),
  }))
  return { ...check, findings, whole: isWhole(findings), by: check.by.trim() === '.' ? '' : check.by }
}
