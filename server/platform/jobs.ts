import { PgBoss } from 'pg-boss'
import { log } from './log.ts'

/** Work that runs by the clock, beside requests: declared by its module, run by one process at a time. */
export type Job = { name: string /** cron, in UTC */; at: string; run: () => Promise<void> }
export type Jobs = { stop(): Promise<void> }

/** Starts the jobs. The queue keeps its own tables in its own schema; a run missed while nobody was there is made up at the next tick. */
export async function startJobs(ownerUrl: string, jobs: readonly Job[]): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, application_name: 'zvonok-jobs' })
  boss.on('error', (error) => log('jobs.error', { error: error instanceof Error ? error.message : JSON.stringify(error) }))
  await boss.start()
  for (const { name, at, run } of jobs) {
    await boss.createQueue(name, { policy: 'singleton', retryLimit: 3, retryBackoff: true })
    await boss.work(name, { pollingIntervalSeconds: 10 }, async () => {
      await run()
    })
    await boss.schedule(name, at, {}, { tz: 'UTC' })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}
