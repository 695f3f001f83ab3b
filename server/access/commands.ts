import type { Actor } from '#domain/access/actor.ts'
import { whyPasswordIsWeak } from '#domain/access/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { compromiseCommands } from './compromise.ts'
import { doubleUseCommands } from './doubleUses.ts'
import { endingCommands } from './ending.ts'
import type { NewSession } from './entrance.ts'
import { type Door, tryPassword } from './guesses.ts'
import { handingOutCommands } from './handingOut.ts'
import { issueCommands } from './issue.ts'
import { noteUsed } from './issued.ts'
import { ownAccount } from './ownAccount.ts'
import { hashPassword } from './passwords.ts'
import { protectionCommands } from './protection.ts'
import { rightsCommands } from './rights.ts'
import { proveAdministered, roleCommands } from './roles.ts'
import { useUp } from './secondStep.ts'
import { endSessions, hashToken } from './sessions.ts'
import { accountById, sessionById, theSchool } from './subjects.ts'
import { supportCommands } from './support.ts'
import { noteSleep } from './touches.ts'
import { urgentCommands } from './urgent.ts'
import { finishWelcomeCommand } from './welcome.ts'

/** Other devices of the owner ask at once whether that was them. */
const tellOwner = (_school: unknown, _input: unknown, actor: Actor) => [`notices:${actor.personId}`]

/** The password has been proved by `signIn`; here the session comes to be, with its history, if it is the password still. */
export const signInCommand = implement('access.signIn', {
  load: theSchool,
  run: async (context) => ({ ...(await openSession(context)), second: null }),
  announce: tellOwner,
})

/** Password and second step have been proved by `takeSecondStep`; the step is used up with the session that it opens. */
export const secondStepCommand = implement('access.secondStep', {
  load: theSchool,
  run: openSession,
  announce: tellOwner,
})

async function openSession({
  tx,
  actor,
  school,
  now,
  beside,
}: {
  tx: Tx
  actor: Actor
  school: School
  now: Date
  beside?: unknown
}): Promise<{ mustChangePassword: boolean }> {
  const session = beside as NewSession
  const expires = new Date(now.getTime() + session.seconds * 1_000)
  // Of two who come with one code the second waits here: both held for reading, neither could use it up.
  const account = await tx.one<{ password_hash: string; shut: boolean; must_change_password: boolean; protected: boolean }>(sql`
    select password_hash, blocked_at is not null or ended_at is not null as shut, must_change_password,
      totp_since is not null or exists (select from passkey p where p.school_id = a.school_id and p.account_id = a.id and not p.removed) as protected
    from account a where a.school_id = current_school() and a.id = ${actor.accountId} for no key update of a`)
  if (account.password_hash !== session.verified) throw new Refusal('access.wrongLoginOrPassword')
  if (account.shut) throw new Refusal('access.blocked')
  if (account.protected !== (session.wayIn !== null)) throw new Refusal('access.stepExpired') // switched on or off this very moment
  if (session.wayIn) await useUp(tx, actor.accountId, session.wayIn, now)
  await tx.run(sql`
    insert into session (school_id, account_id, token_hash, device, address, created_at, expires_at, new_device)
    values (${school.schoolId}, ${actor.accountId}, ${hashToken(session.token)}, ${session.device}, ${session.address}, ${now}, ${expires},
      not ${session.knownDevice}::boolean and exists (select from session s where s.school_id = ${school.schoolId} and s.account_id = ${actor.accountId}))`)
  return { mustChangePassword: account.must_change_password }
}

export const signOutCommand = implement('access.signOut', {
  load: theSchool,
  run: async ({ tx, actor, now }) => {
    await tx.run(
      sql`update session set ended_at = ${now} where school_id = current_school() and id = ${actor.sessionId} and ended_at is null`,
    )
    return {}
  },
  announce: (_school, _input, actor) => [`person:${actor.personId}`],
})

export const lockCommand = implement('access.lock', {
  load: theSchool,
  run: async ({ tx, actor, now }) => {
    await noteSleep(tx, actor.sessionId, true, now)
    return {}
  },
  announce: (_school, _input, actor) => [`person:${actor.personId}`],
})

/** The password is proved by `http` at every call, repeated ones too: an answer given before opens nothing. */
export const unlockCommand = implement('access.unlock', {
  load: theSchool,
  run: async ({ tx, actor, now }) => {
    await noteSleep(tx, actor.sessionId, false, now)
    return {}
  },
  announce: (_school, _input, actor) => [`person:${actor.personId}`],
})

export const changePasswordCommand = implement('access.changePassword', {
  load: theSchool,
  before: async ({ db, actor, beside }, { current, next }) => {
    const own = await db.read(actor.schoolId, (tx) => ownAccount(tx, actor.accountId))
    const guess = {
      login: own.login,
      hash: own.password_hash,
      password: current,
      door: beside as Door,
      purpose: 'password',
    } as const
    if (!(await tryPassword(db, guess))) throw new Refusal('access.wrongPassword')
    const weak = whyPasswordIsWeak(next, { ...own, current })
    if (weak) throw weak
    return { verified: own.password_hash, hash: await hashPassword(next) }
  },
  run: async ({ tx, actor, now, ready }) => {
    const changed = await tx.run(sql`
      update account set password_hash = ${ready.hash}, must_change_password = false
      where school_id = current_school() and id = ${actor.accountId} and password_hash = ${ready.verified}`)
    if (changed === 0) throw new Refusal('access.wrongPassword')
    await noteUsed(tx, actor.accountId, now)
    await endSessions(tx, actor.accountId, now, actor.sessionId)
    return {}
  },
  announce: (_school, _input, actor) => [`person:${actor.personId}`],
})

export const revokeSessionCommand = implement('access.revokeSession', {
  load: sessionById,
  run: async ({ tx, subject, now }) => {
    await tx.run(
      sql`update session set ended_at = ${now} where school_id = current_school() and id = ${subject.sessionId} and ended_at is null`,
    )
    return {}
  },
  announce: (subject) => [`person:${subject.personId}`, `notices:${subject.personId}`],
})

export const blockAccountCommand = implement('access.blockAccount', {
  load: accountById,
  run: async ({ tx, subject, actor, now, today }) => {
    if (subject.personId === actor.personId) throw new Refusal('access.ownAccount')
    await proveAdministered(tx, today, [subject.accountId])
    await tx.run(
      sql`update account set blocked_at = ${now} where school_id = current_school() and id = ${subject.accountId} and blocked_at is null`,
    )
    await endSessions(tx, subject.accountId, now, null)
    return {}
  },
  announce: (subject) => [`person:${subject.personId}`],
})

export const unblockAccountCommand = implement('access.unblockAccount', {
  load: accountById,
  run: async ({ tx, subject }) => {
    const known = await tx.maybe(sql`
      select 1 from compromise c where c.school_id = current_school() and c.account_id = ${subject.accountId}
        and not exists (select from credential_issue i where i.school_id = c.school_id and i.account_id = c.account_id and i.id > c.id) limit 1`)
    if (known) throw new Refusal('access.passwordKnown')
    await tx.run(sql`update account set blocked_at = null where school_id = current_school() and id = ${subject.accountId}`)
    return {}
  },
  announce: (subject) => [`person:${subject.personId}`],
})

export const accessCommands = [
  finishWelcomeCommand,
  signInCommand, secondStepCommand, signOutCommand, lockCommand, unlockCommand, changePasswordCommand, revokeSessionCommand,
  blockAccountCommand, unblockAccountCommand, ...issueCommands, ...handingOutCommands, ...endingCommands, ...protectionCommands, ...roleCommands, ...rightsCommands, ...urgentCommands,
  ...compromiseCommands, ...doubleUseCommands, ...supportCommands,
] // biome-ignore format: one glance
