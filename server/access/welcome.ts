import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'

export const finishWelcomeCommand = implement('access.finishWelcome', {
  load: theSchool,
  run: async ({ tx, actor, now }) => {
    await tx.run(
      sql`update account set welcomed_at = ${now} where school_id = current_school() and id = ${actor.accountId} and welcomed_at is null`,
    )
    return {}
  },
  announce: () => [],
})
