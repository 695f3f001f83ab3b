/** Day and time of a moment as clocks of the school show them. */
export function partsOf(moment: Date, timeZone: string): { day: string; time: string } {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(moment)
    .split(' ')
  return { day, time }
}

/** The moment at which clocks of the school show this day and time, in ISO 8601; null when they are none. */
export function momentOf(day: string, time: string, timeZone: string): string | null {
  const guess = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(guess)) return null
  const shown = partsOf(new Date(guess), timeZone)
  const shift = Date.parse(`${shown.day}T${shown.time}:00Z`) - guess
  return new Date(guess - shift).toISOString()
}
