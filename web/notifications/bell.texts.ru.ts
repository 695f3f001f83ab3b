import { count } from '#domain/platform/texts.ts'

/** Loaded with the app, unlike the words of the list itself. */
export const bell = (unread: number) =>
  unread === 0 ? 'Уведомления' : `Уведомления: ${count(unread, 'новое', 'новых', 'новых')}`
export const settingsTitle = 'Уведомления'
export const classTitle = 'Родители и уведомления'
