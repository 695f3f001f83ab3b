import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'

export const declarePaperlessCommand = implement('readiness.declarePaperless', {
  load: theSchool,
  run: async ({ tx }, { since }) => {
    await tx.run(
      sql`update school set paperless_since = ${since} where school_id = current_school() and paperless_since is distinct from ${since}`,
    )
    return {}
  },
  announce: () => ['school'],
})

export const readinessCommands = [declarePaperlessCommand]
