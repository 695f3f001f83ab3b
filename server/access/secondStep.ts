import { randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Input, Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type Db, type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { type Account, type Entrance, prepareSession, type SignedIn, type Visitor, type WayIn } from './entrance.ts'
import { guess } from './guesses.ts'
import { authenticationOptions, type Passkey, provenPasskey } from './passkeys.ts'
import { hashCode } from './recoveryCodes.ts'
import { totpPlace } from './sealed.ts'
import { isGenuine, readTicket, TICKET_MS, writeTicket } from './tickets.ts'
import { totpStep } from './totp.ts'

/** The secret of the app is sealed until a code is compared with it. */
type Protection = { totp_secret: string | null; totp_step: number; passkeys: Passkey[]; recovery: Buffer[] }

/** What the account is protected with beside its password. */
async function protectionOf(tx: ReadTx, accountId: string): Promise<Protection> {
  const passkeys = await tx.rows<Passkey>(sql`
    select id, credential_id, public_key, sign_count from passkey
    where school_id = current_school() and account_id = ${accountId} and not removed order by created_at, id`)
  const row = await tx.one<Omit<Protection, 'passkeys'>>(sql`
    select case when totp_since is not null then totp_secret end as totp_secret, coalesce(totp_step, 0)::float8 as totp_step,
      array(select code_hash from recovery_code r where r.school_id = a.school_id and r.account_id = a.id and r.used_at is null) as recovery
    from account a where a.school_id = current_school() and a.id = ${accountId}`)
  return { ...row, passkeys }
}

/** The ways of the second step with a ticket for it, or null when the password is all. */
export async function waysOf(
  { db, clock }: Entrance,
  account: Account,
  attempt: number,
  { origin }: Visitor,
): Promise<Output<'access.signIn'>['second']> {
  const { totp_secret, passkeys, recovery } = await db.read(account.school_id, (tx) => protectionOf(tx, account.id))
  if (totp_secret === null && passkeys.length === 0) return null
  const challenge = randomBytes(32).toString('base64url')
  const expires = clock.now().getTime() + TICKET_MS
  return {
    ticket: writeTicket(
      { schoolId: account.school_id, accountId: account.id, attempt, expires, challenge },
      account.password_hash,
    ),
    ways: [
      ...(passkeys.length > 0 ? (['passkey'] as const) : []),
      ...(totp_secret !== null ? (['totp'] as const) : []),
      ...(recovery.length > 0 ? (['recovery'] as const) : []),
    ],
    passkey: passkeys.length > 0 ? await authenticationOptions(origin, challenge, passkeys) : '',
  }
}

/**
 * Opens the session when the second step is right too. Tries are counted like passwords, and apart from them. Refusals: access.wrongCode,
 * access.stepExpired, access.blocked, access.tooManyAttempts (seconds), access.signedOut for a ticket that is none.
 */
export async function takeSecondStep(entrance: Entrance, input: Input<'access.secondStep'>, visitor: Visitor): Promise<SignedIn> {
  const { db, clock, executor, vault } = entrance
  const ticket = readTicket(input.ticket)
  const found = ticket && (await db.read(ticket.schoolId, (tx) => accountOf(tx, ticket.accountId)))
  if (!ticket || !found || !isGenuine(input.ticket, found.password_hash, clock.now())) throw new Refusal('access.stepExpired')
  const account: Account = { ...found, school_id: ticket.schoolId }
  if (account.blocked) throw new Refusal('access.blocked')
  const protection = await db.read(account.school_id, (tx) => protectionOf(tx, account.id))
  let wayIn: WayIn | null = null
  // Whoever stands here knows the password: no device is known well enough to try codes without end.
  const door = { address: visitor.address, device: visitor.device, knownDevice: false }
  await guess(db, { login: found.login, door, purpose: 'secondStep' }, async () => {
    const secret = protection.totp_secret && vault.open(protection.totp_secret, totpPlace(account.school_id, account.id))
    wayIn = await wayFound({ ...protection, totp_secret: secret }, input, ticket.challenge, visitor.origin, clock.now())
    return wayIn !== null
  })
  if (wayIn === null) throw new Refusal('access.wrongCode')
  await spend(db, ticket.attempt)
  const { caller, session, signedIn } = await prepareSession(entrance, account, visitor, wayIn)
  const output = await executor.execute('access.secondStep', { ...caller, beside: session }, randomUUIDv7(), input)
  return { ...signedIn, mustChangePassword: output.mustChangePassword }
}

const accountOf = (tx: ReadTx, accountId: string) =>
  tx.maybe<Omit<Account, 'school_id'> & { login: string }>(sql`
    select id, person_id, password_hash, login, blocked_at is not null or ended_at is not null as blocked
    from account where school_id = current_school() and id = ${accountId}`)

async function wayFound(
  { totp_secret, totp_step, passkeys, recovery }: Protection,
  { code, passkey }: Input<'access.secondStep'>,
  challenge: string,
  origin: string,
  now: Date,
): Promise<WayIn | null> {
  if (passkey) {
    const proven = await provenPasskey(origin, challenge, passkey, passkeys)
    return proven && { kind: 'passkey', ...proven }
  }
  const digits = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) {
    const step = totp_secret === null ? null : await totpStep(totp_secret, digits, now, totp_step)
    return step === null ? null : { kind: 'totp', step }
  }
  const hash = hashCode(code)
  return recovery.some((known) => known.equals(hash)) ? { kind: 'recovery', hash } : null
}

/** One password, one second step. */
async function spend(db: Db, attempt: number): Promise<void> {
  const spent = await db.bare.run(sql`
    update sign_in_attempt set spent = true where id = ${attempt} and purpose = 'signIn' and success and not spent`)
  if (spent === 0) throw new Refusal('access.stepExpired')
}

/** Uses the second step up, so that it opens nothing again. Refusal: access.wrongCode when it was used before. */
export async function useUp(tx: Tx, accountId: string, wayIn: WayIn, now: Date): Promise<void> {
  const used =
    wayIn.kind === 'totp'
      ? await tx.run(sql`
          update account set totp_step = ${wayIn.step}
          where school_id = current_school() and id = ${accountId} and coalesce(totp_step, 0) < ${wayIn.step} and totp_since is not null`)
      : wayIn.kind === 'recovery'
        ? await tx.run(sql`
            update recovery_code set used_at = ${now}
            where school_id = current_school() and account_id = ${accountId} and code_hash = ${wayIn.hash} and used_at is null`)
        : await tx.run(sql`
            update passkey set sign_count = ${wayIn.counter}, last_used_at = ${now}
            where school_id = current_school() and account_id = ${accountId} and id = ${wayIn.id} and not removed
              and (sign_count < ${wayIn.counter} or ${wayIn.counter} = 0)`)
  if (used === 0) throw new Refusal('access.wrongCode')
}
