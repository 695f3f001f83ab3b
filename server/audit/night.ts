import type { Clock } from '#server/platform/clock.ts'
import type { Db } from '#server/platform/db.ts'
import { begin } from './running.ts'
import { isSmall, takeIn } from './takeIn.ts'

/** By the school's own clock: nobody is at work. */
const NIGHT = 3
/** What is taken in within some seconds may be taken in by day. */
const LITTLE = 20_000

/** Every hour: where it is night, the whole log is verified, what was there before it is taken in first; elsewhere only a little is. */
export async function keepLog(
  db: Db,
  clock: Clock,
  { schoolId, timeZone }: { schoolId: number; timeZone: string },
): Promise<void> {
  if (hourIn(timeZone, clock.now()) === NIGHT) await begin(db, schoolId, null)
  else if (await isSmall(db, schoolId, LITTLE)) await takeIn(db, schoolId)
}

const hourIn = (timeZone: string, moment: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(moment))
