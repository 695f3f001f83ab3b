import { ADDRESS_TRIES, STRANGE_TRIES_AN_HOUR, waitAfterFailures } from '#domain/access/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type BareTx, type Db, sql } from '#server/platform/db.ts'
import { isPassword } from './passwords.ts'

/** From where somebody tries: of known devices and of those whose session is open only the account's own tries count. */
export type Door = { address: string; knownDevice: boolean }

/**
 * Is it the password behind the hash? The try is noted as a failure before it is looked at, one try of a login at a time, so that tries
 * sent together do not pass each other. An unknown login (no hash) takes as long. Refusals: access.tooManyAttempts (seconds), access.busy.
 */
export async function tryPassword(
  db: Db,
  { login, hash, password, door }: { login: string; hash: string | null; password: string; door: Door },
): Promise<boolean> {
  const id = await db.bareWrite(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(hashtext('zvonok.tryPassword'), hashtext(${login}))`)
    await refuseGuessing(tx, login, door)
    const noted = await tx.one<{ id: number }>(sql`
      insert into sign_in_attempt (login, address, known_device, success) values (${login}, ${door.address}, ${door.knownDevice}, false)
      returning id`)
    return noted.id
  })
  const right = await isPassword(hash, password).catch(async (error: unknown) => {
    await db.bare.run(sql`delete from sign_in_attempt where id = ${id}`) // nobody has looked at it
    throw error
  })
  if (right) await db.bare.run(sql`update sign_in_attempt set success = true where id = ${id}`)
  return right
}

/** Slows a guesser down by account and by address; a device the account has signed in on is not locked out by strangers. */
async function refuseGuessing(tx: BareTx, login: string, { address, knownDevice }: Door): Promise<void> {
  const row = await tx.one<{ failures: number; since: number; strange: number; address_failures: number }>(sql`
    select
      (select count(*)::int from sign_in_attempt a where a.login = ${login} and not a.success and a.known_device = ${knownDevice}
         and a.at > now() - interval '1 hour'
         and a.at > coalesce((select max(at) from sign_in_attempt s where s.login = ${login} and s.success and s.known_device = ${knownDevice}), '-infinity')) as failures,
      coalesce(extract(epoch from now() - (select max(at) from sign_in_attempt a where a.login = ${login} and not a.success and a.known_device = ${knownDevice})), 3600)::float8 as since,
      (select count(*)::int from sign_in_attempt a where a.login = ${login} and not a.success and not a.known_device and a.at > now() - interval '1 hour') as strange,
      (select count(*)::int from sign_in_attempt a where a.address = ${address} and not a.success and not a.known_device
         and a.at > now() - interval '10 minutes') as address_failures`)
  const wait = Math.ceil(waitAfterFailures(row.failures) - row.since)
  if (wait > 0) throw new Refusal('access.tooManyAttempts', { seconds: wait })
  if (knownDevice) return
  if (row.strange >= STRANGE_TRIES_AN_HOUR) throw new Refusal('access.tooManyAttempts', { seconds: 600 })
  if (row.address_failures >= ADDRESS_TRIES) throw new Refusal('access.tooManyAttempts', { seconds: 60 })
}
