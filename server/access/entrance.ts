import { createHmac } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import type { School } from '#domain/school/policies.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Executor } from '#server/platform/execute.ts'
import type { Vault } from '#server/platform/vault.ts'
import { loadActor, loadSchool } from './actor.ts'
import type { Door } from './guesses.ts'
import { secondsOf } from './lifetime.ts'
import { newToken } from './sessions.ts'

/** How a second step was taken; used up in the transaction that opens the session. */
export type WayIn =
  | { kind: 'totp'; step: number }
  | { kind: 'recovery'; hash: Buffer }
  | { kind: 'passkey'; id: string; counter: number }

export type Entrance = { db: Db; clock: Clock; executor: Executor; vault: Vault }
/** What a command of one's own account may need to know of the request. */
export type Beside = Door & { origin: string }
/** What a browser tells of itself: where it is, what it is, on which accounts it has been, and which address its page has. */
export type Visitor = Omit<Beside, 'knownDevice'> & { marks: readonly string[] }
export type SignedIn = { cookie: string; maxAgeSeconds: number; mustChangePassword: boolean; mark: string }
/** `verified` is the hash that the password was found to fit; `wayIn` the second step that was taken, or null. */
export type NewSession = {
  token: string
  device: string
  address: string
  knownDevice: boolean
  verified: string
  seconds: number
  wayIn: WayIn | null
}

export type Account = { school_id: number; id: string; person_id: string; password_hash: string; blocked: boolean }

/** Who is coming in, with a token for the session and everything the browser is to keep. */
export async function prepareSession(
  { db, clock }: Entrance,
  account: Account,
  visitor: Visitor,
  wayIn: WayIn | null,
): Promise<{ caller: { actor: Actor; school: School }; session: NewSession; signedIn: Omit<SignedIn, 'mustChangePassword'> }> {
  const school = await db.read(account.school_id, (tx) => loadSchool(tx, account.school_id))
  const today = clock.today(school.timeZone)
  const actor = await db.read(account.school_id, (tx) => loadActor(tx, account.school_id, account.id, null, today))
  const seconds = secondsOf(actor, today)
  const { address, device, knownDevice } = doorOf(visitor, account)
  const token = newToken()
  return {
    caller: { actor, school },
    session: { token, device, address, knownDevice, verified: account.password_hash, seconds, wayIn },
    signedIn: { cookie: `${account.school_id}.${token}`, maxAgeSeconds: seconds, mark: deviceMark(account) },
  }
}

/** The door at which a visitor stands, as the account knows it. */
export const doorOf = ({ address, device, marks }: Visitor, account: Account | null): Door => ({
  address,
  device,
  knownDevice: account !== null && marks.includes(deviceMark(account)),
})

/** The mark of the device on which somebody has just given the account a new password. */
export async function markOf(db: Db, login: string): Promise<string> {
  return deviceMark(await db.bare.one<Account>(sql`select * from account_of_login(${login})`))
}

/** What a device keeps of having signed in to the account. Nobody can make it up; a new password makes the device a stranger again. */
const deviceMark = (account: Account): string =>
  createHmac('sha256', account.password_hash).update(account.id).digest('base64url')
