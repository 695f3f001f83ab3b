import { hoursOf, type NoticeWay, waitMinutes } from '#domain/notifications/rules.ts'
import type { Policies } from '#domain/school/policies.ts'

/** The hours somebody chose; null where they have not. */
export type OwnHours = { daily: number | null; quietFrom: number | null; quietTo: number | null }

/** When a notice that is ready now is told; null: now. */
export function timeOf(
  { way, ...own }: OwnHours & { way: NoticeWay },
  policies: Policies,
  timeZone: string,
  now: Date,
): Date | null {
  const wait = waitMinutes(way === 'daily' ? 'daily' : 'now', hoursOf(own, policies), minuteIn(timeZone, now))
  return wait === 0 ? null : new Date(Math.floor(now.getTime() / 60_000) * 60_000 + wait * 60_000)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The minute of the day at this moment in this time zone. */
function minuteIn(timeZone: string, moment: Date): number {
  const clock = clocks.getOrInsertComputed(
    timeZone,
    () => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
  )
  const [hour, minute] = clock.format(moment).split(':')
  return Number(hour) * 60 + Number(minute)
}
