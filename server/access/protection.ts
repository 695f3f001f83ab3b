import { randomBytes } from 'node:crypto'
import type { AccountSubject, Actor } from '#domain/access/actor.ts'
import { mustProtect } from '#domain/access/secondFactor.ts'
import { fullName } from '#domain/people/names.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import type { Beside } from './entrance.ts'
import { provePassword } from './ownAccount.ts'
import { madePasskey, registrationOptions } from './passkeys.ts'
import { dropRecoveryCodes, firstRecoveryCodes, newRecoveryCodes } from './recoveryCodes.ts'
import { endSessions } from './sessions.ts'
import { accountById, theSchool } from './subjects.ts'
import { isGenuine, readTicket, TICKET_MS, writeTicket } from './tickets.ts'

type At = { tx: Tx; actor: Actor; school: School; now: Date; today: PlainDate }
const ofCaller = (_subject: unknown, _input: unknown, actor: Actor) => [`person:${actor.personId}`]

/** Those on other devices: whoever has just come in cannot hide it from the owner. */
export const seeDevicesCommand = implement('access.seeDevices', {
  load: theSchool,
  run: async ({ tx, actor, now }) => {
    await tx.run(sql`
      update session set seen_at = ${now}
      where school_id = current_school() and account_id = ${actor.accountId} and new_device and seen_at is null
        and id is distinct from ${actor.sessionId}::uuid`)
    return {}
  },
  announce: (_school, _input, actor) => [`notices:${actor.personId}`],
})

export const removeTotpCommand = implement('access.removeTotp', {
  load: theSchool,
  before: provePassword,
  run: async ({ ready: _, ...at }) => {
    const { tx, actor } = at
    await tx.run(sql`
      update account set totp_secret = null, totp_since = null, totp_step = null
      where school_id = current_school() and id = ${actor.accountId}`)
    await afterRemoving(at)
    return {}
  },
  announce: ofCaller,
})

export const startPasskeyCommand = implement('access.startPasskey', {
  load: theSchool,
  before: async (context, input) => {
    const own = await provePassword(context, input)
    const { actor, school, db, now } = context
    const challenge = randomBytes(32).toString('base64url')
    const known = await db.read(actor.schoolId, (tx) =>
      tx.rows<{ id: string }>(sql`
        select credential_id as id from passkey
        where school_id = current_school() and account_id = ${actor.accountId} and not removed`),
    )
    const options = await registrationOptions({
      origin: (context.beside as Beside).origin,
      product: school.name,
      login: own.login,
      personName: fullName(actor.name),
      challenge,
      known: known.map(({ id }) => id),
    })
    const { schoolId, accountId } = actor
    const expires = now.getTime() + TICKET_MS
    return { ticket: writeTicket({ schoolId, accountId, attempt: 0, expires, challenge }, own.password_hash), options }
  },
  run: async ({ ready }) => ready,
  announce: () => [],
})

export const addPasskeyCommand = implement('access.addPasskey', {
  load: theSchool,
  before: async ({ db, actor, now, beside }, { ticket, response }) => {
    const { hash } = await db.read(actor.schoolId, (tx) =>
      tx.one<{ hash: string }>(sql`
        select password_hash as hash from account where school_id = current_school() and id = ${actor.accountId}`),
    )
    const asked = readTicket(ticket)
    if (!asked || asked.accountId !== actor.accountId || !isGenuine(ticket, hash, now)) throw new Refusal('access.stepExpired')
    const made = await madePasskey((beside as Beside).origin, asked.challenge, response)
    if (!made) throw new Refusal('access.passkeyRefused')
    return made
  },
  run: async ({ tx, actor, school, now, ready }, { name }) => {
    const added = await tx.run(sql`
      insert into passkey (school_id, account_id, credential_id, public_key, sign_count, name, created_at)
      values (${school.schoolId}, ${actor.accountId}, ${ready.id}, ${ready.publicKey}, ${ready.counter}, ${name.trim()}, ${now})
      on conflict (school_id, credential_id) do nothing`)
    if (added === 0) throw new Refusal('access.passkeyRefused')
    return { recoveryCodes: await firstRecoveryCodes(tx, school.schoolId, actor.accountId, now) }
  },
  announce: ofCaller,
})

export const removePasskeyCommand = implement('access.removePasskey', {
  load: passkeyById,
  before: provePassword,
  run: async ({ ready: _, ...at }, { passkeyId }) => {
    await at.tx.run(sql`update passkey set removed = true where school_id = current_school() and id = ${passkeyId}`)
    await afterRemoving(at)
    return {}
  },
  announce: ofCaller,
})

export const renewRecoveryCodesCommand = implement('access.renewRecoveryCodes', {
  load: theSchool,
  before: provePassword,
  run: async ({ tx, actor, school, now }) => {
    if (!(await isProtected(tx, actor.accountId))) throw new Refusal('access.notProtected')
    return { recoveryCodes: await newRecoveryCodes(tx, school.schoolId, actor.accountId, now) }
  },
  announce: ofCaller,
})

export const resetSecondFactorCommand = implement('access.resetSecondFactor', {
  load: accountById,
  run: async ({ tx, subject, actor, now }) => {
    if (subject.personId === actor.personId) throw new Refusal('access.ownAccount')
    const { accountId } = subject
    await tx.run(sql`
      update account set totp_secret = null, totp_since = null, totp_step = null where school_id = current_school() and id = ${accountId}`)
    await tx.run(
      sql`update passkey set removed = true where school_id = current_school() and account_id = ${accountId} and not removed`,
    )
    await dropRecoveryCodes(tx, accountId, now)
    await endSessions(tx, accountId, now, null)
    return {}
  },
  announce: (subject) => [`person:${subject.personId}`],
})

async function passkeyById(tx: ReadTx, { passkeyId }: { passkeyId: string }): Promise<AccountSubject | null> {
  const row = await tx.maybe<{ account_id: string; person_id: string }>(sql`
    select a.id as account_id, a.person_id from passkey k join account a on a.school_id = k.school_id and a.id = k.account_id
    where k.school_id = current_school() and k.id = ${passkeyId} and not k.removed`)
  return row && { kind: 'account', accountId: row.account_id, personId: row.person_id }
}

/** When nothing is left the recovery codes go too; the last one stays where the school wants one. Refusal: access.factorRequired. */
async function afterRemoving({ tx, actor, school, now, today }: At): Promise<void> {
  if (await isProtected(tx, actor.accountId)) return
  if (mustProtect(actor, school.policies['access.secondFactor'], today)) throw new Refusal('access.factorRequired')
  await dropRecoveryCodes(tx, actor.accountId, now)
}

async function isProtected(tx: ReadTx, accountId: string): Promise<boolean> {
  const { yes } = await tx.one<{ yes: boolean }>(sql`
    select totp_since is not null or exists (select from passkey p where p.school_id = a.school_id and p.account_id = a.id and not p.removed) as yes
    from account a where a.school_id = current_school() and a.id = ${accountId}`)
  return yes
}

export const protectionCommands = [
  seeDevicesCommand, removeTotpCommand, startPasskeyCommand, addPasskeyCommand,
  removePasskeyCommand, renewRecoveryCodesCommand, resetSecondFactorCommand,
] // biome-ignore format: one glance
