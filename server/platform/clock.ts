import { dayIn, type PlainDate } from '#domain/platform/dates.ts'

/** The only source of time. Tests and demonstrations pass their own. */
export type Clock = { now(): Date; today(timeZone: string): PlainDate }

const at = (now: () => Date): Clock => {
  let known: { timeZone: string; minute: number; day: PlainDate } | null = null
  return {
    now,
    today(timeZone) {
      const moment = now()
      const minute = Math.floor(moment.getTime() / 60_000)
      if (known?.timeZone !== timeZone || known.minute !== minute) known = { timeZone, minute, day: dayIn(timeZone, moment) }
      return known.day
    },
  }
}

export const systemClock: Clock = at(() => new Date())

/** A clock that stands where it is put and goes on from there. */
export function clockFrom(start: string): Clock {
  const shift = new Date(start).getTime() - Date.now()
  return at(() => new Date(Date.now() + shift))
}
