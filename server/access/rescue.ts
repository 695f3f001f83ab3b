import { randomUUIDv7 } from 'node:crypto'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, openDb, type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { announcementOf } from '#server/platform/live.ts'
import { noteIssued } from './issued.ts'
import { hashPassword, oneTimePassword } from './passwords.ts'
import { dropRecoveryCodes } from './recoveryCodes.ts'
import { endSessions } from './sessions.ts'

/** Somebody who can let everybody else in again: head or administrator in force today, with an account that has not ended. */
export type Rescuable = {
  schoolId: number
  school: string
  accountId: string
  personId: string
  name: string
  login: string
  administrator: boolean
}

/** Whom the holder of the machine may let in again, by school and name. Everybody else goes to these. */
export async function rescuable(ownerUrl: string, clock: Clock): Promise<Rescuable[]> {
  return asOwner(ownerUrl, async (db) => {
    const schools = await db.bare.rows<{ schoolId: number; name: string; timeZone: string }>(sql`
      select school_id as "schoolId", name, time_zone as "timeZone" from school order by name, school_id`)
    const found: Rescuable[] = []
    for (const { schoolId, name, timeZone } of schools) {
      const people = await db.read(schoolId, (tx) => inForce(tx, clock.today(timeZone)))
      found.push(...people.map((person) => ({ ...person, schoolId, school: name })))
    }
    return found
  })
}

/**
 * A one-time password for a head or an administrator who has lost phone and codes: takes the second step away, opens the account, ends
 * its sessions and old slips. One operation of the history, which names the machine; head and administrators are told above their pages.
 */
export async function rescue(
  ownerUrl: string,
  { schoolId, accountId }: Rescuable,
  machine: string,
  clock: Clock,
): Promise<string> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  const now = clock.now()
  await asOwner(ownerUrl, async (db) => {
    const operationId = randomUUIDv7()
    await db.write(schoolId, operationId, async (tx) => {
      const personId = await letIn(tx, accountId, hash)
      await tx.run(sql`
        update passkey set removed = true where school_id = current_school() and account_id = ${accountId} and not removed`)
      await dropRecoveryCodes(tx, accountId, now)
      await noteIssued(tx, { schoolId, issuedBy: personId, now }, [{ accountId, token: null }])
      await endSessions(tx, accountId, now, null)
      await tx.run(sql`
        insert into rescue (school_id, account_id, at, machine) values (${schoolId}, ${accountId}, ${now}, ${machine.slice(0, 200)})`)
      await tx.run(sql`
        insert into operation (school_id, id, name, actor_id, about, input, output, at)
        values (${schoolId}, ${operationId}, 'access.rescue', ${personId}, ${accountId}, ${JSON.stringify({ machine })}::jsonb, '{}', ${now})`)
    })
    await db.pool.query(announcementOf([{ schoolId, keys: ['school'] }]))
  })
  return password
}

async function letIn(tx: Tx, accountId: string, hash: string): Promise<string> {
  const account = await tx.one<{ person_id: string }>(sql`
    update account set password_hash = ${hash}, must_change_password = true, blocked_at = null, totp_secret = null, totp_since = null, totp_step = null
    where school_id = current_school() and id = ${accountId} and ended_at is null returning person_id`)
  return account.person_id
}

const inForce = (tx: ReadTx, today: string) =>
  tx.rows<Omit<Rescuable, 'schoolId' | 'school'>>(sql`
    select a.id as "accountId", p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, a.login,
      bool_or(r.role = 'administrator') as administrator
    from role_grant r join person p on p.school_id = r.school_id and p.id = r.person_id and p.merged_into is null
      join account a on a.school_id = p.school_id and a.person_id = p.id and a.ended_at is null
    where r.school_id = current_school() and r.role in ('administrator', 'head') and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
      -- With the last position all roles end.
      and ${today}::date <= (select coalesce(max(coalesce(s.to_date, 'infinity')), 'infinity') from staff s
        where s.school_id = r.school_id and s.person_id = r.person_id)
    group by a.id, p.id, p.surname, p.given_name, p.patronymic, a.login order by bool_or(r.role = 'administrator') desc, 3, 1`)

async function asOwner<T>(ownerUrl: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(ownerUrl, { max: 1 })
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}
