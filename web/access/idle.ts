/** Has nobody touched the journal for so many minutes? Never touched is not idle. */
export const isIdle = (touchedAt: number | null, now: number, minutes: number): boolean =>
  touchedAt !== null && now - touchedAt >= minutes * 60_000
