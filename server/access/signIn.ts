import { createHmac, randomUUIDv7 } from 'node:crypto'
import { ADDRESS_TRIES, STRANGE_TRIES_AN_HOUR, waitAfterFailures } from '#domain/access/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { searchForm } from '#domain/platform/texts.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Executor } from '#server/platform/execute.ts'
import { loadActor, loadSchool } from './actor.ts'
import { isPassword } from './passwords.ts'
import { newToken } from './sessions.ts'

export type Door = { address: string; knownDevice: boolean }
export type SignedIn = { cookie: string; maxAgeSeconds: number; mustChangePassword: boolean; mark: string }
export type NewSession = { token: string; device: string; address: string }

type Account = { school_id: number; id: string; person_id: string; password_hash: string; blocked: boolean }

const SESSION_DAYS = 30

/**
 * Opens a session for the right password. Wrong login and wrong password answer alike and in the same time. Refusals:
 * access.wrongLoginOrPassword, access.tooManyAttempts (seconds), access.blocked (only to who knows the password), access.busy.
 */
export async function signIn(
  { db, clock, executor }: { db: Db; clock: Clock; executor: Executor },
  { login, password }: { login: string; password: string },
  { address, device, marks }: { address: string; device: string; marks: readonly string[] },
): Promise<SignedIn> {
  const plain = searchForm(login)
  const account = await db.bare.maybe<Account>(sql`select * from account_of_login(${plain})`)
  const door: Door = { address, knownDevice: account !== null && marks.includes(deviceMark(account)) }
  await refuseGuessing(db, plain, door)
  const right = await isPassword(account?.password_hash ?? null, password)
  await db.bare.run(
    sql`insert into sign_in_attempt (login, address, known_device, success) values (${plain}, ${door.address}, ${door.knownDevice}, ${right})`,
  )
  if (!account || !right) throw new Refusal('access.wrongLoginOrPassword')
  if (account.blocked) throw new Refusal('access.blocked')

  const school = await db.read(account.school_id, (tx) => loadSchool(tx, account.school_id))
  const actor = await db.read(account.school_id, (tx) =>
    loadActor(tx, account.school_id, account.id, null, clock.today(school.timeZone)),
  )
  const session: NewSession = { token: newToken(), device, address }
  // The token is the session's secret: it reaches the command beside the input, so that the history never holds it.
  const output = await executor.execute('access.signIn', { actor, school, beside: session }, randomUUIDv7(), {
    login: plain,
    password,
  })
  return {
    cookie: `${account.school_id}.${session.token}`,
    maxAgeSeconds: SESSION_DAYS * 86_400,
    mustChangePassword: output.mustChangePassword,
    mark: deviceMark(account),
  }
}

/** What a device keeps of having signed in to the account. Nobody can make it up; a new password makes the device a stranger again. */
const deviceMark = (account: Account): string =>
  createHmac('sha256', account.password_hash).update(account.id).digest('base64url')

/** Slows a guesser down by account and by address; a device the account has signed in on is not locked out by strangers. */
export async function refuseGuessing(db: Db, login: string, door: Door): Promise<void> {
  const row = await db.bare.one<{ failures: number; since: number; strange: number; address_failures: number }>(sql`
    select
      (select count(*)::int from sign_in_attempt a where a.login = ${login} and not a.success and a.known_device = ${door.knownDevice}
         and a.at > now() - interval '1 hour'
         and a.at > coalesce((select max(at) from sign_in_attempt s where s.login = ${login} and s.success and s.known_device = ${door.knownDevice}), '-infinity')) as failures,
      coalesce(extract(epoch from now() - (select max(at) from sign_in_attempt a where a.login = ${login} and not a.success and a.known_device = ${door.knownDevice})), 3600)::float8 as since,
      (select count(*)::int from sign_in_attempt a where a.login = ${login} and not a.success and not a.known_device and a.at > now() - interval '1 hour') as strange,
      (select count(*)::int from sign_in_attempt a where a.address = ${door.address} and not a.success and a.at > now() - interval '10 minutes') as address_failures`)
  const wait = Math.ceil(waitAfterFailures(row.failures) - row.since)
  if (wait > 0) throw new Refusal('access.tooManyAttempts', { seconds: wait })
  if (!door.knownDevice && row.strange >= STRANGE_TRIES_AN_HOUR) throw new Refusal('access.tooManyAttempts', { seconds: 600 })
  if (row.address_failures >= ADDRESS_TRIES) throw new Refusal('access.tooManyAttempts', { seconds: 60 })
}

export { SESSION_DAYS }
