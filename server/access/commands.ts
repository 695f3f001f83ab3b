import { loginOf, whyPasswordIsWeak } from '#domain/access/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { type Door, tryPassword } from './guesses.ts'
import { hashPassword, oneTimePassword } from './passwords.ts'
import { hashToken } from './sessions.ts'
import type { NewSession } from './signIn.ts'
import { accountById, sessionById, theSchool } from './subjects.ts'
import { noteSleep } from './touches.ts'

type Own = { login: string; password_hash: string; surname: string }

export const ownAccount = (tx: ReadTx, accountId: string) =>
  tx.one<Own>(sql`
    select a.login, a.password_hash, p.surname
    from account a join person p on p.school_id = a.school_id and p.id = a.person_id
    where a.school_id = current_school() and a.id = ${accountId}`)

/** The password has been proved by `signIn`; here the session comes to be, with its history, if it is the password still. */
export const signInCommand = implement('access.signIn', {
  load: theSchool,
  run: async ({ tx, actor, school, now, beside }) => {
    const newSession = beside as NewSession
    const expires = new Date(now.getTime() + newSession.seconds * 1_000)
    const account = await tx.one<{ password_hash: string; blocked_at: string | null; must_change_password: boolean }>(sql`
      select password_hash, blocked_at, must_change_password from account
      where school_id = current_school() and id = ${actor.accountId} for share`)
    if (account.password_hash !== newSession.verified) throw new Refusal('access.wrongLoginOrPassword')
    if (account.blocked_at) throw new Refusal('access.blocked')
    await tx.run(sql`
      insert into session (school_id, account_id, token_hash, device, address, created_at, expires_at)
      values (${school.schoolId}, ${actor.accountId}, ${hashToken(newSession.token)}, ${newSession.device}, ${newSession.address}, ${now}, ${expires})`)
    return { mustChangePassword: account.must_change_password }
  },
  announce: () => [],
})

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
    const guess = { login: own.login, hash: own.password_hash, password: current, door: beside as Door }
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
  announce: (subject) => [`person:${subject.personId}`],
})

export const createAccountCommand = implement('access.createAccount', {
  load: theSchool,
  before: newOneTimePassword,
  run: async ({ tx, school, ready: { password, hash } }, { personId }) => {
    const person = await tx.maybe<{ surname: string; givenName: string; patronymic: string; account: string | null }>(sql`
      select p.surname, p.given_name as "givenName", p.patronymic, a.id as account
      from person p left join account a on a.school_id = p.school_id and a.person_id = p.id
      where p.school_id = current_school() and p.id = ${personId}`)
    if (!person) throw new Refusal('access.denied')
    if (person.account) throw new Refusal('access.hasAccount')
    const login = await freeLogin(tx, person)
    const { id } = await tx.one<{ id: string }>(sql`
      insert into account (school_id, person_id, login, password_hash)
      values (${school.schoolId}, ${personId}, ${login}, ${hash}) returning id`)
    return { accountId: id, login, password }
  },
  announce: () => [],
})

export const resetPasswordCommand = implement('access.resetPassword', {
  load: accountById,
  before: newOneTimePassword,
  run: async ({ tx, subject, now, ready: { password, hash } }) => {
    const { login } = await tx.one<{ login: string }>(sql`
      update account set password_hash = ${hash}, must_change_password = true
      where school_id = current_school() and id = ${subject.accountId} returning login`)
    await endSessions(tx, subject.accountId, now, null)
    return { login, password }
  },
  announce: (subject) => [`person:${subject.personId}`],
})

export const blockAccountCommand = implement('access.blockAccount', {
  load: accountById,
  run: async ({ tx, subject, actor, now }) => {
    if (subject.personId === actor.personId) throw new Refusal('access.ownAccount')
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
    await tx.run(sql`update account set blocked_at = null where school_id = current_school() and id = ${subject.accountId}`)
    return {}
  },
  announce: (subject) => [`person:${subject.personId}`],
})

async function newOneTimePassword() {
  const password = oneTimePassword()
  return { password, hash: await hashPassword(password) }
}

const endSessions = (tx: Tx, accountId: string, now: Date, except: string | null) =>
  tx.run(sql`
    update session set ended_at = ${now}
    where school_id = current_school() and account_id = ${accountId} and ended_at is null and id is distinct from ${except}::uuid`)

async function freeLogin(tx: Tx, person: { surname: string; givenName: string; patronymic: string }): Promise<string> {
  const seen = new Set<string>()
  for (;;) {
    const login = loginOf(person, (candidate) => seen.has(candidate))
    if (!(await tx.maybe(sql`select 1 from account_of_login(${login})`))) return login
    seen.add(login)
  }
}

export const accessCommands = [
  signInCommand, signOutCommand, lockCommand, unlockCommand, changePasswordCommand, revokeSessionCommand,
  createAccountCommand, resetPasswordCommand, blockAccountCommand, unblockAccountCommand,
] // biome-ignore format: one glance
