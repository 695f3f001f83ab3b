import type { AbsenceCode } from '#domain/attendance/rules.ts'
import { absenceNames } from '#domain/attendance/texts.ru.ts'
import { count } from '#domain/platform/texts.ts'

export const bell = (unread: number) =>
  unread === 0 ? 'Уведомления' : `Уведомления: ${count(unread, 'новое', 'новых', 'новых')}`
export const title = 'Уведомления'
export const empty = 'Пока ничего нового.'
export const loading = 'Загружаю…'
export const failed = 'Не удалось загрузить уведомления.'
export const fresh = 'новое'
export const pending = 'точка: работу ждут'
export const absence = (code: string, minutes: number | null) => {
  const name = absenceNames[code as AbsenceCode] ?? code
  return minutes ? `${name}, ${count(minutes, 'минута', 'минуты', 'минут')}` : name
}
