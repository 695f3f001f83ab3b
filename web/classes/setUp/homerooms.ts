import { isWithin, type PlainDate } from '#domain/platform/dates.ts'

/** Who leads a class on a day. */
export const leaderOn = <H extends { from: PlainDate; to: PlainDate | null }>(
  homerooms: readonly H[],
  day: PlainDate,
): H | undefined => homerooms.findLast(({ from, to }) => isWithin(day, from, to))
