import { forgetUploads } from '#server/exchange/forget.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Job } from '#server/platform/jobs.ts'
import { forgetRefusals } from '#server/platform/lastWords.ts'
import type { Live } from '#server/platform/live.ts'
import { log } from '#server/platform/log.ts'

const GUESSES_KEPT_DAYS = 30

/** Everything that happens without anybody asking for it. */
export const declaredJobs = ({
  db,
  live,
  clock,
  schools,
}: {
  db: Db
  live: Live
  clock: Clock
  schools: () => Promise<{ schoolId: number; timeZone: string }[]>
}): Job[] => [
  {
    name: 'notifications.deliver',
    at: '* * * * *',
    run: async () => {
      for (const school of await schools()) {
        await deliverNotices(db, live, clock, school).catch((error: unknown) =>
          log('notices.failed', { school: school.schoolId, error: String(error) }),
        ) // one school's trouble is not the next one's
      }
    },
  },
  {
    name: 'access.forgetGuesses',
    at: '0 1 * * *',
    run: async () => {
      await db.bare.run(sql`delete from sign_in_attempt where at < now() - make_interval(days => ${GUESSES_KEPT_DAYS})`)
    },
  },
  {
    name: 'platform.forgetRefusals',
    at: '20 * * * *',
    run: async () => {
      for (const { schoolId } of await schools()) await db.write(schoolId, crypto.randomUUID(), forgetRefusals)
    },
  },
  {
    name: 'exchange.forgetUploads',
    at: '*/30 * * * *',
    run: async () => {
      for (const { schoolId } of await schools()) await db.write(schoolId, crypto.randomUUID(), forgetUploads)
    },
  },
]
