const WHOSE = 'zvonok.notices'
const SINCE = 'zvonok.noticesSince'

/** Can this browser show notices beside the app at all? */
export const canShowHere = (): boolean => 'Notification' in window

/** Does this person want them on this device, and does the browser let them? */
export const isShownHere = (personId: string): boolean =>
  localStorage.getItem(WHOSE) === personId && canShowHere() && Notification.permission === 'granted'

/** From now on they are shown here to this person; nothing that came before is. */
export function beginHere(personId: string): void {
  localStorage.setItem(WHOSE, personId)
  markShown(new Date().toISOString())
}

/** No longer on this device. */
export const endHere = (): void => localStorage.removeItem(WHOSE)

/** Up to when notices have been shown here, by whichever tab. */
export const shownUntil = (): string => localStorage.getItem(SINCE) ?? ''
export const markShown = (at: string): void => localStorage.setItem(SINCE, at)
