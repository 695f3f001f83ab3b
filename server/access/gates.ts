import type { Actor } from '#domain/access/actor.ts'
import { staff } from '#domain/access/relations.ts'
import { mustProtect, protectBy } from '#domain/access/secondFactor.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import type { School } from '#domain/school/policies.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

/** What stands between a signed-in person and the journal. */
export type Gates = {
  mustChangePassword: boolean
  mustAcceptTerms: boolean
  mustProtect: boolean
  /** A second factor is wanted until this day, and nothing is closed yet; null: none is wanted, or none is missing. */
  protectBy: PlainDate | null
}

/**
 * The one-time password is to be changed; the terms in force, meant for people like this one, have not been accepted [S1 3.13]; the
 * school wants a second factor [S4 Р28] and there is none.
 */
export async function gatesOf(tx: ReadTx, actor: Actor, school: School, today: PlainDate): Promise<Gates> {
  const works = staff(actor, { kind: 'school' }, today)
  const row = await tx.one<{ must_change_password: boolean; protected: boolean; unaccepted: boolean }>(sql`
    select a.must_change_password,
      a.totp_since is not null or exists (select from passkey p where p.school_id = a.school_id and p.account_id = a.id and not p.removed) as protected,
      exists (select from local_act t where t.school_id = a.school_id and t.kind = 'terms'
        and ${today}::date between t.from_date and coalesce(t.to_date, 'infinity') and case when ${works} then t.for_staff else t.for_families end
        and not exists (select from acknowledgement k where k.school_id = t.school_id and k.act_id = t.id and k.person_id = a.person_id)) as unaccepted
    from account a where a.school_id = current_school() and a.id = ${actor.accountId}`)
  return {
    mustChangePassword: row.must_change_password,
    mustAcceptTerms: row.unaccepted,
    ...(await lackOf(tx, actor, school, today, row.protected)),
  }
}

/** What the school wants of who has no second factor: to have one by a day, or, after it, before anything else. */
async function lackOf(
  tx: ReadTx,
  actor: Actor,
  school: School,
  today: PlainDate,
  isProtected: boolean,
): Promise<Pick<Gates, 'mustProtect' | 'protectBy'>> {
  const { policies, timeZone } = school
  if (isProtected || !mustProtect(actor, policies['access.secondFactor'], today)) return { mustProtect: false, protectBy: null }
  const { decided, opened } = await tx.one<{ decided: PlainDate | null; opened: PlainDate }>(sql`
    select (a.created_at at time zone ${timeZone})::date as opened,
      (select (o.at at time zone ${timeZone})::date from setting s
          join change c on c.school_id = s.school_id and c.row_id = s.id and c.before -> 'value' is distinct from c.after -> 'value'
          join operation o on o.school_id = c.school_id and o.id = c.operation_id
        where s.school_id = a.school_id and s.key = 'access.secondFactor' order by c.id desc limit 1) as decided
    from account a where a.school_id = current_school() and a.id = ${actor.accountId}`)
  const roles = actor.roles.filter(({ from, to }) => isWithin(today, from, to)).map(({ from }) => from)
  const by = protectBy(decided, [opened, ...roles], policies['access.secondFactorDays'])
  return by !== null && today <= by ? { mustProtect: false, protectBy: by } : { mustProtect: true, protectBy: null }
}
