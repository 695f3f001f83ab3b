import { headDueAt, supportDueOn } from '#domain/access/compromise.ts'
import { addDays, dayIn, type PlainDate } from '#domain/platform/dates.ts'
import type { School } from '#domain/school/policies.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

type Due = (detectedAt: string) => { headDueAt: string; supportDueOn: PlainDate }

/** Until when head and support are to be told, by the policies and the holidays of the school around a day. */
export async function breachDue(tx: ReadTx, { policies, timeZone }: School, day: PlainDate): Promise<Due> {
  const rows = await tx.rows<{ date: PlainDate }>(sql`
    select distinct date from day_exception
    where school_id = current_school() and kind = 'holiday' and date between ${addDays(day, -400)} and ${addDays(day, 60)}`)
  const holidays = new Set(rows.map(({ date }) => date))
  return (detectedAt) => ({
    headDueAt: headDueAt(detectedAt, policies['access.breachHeadMinutes']),
    supportDueOn: supportDueOn(dayIn(timeZone, new Date(detectedAt)), policies['access.breachSupportDays'], holidays),
  })
}
