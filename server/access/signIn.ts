import { randomUUIDv7 } from 'node:crypto'
import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { sql } from '#server/platform/db.ts'
import { type Account, doorOf, type Entrance, prepareSession, type SignedIn, type Visitor } from './entrance.ts'
import { tryPassword } from './guesses.ts'
import { waysOf } from './secondStep.ts'

/**
 * Opens a session for the right password; of an account with a second factor it answers what the second step needs instead. Wrong login
 * and wrong password answer alike and in the same time. Refusals: access.wrongLoginOrPassword, access.tooManyAttempts (seconds),
 * access.blocked (only to who knows the password), access.busy.
 */
export async function signIn(
  entrance: Entrance,
  { login, password }: { login: string; password: string },
  visitor: Visitor,
): Promise<SignedIn | NonNullable<Output<'access.signIn'>['second']>> {
  const { db, executor } = entrance
  const plain = searchForm(login)
  const account = await db.bare.maybe<Account>(sql`select * from account_of_login(${plain})`)
  const door = doorOf(visitor, account)
  const hash = account?.password_hash ?? null
  const attempt = await tryPassword(db, { login: plain, hash, password, door, purpose: 'signIn' })
  if (!account || attempt === null) throw new Refusal('access.wrongLoginOrPassword')
  if (account.blocked) throw new Refusal('access.blocked')
  const second = await waysOf(entrance, account, attempt, visitor)
  if (second) return second

  const { caller, session, signedIn } = await prepareSession(entrance, account, visitor, null)
  // The token is the session's secret: it reaches the command beside the input, so that the history never holds it.
  const output = await executor.execute('access.signIn', { ...caller, beside: session }, randomUUIDv7(), {
    login: plain,
    password,
  })
  return { ...signedIn, mustChangePassword: output.mustChangePassword }
}
