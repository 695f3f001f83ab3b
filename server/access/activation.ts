import type { Actor } from '#domain/access/actor.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { sql } from '#server/platform/db.ts'
import { loadActor, loadSchool } from './actor.ts'
import type { Entrance } from './entrance.ts'
import { hashToken } from './sessions.ts'

/**
 * Whose activation link it is. One refusal for all: never was, used, out of date, of an account that is shut, of another school.
 * Refusal: access.linkExpired.
 */
export async function accountOfLink({ db, clock }: Entrance, token: string): Promise<{ actor: Actor; school: School }> {
  const [, number] = /^(\d{1,10})\.[\w-]{32}$/.exec(token) ?? []
  const schoolId = Number(number)
  if (!number || schoolId < 1 || schoolId >= 2 ** 31) throw new Refusal('access.linkExpired')
  return db.read(schoolId, async (tx) => {
    const issue = await tx.maybe<{ account_id: string }>(sql`
      select a.id as account_id from credential_issue i join account a on a.school_id = i.school_id and a.id = i.account_id
      where i.school_id = ${schoolId} and i.token_hash = ${hashToken(token)} and i.used_at is null and i.expires_at > ${clock.now()}
        and a.blocked_at is null and a.ended_at is null`)
    if (!issue) throw new Refusal('access.linkExpired')
    const school = await loadSchool(tx, schoolId)
    return { school, actor: await loadActor(tx, schoolId, issue.account_id, null, clock.today(school.timeZone)) }
  })
}
