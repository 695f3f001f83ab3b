import { keepLog } from '#server/audit/night.ts'
import { forgetUploads } from '#server/exchange/forget.ts'
import { deliverNotices } from '#server/notifications/deliver.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Job } from '#server/platform/jobs.ts'
import { forgetRefusals } from '#server/platform/lastWords.ts'
import type { Live } from '#server/platform/live.ts'
import { log } from '#server/platform/log.ts'
import { remindOfTerms } from '#server/training/standings.ts'

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
      for (const school of await schools()) await apart('notices.failed', school, deliverNotices(db, live, clock, school))
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
      for (const school of await schools())
        await apart('refusals.failed', school, db.write(school.schoolId, crypto.randomUUID(), forgetRefusals))
    },
  },
  {
    name: 'training.remind',
    at: '0 5 * * *',
    run: async () => {
      for (const school of await schools()) await apart('training.failed', school, remindOfTerms(db, clock, school))
    },
  },
  {
    name: 'audit.keepLog',
    at: '10 * * * *',
    run: async () => {
      for (const school of await schools()) await apart('audit.failed', school, keepLog(db, clock, school))
    },
  },
  {
    name: 'exchange.forgetUploads',
    at: '*/30 * * * *',
    run: async () => {
      for (const school of await schools())
        await apart('uploads.failed', school, db.write(school.schoolId, crypto.randomUUID(), forgetUploads))
    },
  },
]

/** One school's trouble is written down, and is not the next one's. */
async function apart(event: string, { schoolId }: { schoolId: number }, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => log(event, { school: schoolId, error: String(error) }))
}
