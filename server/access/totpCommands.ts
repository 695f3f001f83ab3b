import { Refusal } from '#domain/platform/refusal.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import type { Vault } from '#server/platform/vault.ts'
import { provePassword } from './ownAccount.ts'
import { firstRecoveryCodes } from './recoveryCodes.ts'
import { totpPlace } from './sealed.ts'
import { theSchool } from './subjects.ts'
import { newTotpSecret, totpStep, totpUri } from './totp.ts'

/** How an app of codes is switched on. Its secret lies in the database sealed. */
export const totpCommandsWith = (vault: Vault) => [
  /** The secret waits in the account until a code has proved that the app has it; starting again replaces it. */
  implement('access.startTotp', {
    load: theSchool,
    before: async (context, input) => ({ own: await provePassword(context, input), secret: await newTotpSecret() }),
    run: async ({ tx, actor, school, ready: { own, secret } }) => {
      const sealed = vault.seal(secret, totpPlace(school.schoolId, actor.accountId))
      const started = await tx.run(sql`
        update account set totp_secret = ${sealed}, totp_step = null
        where school_id = current_school() and id = ${actor.accountId} and totp_since is null`)
      if (started === 0) throw new Refusal('access.hasTotp')
      return { secret, uri: await totpUri(secret, { issuer: school.name, login: own.login }) }
    },
    announce: () => [],
  }),

  implement('access.confirmTotp', {
    load: theSchool,
    run: async ({ tx, actor, school, now }, { code }) => {
      const { sealed } = await tx.one<{ sealed: string | null }>(sql`
        select case when totp_since is null then totp_secret end as sealed from account
        where school_id = current_school() and id = ${actor.accountId} for no key update`)
      if (sealed === null) throw new Refusal('access.notStarted')
      const secret = vault.open(sealed, totpPlace(school.schoolId, actor.accountId))
      const step = await totpStep(secret, code.replace(/\s/g, ''), now, 0)
      if (step === null) throw new Refusal('access.wrongCode')
      await tx.run(sql`
        update account set totp_since = ${now}, totp_step = ${step} where school_id = current_school() and id = ${actor.accountId}`)
      return { recoveryCodes: await firstRecoveryCodes(tx, school.schoolId, actor.accountId, now) }
    },
    announce: (_subject, _input, actor) => [`person:${actor.personId}`],
  }),
]
