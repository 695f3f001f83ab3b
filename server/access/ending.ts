import { Refusal } from '#domain/platform/refusal.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { newSecrets, noteIssued } from './issued.ts'
import { proveAdministered } from './roles.ts'
import { accountById, theSchool } from './subjects.ts'

export const endAccountsCommand = implement('access.endAccounts', {
  load: theSchool,
  run: async ({ tx, actor, now, today }, { accountIds }) => {
    const ids = [...new Set(accountIds)]
    if (ids.includes(actor.accountId)) throw new Refusal('access.ownAccount')
    await proveAdministered(tx, today, ids)
    const ended = await tx.run(sql`
      update account set ended_at = coalesce(ended_at, ${now}) where school_id = current_school() and id = any(${ids}::uuid[])`)
    if (ended !== ids.length) throw new Refusal('access.denied')
    await tx.run(sql`
      update session set ended_at = ${now}
      where school_id = current_school() and account_id = any(${ids}::uuid[]) and ended_at is null`)
    return {}
  },
  // Whose they are the caller does not say; it is done a few times a year.
  announce: () => ['school'],
})

export const resumeAccountCommand = implement('access.resumeAccount', {
  load: accountById,
  before: ({ school }) => newSecrets(1, school.schoolId, 'password'),
  run: async ({ tx, actor, school, subject, now, ready }) => {
    const [secret] = ready
    const merged = await tx.maybe(sql`
      select 1 from person where school_id = current_school() and id = ${subject.personId} and merged_into is not null`)
    if (merged) throw new Refusal('people.merged')
    const account = await tx.maybe<{ login: string }>(sql`
      update account set ended_at = null, password_hash = ${secret!.hash}, must_change_password = true
      where school_id = current_school() and id = ${subject.accountId} and ended_at is not null returning login`)
    if (!account) throw new Refusal('access.notEnded')
    await noteIssued(tx, { schoolId: school.schoolId, issuedBy: actor.personId, now }, [
      { accountId: subject.accountId, token: null },
    ])
    return { login: account.login, password: secret!.password! }
  },
  announce: (subject) => [`person:${subject.personId}`],
})

export const endingCommands = [endAccountsCommand, resumeAccountCommand]
