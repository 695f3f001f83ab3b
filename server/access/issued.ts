import { loginOf } from '#domain/access/rules.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { hashPassword, oneTimePassword, unguessableHash } from './passwords.ts'
import { hashToken, newToken } from './sessions.ts'

/** What a person is handed: a password that works once, or a token with which they think one up. */
export type Secret = { hash: string; password: string | null; token: string | null }
export type By = 'password' | 'link'
type Named = { surname: string; givenName: string; patronymic: string }

/** Days for which an activation link works. */
const LINK_DAYS = 14

/**
 * A secret each. One password is hashed after another: a batch takes one core for a second, and whoever signs in meanwhile finds the
 * other one free.
 */
export async function newSecrets(count: number, schoolId: number, by: By): Promise<Secret[]> {
  const secrets: Secret[] = []
  const shared = by === 'link' ? await unguessableHash() : null
  for (let n = 0; n < count; n++) {
    if (shared) secrets.push({ hash: shared, password: null, token: `${schoolId}.${newToken()}` })
    else {
      const password = oneTimePassword()
      secrets.push({ hash: await hashPassword(password), password, token: null })
    }
  }
  return secrets
}

/** A free login for each, made of the name; nobody else takes one meanwhile. */
export async function freeLogins(tx: Tx, people: readonly Named[]): Promise<string[]> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtext('zvonok.freeLogins'))`)
  const [asked, taken] = [new Set<string>(), new Set<string>()]
  for (let known = 0, wanted = 20; ; known = wanted, wanted *= 10) {
    const candidates = people.flatMap((person) => numbered(person, known, wanted))
    const found = await tx.rows<{ login: string }>(sql`
      select c as login from unnest(${candidates}::text[]) c where exists (select from account_of_login(c))`)
    for (const candidate of candidates) asked.add(candidate)
    for (const { login } of found) taken.add(login)
    const given = new Set(taken)
    const logins = people.map((person) => {
      const login = loginOf(person, (candidate) => given.has(candidate))
      given.add(login)
      return login
    })
    if (logins.every((login) => asked.has(login))) return logins
  }
}

/** The logins of a name from one number to another: 'ivanova.mp', 'ivanova.mp2' … */
function numbered(person: Named, from: number, to: number): string[] {
  const seen: string[] = []
  loginOf(person, (candidate) => seen.push(candidate) < to)
  return seen.slice(from)
}

/** Writes the register of issue; links given before stop working. */
export async function noteIssued(
  tx: Tx,
  { schoolId, issuedBy, now }: { schoolId: number; issuedBy: string; now: Date },
  issued: readonly { accountId: string; token: string | null }[],
): Promise<Date | null> {
  const ids = issued.map(({ accountId }) => accountId)
  const expires = issued.some(({ token }) => token) ? new Date(now.getTime() + LINK_DAYS * 86_400_000) : null
  await tx.run(sql`
    update credential_issue set expires_at = ${now}
    where school_id = current_school() and account_id = any(${ids}::uuid[]) and token_hash is not null and used_at is null and expires_at > ${now}`)
  await tx.run(sql`
    insert into credential_issue (school_id, account_id, kind, issued_by, issued_at, token_hash, expires_at)
    select ${schoolId}, i.account_id, case when i.hash is null then 'slip' else 'link' end, ${issuedBy}::uuid, ${now}::timestamptz, i.hash,
      case when i.hash is not null then ${expires}::timestamptz end
    from unnest(${ids}::uuid[], ${issued.map(({ token }) => token && hashToken(token))}::bytea[]) i (account_id, hash)`)
  return expires
}

/** The password issued last has been replaced by one of the person's own. */
export const noteUsed = (tx: Tx, accountId: string, now: Date): Promise<number> =>
  tx.run(sql`
    update credential_issue set used_at = ${now}
    where school_id = current_school() and used_at is null and kind = 'slip' and id = (select i.id from credential_issue i
      where i.school_id = current_school() and i.account_id = ${accountId} order by i.issued_at desc, i.id desc limit 1)`)
