import { createHmac, randomUUIDv7 } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { staff } from '#domain/access/relations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { searchForm } from '#domain/platform/texts.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Executor } from '#server/platform/execute.ts'
import { loadActor, loadSchool } from './actor.ts'
import { type Door, tryPassword } from './guesses.ts'
import { newToken } from './sessions.ts'

export type SignedIn = { cookie: string; maxAgeSeconds: number; mustChangePassword: boolean; mark: string }
/** `verified` is the hash that the password was found to fit. */
export type NewSession = { token: string; device: string; address: string; verified: string; seconds: number }

type Account = { school_id: number; id: string; person_id: string; password_hash: string; blocked: boolean }

/** Staff sign in anew every working day; families once a month. */
const secondsOf = (actor: Actor, today: PlainDate): number => (staff(actor, { kind: 'school' }, today) ? 12 : 30 * 24) * 3_600

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
  const right = await tryPassword(db, { login: plain, hash: account?.password_hash ?? null, password, door })
  if (!account || !right) throw new Refusal('access.wrongLoginOrPassword')
  if (account.blocked) throw new Refusal('access.blocked')

  const school = await db.read(account.school_id, (tx) => loadSchool(tx, account.school_id))
  const today = clock.today(school.timeZone)
  const actor = await db.read(account.school_id, (tx) => loadActor(tx, account.school_id, account.id, null, today))
  const seconds = secondsOf(actor, today)
  const session: NewSession = { token: newToken(), device, address, verified: account.password_hash, seconds }
  // The token is the session's secret: it reaches the command beside the input, so that the history never holds it.
  const output = await executor.execute('access.signIn', { actor, school, beside: session }, randomUUIDv7(), {
    login: plain,
    password,
  })
  return {
    cookie: `${account.school_id}.${session.token}`,
    maxAgeSeconds: seconds,
    mustChangePassword: output.mustChangePassword,
    mark: deviceMark(account),
  }
}

/** The mark of the device on which somebody has just given the account a new password. */
export async function markOf(db: Db, login: string): Promise<string> {
  return deviceMark(await db.bare.one<Account>(sql`select * from account_of_login(${login})`))
}

/** What a device keeps of having signed in to the account. Nobody can make it up; a new password makes the device a stranger again. */
const deviceMark = (account: Account): string =>
  createHmac('sha256', account.password_hash).update(account.id).digest('base64url')
