/** «15:00» of minutes, as a field of time wants it. */
export const clockValue = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Minutes since midnight of what a field of time holds, or null while it is empty. */
export function minutesOf(value: string): number | null {
  const parts = /^(\d{2}):(\d{2})/.exec(value)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null
}
