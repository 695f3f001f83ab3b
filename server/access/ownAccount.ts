import { Refusal } from '#domain/platform/refusal.ts'
import { type Db, type ReadTx, sql } from '#server/platform/db.ts'
import { type Door, tryPassword } from './guesses.ts'

export type Own = { login: string; password_hash: string; surname: string }

export const ownAccount = (tx: ReadTx, accountId: string) =>
  tx.one<Own>(sql`
    select a.login, a.password_hash, p.surname
    from account a join person p on p.school_id = a.school_id and p.id = a.person_id
    where a.school_id = current_school() and a.id = ${accountId}`)

/** Asks for the password once more before something that whoever sits down at an open journal must not do. Refusals: access.wrongPassword, access.tooManyAttempts. */
export async function provePassword(
  { db, actor, beside }: { db: Db; actor: { schoolId: number; accountId: string }; beside?: unknown },
  { password }: { password: string },
): Promise<Own> {
  const own = await db.read(actor.schoolId, (tx) => ownAccount(tx, actor.accountId))
  const door = beside as Door
  const right = await tryPassword(db, { login: own.login, hash: own.password_hash, password, door, purpose: 'password' })
  if (!right) throw new Refusal('access.wrongPassword')
  return own
}
