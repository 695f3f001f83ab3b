import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'

export const readCommand = implement('notifications.read', {
  load: theSchool,
  run: async ({ tx, actor, now }) => {
    await tx.run(
      sql`update notice set read_at = ${now} where school_id = current_school() and person_id = ${actor.personId} and read_at is null`,
    )
    return {}
  },
  announce: (_subject) => [],
})

export const notificationsCommands = [readCommand]
