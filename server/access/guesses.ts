import { ADDRESS_TRIES, STRANGE_TRIES_AN_HOUR, waitAfterFailures } from '#domain/access/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type BareTx, type Db, sql } from '#server/platform/db.ts'
import { isPassword } from './passwords.ts'

export type Purpose = 'signIn' | 'secondStep' | 'unlock' | 'password'
/** From where somebody tries: of known devices and of those whose session is open only the account's own tries count. */
export type Door = { address: string; device: string; knownDevice: boolean }

/** Is it the password behind the hash? Answers the id of the try, or null. An unknown login (no hash) takes as long. */
export const tryPassword = (
  db: Db,
  {
    hash,
    password,
    ...of
  }: { login: string; hash: string | null; password: string; door: Door; purpose: Exclude<Purpose, 'secondStep'> },
): Promise<number | null> => guess(db, of, () => isPassword(hash, password))

/**
 * Looks whether it is right what somebody gives; the id of the try, or null. The try is noted as a failure before it is looked at, one
 * try of a login at a time, so that tries sent together do not pass each other. Refusals: access.tooManyAttempts (seconds), access.busy.
 */
export async function guess(
  db: Db,
  { login, door, purpose }: { login: string; door: Door; purpose: Purpose },
  isRight: () => Promise<boolean>,
): Promise<number | null> {
  const id = await db.bareWrite(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(hashtext('zvonok.tryPassword'), hashtext(${login}))`)
    await refuseGuessing(tx, login, door, purpose === 'secondStep')
    const noted = await tx.one<{ id: number }>(sql`
      insert into sign_in_attempt (login, address, device, known_device, purpose, success)
      values (${login}, ${door.address}, ${door.device}, ${door.knownDevice}, ${purpose}, false) returning id`)
    return noted.id
  })
  const right = await isRight().catch(async (error: unknown) => {
    await db.bare.run(sql`delete from sign_in_attempt where id = ${id}`) // nobody has looked at it
    throw error
  })
  if (right) await db.bare.run(sql`update sign_in_attempt set success = true where id = ${id}`)
  return right ? id : null
}

/**
 * Slows a guesser down by account and by address; a device the account has signed in on is not locked out by strangers. Tries of the
 * second step are counted apart: whoever knows the password would wipe them out with it.
 */
async function refuseGuessing(tx: BareTx, login: string, { address, knownDevice }: Door, second: boolean): Promise<void> {
  const row = await tx.one<{ failures: number; since: number; strange: number; address_failures: number }>(sql`
    with tries as materialized (
      select at, success, known_device from sign_in_attempt
      where login = ${login} and (purpose = 'secondStep') = ${second} and at > now() - interval '30 days'
    )
    select
      (select count(*)::int from tries a where not a.success and a.known_device = ${knownDevice} and a.at > now() - interval '1 hour'
         and a.at > coalesce((select max(at) from tries s where s.success and s.known_device = ${knownDevice}), '-infinity')) as failures,
      coalesce(extract(epoch from now() - (select max(at) from tries a where not a.success and a.known_device = ${knownDevice})), 3600)::float8 as since,
      (select count(*)::int from tries a where not a.success and not a.known_device and a.at > now() - interval '1 hour') as strange,
      (select count(*)::int from sign_in_attempt a where a.address = ${address} and not a.success and not a.known_device
         and a.at > now() - interval '10 minutes') as address_failures`)
  const wait = Math.ceil(waitAfterFailures(row.failures) - row.since)
  if (wait > 0) throw new Refusal('access.tooManyAttempts', { seconds: wait })
  if (knownDevice) return
  if (row.strange >= STRANGE_TRIES_AN_HOUR) throw new Refusal('access.tooManyAttempts', { seconds: 600 })
  if (row.address_failures >= ADDRESS_TRIES) throw new Refusal('access.tooManyAttempts', { seconds: 60 })
}
