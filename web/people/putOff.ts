import type { PlainDate } from '#domain/platform/dates.ts'

const key = (personId: string) => `family-check ${personId}`

/** Has this person put the check off on this device, and is the day not over yet? Storage that is closed remembers nothing. */
export function isPutOff(personId: string, today: PlainDate): boolean {
  try {
    return (localStorage.getItem(key(personId)) ?? '') > today
  } catch {
    return false
  }
}

/** Asks nothing until that day. */
export function putOff(personId: string, until: PlainDate): void {
  try {
    localStorage.setItem(key(personId), until)
  } catch {
    // Then it asks again when the page is opened next.
  }
}
